import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aType, toldOf } from '../testing.ts';
import { rule } from './stock-short.ts';

testRule(rule, [
  {
    pass: aPlan({ assetType: [aType({ inStock: 80, ordered: 2 })], placement: [aPlacement()] }),
    fail: aPlan({ assetType: [aType({ inStock: 80 })], placement: [aPlacement()] }),
    fix: 'order',
  },
  {
    // Nothing is there at all.
    pass: aPlan({ assetType: [aType()] }),
    fail: aPlan({ assetType: [aType()], placement: [aPlacement()] }),
    fix: 'order',
  },
  {
    pass: aPlan({ assetType: [aType({ rulesOff: ['stock-short'] })], placement: [aPlacement()] }),
    fail: aPlan({ assetType: [aType()], placement: [aPlacement()], report: toldOf('installed') }),
    fix: 'order',
  },
]);
