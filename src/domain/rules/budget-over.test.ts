import { testRule } from '../../../tests/support/testRule.ts';
import { aCampaign, aPlacement, aPlan } from '../testing.ts';
import { rule } from './budget-over.ts';

testRule(rule, [
  {
    pass: aPlan({ campaign: [aCampaign({ budget: 7_380_000 })], placement: [aPlacement()] }),
    fail: aPlan({ campaign: [aCampaign({ budget: 7_379_999 })], placement: [aPlacement()] }),
    fix: null,
  },
]);
