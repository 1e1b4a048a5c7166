import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aType } from '../testing.ts';
import { rule } from './installed-before-opening.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({ placement: [aPlacement({ installBy: { milestone: 'opening', days: -1 } })] }),
    fix: 'install-by',
  },
  {
    // Its type may not stand any earlier.
    pass: aPlan({
      assetType: [aType({ notBefore: { milestone: 'opening', days: -1 } })],
      placement: [aPlacement({ installBy: { milestone: 'opening', days: -1 } })],
    }),
    fail: aPlan({
      assetType: [aType({ notBefore: { milestone: 'opening', days: -1 } })],
      placement: [aPlacement({ installBy: { milestone: 'opening', days: 0 } })],
    }),
    fix: 'install-by',
  },
]);
