import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, RULE } from '../testing.ts';
import { rule } from './too-many-positions.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({
      placement: [aPlacement({ from: -1_000_000, to: 10_000_000, rule: { ...RULE, spacing: 0.5 } })],
    }),
    fix: null,
  },
]);
