import { national, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan } from '../testing.ts';
import { rule } from './flag-condition.ts';

testRule(rule, [
  {
    pass: aPlan({
      assetType: [national],
      placement: [aPlacement({ removeBy: { milestone: 'closing', days: 1 } })],
    }),
    fail: aPlan({ assetType: [national], placement: [aPlacement()] }),
    fix: 'add-maintenance',
  },
]);
