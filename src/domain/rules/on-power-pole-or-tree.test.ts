import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint, toldOf } from '../testing.ts';
import { rule } from './on-power-pole-or-tree.ts';

testRule(rule, [
  {
    // Nobody knows: nothing is found.
    pass: aPlan({ placement: [aPlacement({ support: 'unknown' })] }),
    fail: aPlan({ placement: [aPlacement({ support: 'power-pole' })] }),
    code: 'on-power-pole-or-tree.power-pole',
    fix: null,
  },
  {
    pass: aPlan({ placement: [aPoint({ support: 'lamp-post' })] }),
    fail: aPlan({ placement: [aPoint({ support: 'signal-post' })] }),
    code: 'on-power-pole-or-tree.signal-post',
    fix: null,
  },
  {
    pass: aPlan({ placement: [aPoint({ support: 'tree' })], report: toldOf('removed') }),
    fail: aPlan({ placement: [aPoint({ support: 'tree' })] }),
    code: 'on-power-pole-or-tree.tree',
    fix: null,
  },
]);
