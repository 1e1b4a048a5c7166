import { national, testRule } from '../../../tests/support/testRule.ts';
import { aPlan } from '../testing.ts';
import { rule } from './flag-ratio.ts';

testRule(rule, [
  {
    pass: aPlan({ assetType: [national] }),
    fail: aPlan({ assetType: [{ ...national, heightCm: 70 }] }),
    fix: 'flag-size',
  },
]);
