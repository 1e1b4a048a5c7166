import { slogan, testRule } from '../../../tests/support/testRule.ts';
import { aPlan, aPoint, idOf } from '../testing.ts';
import { rule } from './slogan-repeats.ts';

testRule(rule, [
  {
    pass: aPlan({
      slogan: [slogan()],
      placement: [
        aPoint({ sloganId: idOf('S', 1), from: 1000 }),
        aPoint({ id: idOf('P', 2), sloganId: idOf('S', 1), from: 1200 }),
        aPoint({ id: idOf('P', 3), sloganId: idOf('S', 1), from: 1100, side: 'left' }),
      ],
    }),
    fail: aPlan({
      slogan: [slogan()],
      placement: [
        aPoint({ sloganId: idOf('S', 1), from: 1000 }),
        aPoint({ id: idOf('P', 2), sloganId: idOf('S', 1), from: 1150 }),
      ],
    }),
    fix: null,
  },
]);
