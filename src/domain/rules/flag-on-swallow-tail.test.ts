import { testRule } from '../../../tests/support/testRule.ts';
import { aPlan, aType } from '../testing.ts';
import { rule } from './flag-on-swallow-tail.ts';

testRule(rule, [
  {
    // Phướn búa liềm, phướn ngôi sao; a plain pennant; the flag itself.
    pass: aPlan({
      assetType: [
        aType({ shape: 'vertical-flag', emblem: 'party' }),
        aType({ id: 'b', shape: 'vertical-flag', emblem: 'national' }),
        aType({ id: 'c', shape: 'pennant' }),
        aType({ id: 'd', shape: 'flag', emblem: 'national' }),
      ],
    }),
    fail: aPlan({ assetType: [aType({ shape: 'pennant', emblem: 'party' })] }),
    code: 'flag-on-swallow-tail.party',
    fix: null,
  },
  {
    pass: aPlan({ assetType: [aType({ shape: 'bunting', emblem: 'national' })] }),
    fail: aPlan({ assetType: [aType({ shape: 'pennant', emblem: 'national' })] }),
    code: 'flag-on-swallow-tail.national',
    fix: null,
  },
]);
