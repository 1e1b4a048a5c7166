import { slogan, testRule } from '../../../tests/support/testRule.ts';
import { aPlan } from '../testing.ts';
import { rule } from './name-of-congress.ts';

testRule(rule, [
  {
    pass: aPlan({ slogan: [slogan()] }),
    fail: aPlan({ slogan: [slogan({ text: 'Chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ XI!' })] }),
    code: 'name-of-congress.number',
    fix: 'correct-slogan',
  },
]);
