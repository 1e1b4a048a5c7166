import { beside, testRule } from '../../../tests/support/testRule.ts';
import { aPlan, aPoint } from '../testing.ts';
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
]);
