import { across, beside, testRule } from '../../../tests/support/testRule.ts';
import { aPlan, aPoint } from '../testing.ts';
import { rule } from './banner-across-road.ts';

testRule(rule, [
  {
    pass: aPlan({ assetType: [across, beside], placement: [aPoint({ assetTypeId: beside.id })] }),
    fail: aPlan({ assetType: [across, beside], placement: [aPoint({ assetTypeId: across.id })] }),
    fix: 'hang-beside',
  },
]);
