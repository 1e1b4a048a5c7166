import { feature, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, RULE } from '../testing.ts';
import { rule } from './junction-gap.ts';

testRule(rule, [
  {
    pass: aPlan({
      placement: [aPlacement({ rule: { ...RULE, except: ['junction'] } })],
      roadFeature: [feature('junction', 1500)],
    }),
    fail: aPlan({ placement: [aPlacement()], roadFeature: [feature('junction', 1500)] }),
    fix: 'skip-feature',
  },
]);
