import { national, party, testRule } from '../../../tests/support/testRule.ts';
import { aPlan } from '../testing.ts';
import { rule } from './flag-ratio.ts';

testRule(rule, [
  {
    pass: aPlan({ assetType: [national] }),
    fail: aPlan({ assetType: [{ ...national, heightCm: 70 }] }),
    fix: 'flag-size',
  },
  {
    // Phướn búa liềm and phướn ngôi sao are long and upright.
    pass: aPlan({
      assetType: [
        { ...party, shape: 'vertical-flag', widthCm: 80, heightCm: 250 },
        { ...national, id: 'b', shape: 'vertical-flag', widthCm: 80, heightCm: 250 },
      ],
    }),
    fail: aPlan({ assetType: [{ ...party, shape: 'party-flag', widthCm: 80, heightCm: 250 }] }),
    fix: 'flag-size',
  },
]);
