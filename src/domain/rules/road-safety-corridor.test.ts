import { noGoCase, testRule } from '../../../tests/support/testRule.ts';
import { aCampaign, aPlacement, aPlan } from '../testing.ts';
import { rule } from './road-safety-corridor.ts';

testRule(rule, [
  noGoCase('road-safety-corridor'),
  {
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({
      campaign: [
        aCampaign({ ruleSettings: { 'road-safety-corridor': { off: false, params: { national: 3 } } } }),
      ],
      placement: [aPlacement()],
    }),
    code: 'road-safety-corridor.offset',
    fix: 'offset',
  },
]);
