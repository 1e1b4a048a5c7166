import { feature, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint, RULE } from '../testing.ts';
import { rule } from './approved-quantity.ts';

testRule(rule, [
  {
    // 1 km on both sides every 25 m.
    pass: aPlan({ placement: [aPlacement({ state: 'approved', approvedQuantity: 82 })] }),
    fail: aPlan({
      placement: [
        aPlacement({ state: 'approved', approvedQuantity: 82, rule: { ...RULE, except: ['bridge'] } }),
      ],
      roadFeature: [feature('bridge', 1400, 1480)],
    }),
    fix: null,
  },
  {
    pass: aPlan({ placement: [aPlacement({ state: 'ready', approvedQuantity: null })] }),
    fail: aPlan({ placement: [aPoint({ state: 'ready', approvedQuantity: 2 })] }),
    fix: null,
  },
]);
