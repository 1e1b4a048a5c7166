import { boundary, boxAbout, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan } from '../testing.ts';
import { rule } from './unassigned.ts';

testRule(rule, [
  {
    pass: aPlan({ unit: [boundary], placement: [aPlacement({ unitId: null })] }),
    fail: aPlan({
      unit: [{ ...boundary, boundary: boxAbout(0, 1500) }],
      placement: [aPlacement({ unitId: null })],
    }),
    code: 'unassigned.part',
    fix: 'assign',
  },
  {
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({ placement: [aPlacement({ unitId: null })] }),
    fix: null,
  },
]);
