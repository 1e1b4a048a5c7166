import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan } from '../testing.ts';
import { rule } from './removed-in-time.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({ placement: [aPlacement({ removeBy: { milestone: 'closing', days: 9 } })] }),
    fix: 'remove-by',
  },
  {
    pass: aPlan({ placement: [aPlacement({ state: 'removed' })] }),
    fail: aPlan({ placement: [aPlacement({ state: 'installed' })] }),
    code: 'removed-in-time.expired',
    fix: null,
    today: '2020-11-20',
  },
]);
