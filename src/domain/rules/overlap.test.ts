import { ONE, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint, idOf, RULE } from '../testing.ts';
import { rule } from './overlap.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement(), aPlacement({ id: idOf('P', 2), from: 2025, to: 3000 })] }),
    fail: aPlan({ placement: [aPlacement(), aPlacement({ id: idOf('P', 2), from: 1500, to: 3000 })] }),
    fix: 'skip-positions',
  },
  {
    pass: aPlan({
      placement: [
        aPlacement({ rule: ONE }),
        aPlacement({ id: idOf('P', 2), rule: { ...RULE, sides: 'right' } }),
      ],
    }),
    fail: aPlan({ placement: [aPlacement(), aPlacement({ id: idOf('P', 2) })] }),
    fix: 'delete-double',
  },
  {
    pass: aPlan({ placement: [aPoint(), aPoint({ id: idOf('P', 2), from: 1020 })] }),
    fail: aPlan({ placement: [aPoint(), aPoint({ id: idOf('P', 2), from: 1010 })] }),
    code: 'overlap.at',
    fix: 'delete-double',
  },
]);
