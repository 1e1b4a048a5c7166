import { expect, test } from 'vitest';
import { slogan, testRule } from '../../../tests/support/testRule.ts';
import { PlanChecker } from '../checks/checker.ts';
import { aPlan } from '../testing.ts';
import { rule } from './name-of-congress.ts';

const WRONG = 'Chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ XI!';

testRule(rule, [
  {
    pass: aPlan({ slogan: [slogan()] }),
    fail: aPlan({ slogan: [slogan({ text: WRONG, approved: false })] }),
    code: 'name-of-congress.number',
    fix: 'correct-slogan',
  },
]);

test('what somebody has approved is told of as a hint, and is never mended', () => {
  const plan = aPlan({ slogan: [slogan({ text: WRONG })] });
  const { findings } = new PlanChecker([rule], plan, '2020-10-15');
  expect(findings.map((f) => [f.code, f.severity, f.fix])).toEqual([
    ['name-of-congress.number', 'hint', null],
  ]);
});
