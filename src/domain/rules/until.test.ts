import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aType } from '../testing.ts';
import { rule } from './until.ts';

const type = aType({ until: { milestone: 'closing', days: 1 } });
const plan = (change: Parameters<typeof aPlacement>[0], of = type) =>
  aPlan({ assetType: [of], placement: [aPlacement(change)] });

testRule(rule, [
  {
    pass: plan({ removeBy: { milestone: 'opening', days: 2 } }),
    fail: plan({ removeBy: { milestone: 'opening', days: 3 } }),
    fix: 'remove-by',
  },
  {
    pass: plan({ removeBy: { milestone: 'closing', days: 60 } }, aType()),
    fail: plan({ removeBy: { milestone: 'closing', days: 60 }, state: 'installed' }),
    fix: 'remove-by',
  },
  {
    pass: plan({ state: 'removed', removeBy: null }),
    fail: plan({ state: 'installed', removeBy: null }),
    code: 'until.stands',
    fix: null,
    today: '2020-10-30',
  },
  {
    // Not over yet, or nothing stands.
    pass: plan({ state: 'ready', removeBy: null }),
    fail: plan({ state: 'damaged', removeBy: null }),
    code: 'until.stands',
    fix: null,
    today: '2020-10-30',
  },
]);
