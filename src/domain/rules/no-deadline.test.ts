import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, idOf } from '../testing.ts';
import { rule } from './no-deadline.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({ placement: [aPlacement({ installBy: null })] }),
    fix: 'set-days',
  },
  {
    pass: aPlan(),
    fail: aPlan({ placement: [aPlacement({ removeBy: { milestone: idOf('M', 1), days: 0 } })] }),
    code: 'no-deadline.remove',
    fix: 'set-days',
  },
]);
