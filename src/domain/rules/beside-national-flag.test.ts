import { national, party, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint, aType, idOf, RULE } from '../testing.ts';
import { rule } from './beside-national-flag.ts';

const ONE_SIDE = { ...RULE, sides: 'right' as const };
const flags = aPlacement({ rule: ONE_SIDE });
const size = { widthCm: national.widthCm, heightCm: national.heightCm };
const colour = aType({ id: idOf('A', 6), name: { vi: 'Cờ chuối', en: 'Feather flag' }, ...size });
const pano = aType({ id: idOf('A', 7), shape: 'pano', layout: 'point', ...size });
const large = { ...pano, widthCm: 400, heightCm: 300 };
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
    // The Party flag belongs there, and is of the same size.
    pass: row({ ...party, shape: 'party-flag' }),
    fail: row({ ...colour, shape: 'vertical-flag' }),
    fix: null,
  },
]);
