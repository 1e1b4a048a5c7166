import { national, party, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint, aType, idOf, RULE } from '../testing.ts';
import { rule } from './beside-national-flag.ts';

const ONE_SIDE = { ...RULE, sides: 'right' as const };
const flags = aPlacement({ rule: ONE_SIDE });
const size = { widthCm: national.widthCm, heightCm: national.heightCm };
const colour = aType({ id: idOf('A', 6), name: { vi: 'Cờ chuối', en: 'Feather flag' }, ...size });
const pano = aType({ id: idOf('A', 7), shape: 'pano', layout: 'point', ...size });
const LARGE = { widthCm: 400, heightCm: 300 };
const large = { ...pano, ...LARGE };
const unsized = { ...pano, widthCm: null, heightCm: null };

const row = (type: typeof colour, change: Partial<typeof flags> = {}) =>
  aPlan({
    assetType: [national, type],
    placement: [flags, aPoint({ id: idOf('P', 2), assetTypeId: type.id, from: 1510, ...change })],
  });

testRule(rule, [
  {
    // On the other side of the road it is another row.
    pass: row(colour, { side: 'left' }),
    fail: row(colour),
    fix: null,
  },
  {
    // A pano of another size, or of one that nobody measured.
    pass: row(large),
    fail: row(pano),
    fix: null,
  },
  { pass: row(unsized), fail: row(pano, { from: 2010 }), fix: null },
  {
    // Beyond the last flag of the row.
    pass: row(colour, { from: 2020 }),
    fail: aPlan({
      assetType: [national, colour],
      placement: [flags, aPlacement({ id: idOf('P', 2), assetTypeId: colour.id, from: 1990, to: 2400 })],
    }),
    fix: null,
  },
  {
    // Halfway between two flags a hundred metres apart it is in no row with them.
    pass: aPlan({
      assetType: [national, colour],
      placement: [
        { ...flags, rule: { ...ONE_SIDE, spacing: 100 } },
        aPoint({ id: idOf('P', 2), assetTypeId: colour.id, from: 1550 }),
      ],
    }),
    fail: row(colour, { from: 1505 }),
    fix: null,
  },
  {
    // As large as another national flag, which stands elsewhere.
    pass: aPlan({
      assetType: [national, { ...national, id: idOf('A', 9), ...LARGE }, large],
      placement: [
        flags,
        aPlacement({ id: idOf('P', 3), assetTypeId: idOf('A', 9), from: 5000, to: 6000 }),
        aPoint({ id: idOf('P', 2), assetTypeId: large.id, from: 1510 }),
      ],
    }),
    fail: row(pano),
    fix: null,
  },
  {
    // The Party flag belongs there, and is of the same size.
    pass: row({ ...party, shape: 'party-flag' }),
    fail: row({ ...colour, shape: 'vertical-flag' }),
    fix: null,
  },
  {
    // Also as it was drawn before it had a shape of its own.
    pass: row({ ...party, shape: 'flag' }),
    fail: row({ ...colour, shape: 'flag' }),
    fix: null,
  },
]);
