import { beside, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint, aType } from '../testing.ts';
import { rule } from './banner-period.ts';

testRule(rule, [
  {
    pass: aPlan({ assetType: [beside], placement: [aPoint({ assetTypeId: beside.id })] }),
    fail: aPlan({
      assetType: [beside],
      placement: [aPoint({ assetTypeId: beside.id, installBy: { milestone: 'opening', days: -12 } })],
    }),
    fix: 'shorten-period',
  },
  {
    // Its type allows longer.
    pass: aPlan({
      assetType: [{ ...beside, periodDays: 20 }],
      placement: [aPoint({ assetTypeId: beside.id, installBy: { milestone: 'opening', days: -12 } })],
    }),
    fail: aPlan({
      assetType: [{ ...beside, periodDays: 7 }],
      placement: [aPoint({ assetTypeId: beside.id })],
    }),
    fix: 'shorten-period',
  },
  {
    // No banner: only what its type says.
    pass: aPlan({ placement: [aPlacement({ installBy: { milestone: 'opening', days: -100 } })] }),
    fail: aPlan({ assetType: [aType({ periodDays: 8 })], placement: [aPlacement()] }),
    fix: 'shorten-period',
  },
  {
    // Shortened from behind it would be gone before the closing: somebody says which end moves.
    pass: aPlan({ assetType: [beside], placement: [aPoint({ assetTypeId: beside.id })] }),
    fail: aPlan({
      assetType: [beside],
      placement: [aPoint({ assetTypeId: beside.id, installBy: { milestone: 'opening', days: -20 } })],
    }),
    fix: null,
  },
]);
