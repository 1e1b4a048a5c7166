import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint } from '../testing.ts';
import { rule } from './beyond-road.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement({ from: 20_000, to: 24_900 })] }),
    fail: aPlan({ placement: [aPlacement({ from: 20_000, to: 30_000 })] }),
    fix: 'end-with-road',
  },
  {
    pass: aPlan({ placement: [aPoint({ from: 0 })] }),
    fail: aPlan({ placement: [aPoint({ from: -500 })] }),
    fix: 'move-point',
  },
  {
    pass: aPlan(),
    fail: aPlan({ placement: [aPlacement({ from: 1_460_000, to: 1_470_000 })] }),
    fix: null,
  },
]);
