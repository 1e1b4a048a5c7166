import { testRule } from '../../../tests/support/testRule.ts';
import type { Stage } from '../progress/stage.ts';
import { aPlacement, aPlan, aType, toldOf } from '../testing.ts';
import { rule } from './until.ts';

const type = aType({ until: { milestone: 'closing', days: 1 } });
const plan = (change: Parameters<typeof aPlacement>[0], of = type, stage: Stage = 'ready') =>
  aPlan({ assetType: [of], placement: [aPlacement(change)], report: toldOf(stage) });

testRule(rule, [
  {
    pass: plan({ removeBy: { milestone: 'opening', days: 2 } }),
    fail: plan({ removeBy: { milestone: 'opening', days: 3 } }),
    fix: 'remove-by',
  },
  {
    pass: plan({ removeBy: { milestone: 'closing', days: 60 } }, aType()),
    fail: plan({ removeBy: { milestone: 'closing', days: 60 } }, type, 'installed'),
    fix: 'remove-by',
  },
  {
    pass: plan({ removeBy: null }, type, 'removed'),
    fail: plan({ removeBy: null }, type, 'installed'),
    code: 'until.stands',
    fix: null,
    today: '2020-10-30',
  },
  {
    // Not over yet, or nothing stands.
    pass: plan({ state: 'ready', removeBy: null }),
    fail: plan({ removeBy: null }, type, 'damaged'),
    code: 'until.stands',
    fix: null,
    today: '2020-10-30',
  },
]);
