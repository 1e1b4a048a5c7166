import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan } from '../testing.ts';
import { rule } from './installed-before-opening.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({ placement: [aPlacement({ installBy: { milestone: 'opening', days: -1 } })] }),
    fix: 'install-by',
  },
]);
