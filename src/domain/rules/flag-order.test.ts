import { national, ONE, party, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, idOf } from '../testing.ts';
import { rule } from './flag-order.ts';

testRule(rule, [
  {
    pass: aPlan({
      assetType: [national, party],
      placement: [
        aPlacement({ rule: ONE }),
        aPlacement({ id: idOf('P', 2), assetTypeId: party.id, from: 998, to: 1998, rule: ONE }),
      ],
    }),
    fail: aPlan({
      assetType: [national, party],
      placement: [
        aPlacement({ rule: ONE }),
        aPlacement({ id: idOf('P', 2), assetTypeId: party.id, from: 1002, to: 2002, rule: ONE }),
      ],
    }),
    fix: 'swap-flags',
  },
  {
    pass: aPlan(),
    fail: aPlan({
      assetType: [national, { ...party, widthCm: 120, heightCm: 80 }],
      placement: [
        aPlacement({ rule: ONE }),
        aPlacement({ id: idOf('P', 2), assetTypeId: party.id, from: 998, to: 1998, rule: ONE }),
      ],
    }),
    code: 'flag-order.size',
    fix: null,
  },
  {
    // An upright banner flag with hammer and sickle is no Party flag: its size is its own.
    pass: aPlan({
      assetType: [national, { ...party, shape: 'vertical-flag', widthCm: 80, heightCm: 250 }],
      placement: [
        aPlacement({ rule: ONE }),
        aPlacement({ id: idOf('P', 2), assetTypeId: party.id, from: 998, to: 1998, rule: ONE }),
      ],
    }),
    fail: aPlan({
      assetType: [national, { ...party, shape: 'party-flag', widthCm: 80, heightCm: 250 }],
      placement: [
        aPlacement({ rule: ONE }),
        aPlacement({ id: idOf('P', 2), assetTypeId: party.id, from: 998, to: 1998, rule: ONE }),
      ],
    }),
    code: 'flag-order.size',
    fix: null,
  },
]);
