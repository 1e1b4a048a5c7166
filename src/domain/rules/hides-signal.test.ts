import { feature, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint } from '../testing.ts';
import { rule } from './hides-signal.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement()], roadFeature: [feature('signal', 2050)] }),
    fail: aPlan({ placement: [aPlacement()], roadFeature: [feature('signal', 1505)] }),
    fix: 'skip-feature',
  },
  {
    pass: aPlan({ placement: [aPoint({ from: 1520 })], roadFeature: [feature('level-crossing', 1505)] }),
    fail: aPlan({ placement: [aPoint({ from: 1500 })], roadFeature: [feature('level-crossing', 1505)] }),
    fix: 'move-point',
  },
]);
