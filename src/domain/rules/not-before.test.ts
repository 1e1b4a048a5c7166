import { testRule } from '../../../tests/support/testRule.ts';
import type { Stage } from '../progress/stage.ts';
import { aPlacement, aPlan, aType, idOf, toldOf } from '../testing.ts';
import { rule } from './not-before.ts';

const eve = { id: idOf('M', 1), version: 1, name: 'Phiên trù bị', day: '2020-10-26', offsetDays: null };
const type = aType({ notBefore: { milestone: 'opening', days: -9 } });
const onEve = aType({ notBefore: { milestone: eve.id, days: -1 } });
const plan = (change: Parameters<typeof aPlacement>[0], of = type, stage: Stage = 'ready') =>
  aPlan({ milestone: [eve], assetType: [of], placement: [aPlacement(change)], report: toldOf(stage) });

testRule(rule, [
  {
    pass: plan({ installBy: { milestone: 'opening', days: -9 } }),
    fail: plan({ installBy: { milestone: 'opening', days: -10 } }),
    fix: 'install-by',
  },
  {
    // The window may hang on any milestone; a type without one has none.
    pass: plan({ installBy: { milestone: 'opening', days: -100 } }, aType()),
    fail: plan({ installBy: { milestone: 'opening', days: -3 } }, onEve),
    fix: 'install-by',
  },
  {
    // Put up in good time on paper, and standing already.
    pass: plan({ state: 'ready' }),
    fail: plan({}, type, 'installed'),
    code: 'not-before.stands',
    fix: null,
    today: '2020-10-17',
  },
  {
    pass: plan({ installBy: { milestone: 'opening', days: -10 } }, type, 'removed'),
    fail: plan({}, type, 'installed'),
    code: 'not-before.stands',
    fix: null,
    today: '2020-10-17',
  },
]);
