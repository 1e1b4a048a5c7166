import { expect, test } from 'vitest';
import { testRule } from '../../../tests/support/testRule.ts';
import { PlanChecker } from '../checks/checker.ts';
import { aPlacement, aPlan, aType, idOf } from '../testing.ts';
import { rule } from './no-deadline.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({ placement: [aPlacement({ installBy: null })] }),
    fix: 'set-days',
  },
  {
    pass: aPlan(),
    fail: aPlan({ placement: [aPlacement({ removeBy: { milestone: idOf('M', 1), days: 0 } })] }),
    code: 'no-deadline.remove',
    fix: 'set-days',
  },
]);

test('the days are those of the window of its type', () => {
  const type = aType({
    notBefore: { milestone: 'opening', days: -1 },
    until: { milestone: 'opening', days: 1 },
  });
  const tables = aPlan({
    assetType: [type],
    placement: [aPlacement({ installBy: null, removeBy: null })],
  });
  const [found] = new PlanChecker([rule], tables, '2020-10-15').findings;
  expect(found?.fix).toMatchObject({
    params: { install: '26/10/2020', remove: '28/10/2020' },
    ops: [{ fields: { installBy: type.notBefore, removeBy: type.until } }],
  });
});

test('without an occasion no day can be told, and those that are set are left alone', () => {
  const plan = aPlan({ occasion: [], placement: [aPlacement()] });
  expect(new PlanChecker([rule], plan, '2020-10-15').findings).toEqual([]);
});
