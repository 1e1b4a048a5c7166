import { testRule } from '../../../tests/support/testRule.ts';
import { aPlan, aPoint } from '../testing.ts';
import { rule } from './off-road.ts';

testRule(rule, [
  {
    pass: aPlan({
      placement: [aPoint({ roadId: null, from: null, side: null, coordinate: [105.7762, 21.886] })],
    }),
    fail: aPlan({
      placement: [aPoint({ roadId: null, from: null, side: null, coordinate: [105.79, 21.886] })],
    }),
    fix: null,
  },
]);
