import { expect, test } from 'vitest';
import { aPlan, aRoad, aType, idOf, RULE } from '../testing.ts';
import { type Draft, draftOf, fieldsOf, placementsOf } from './draft.ts';

const window = {
  notBefore: { milestone: 'opening', days: -1 },
  until: { milestone: 'opening', days: 1 },
};
const late = aType({ id: idOf('A', 2), layout: 'point', ...window });
const tables = aPlan({
  assetType: [aType(), late],
  dressingSet: [
    {
      id: idOf('D', 1),
      version: 1,
      name: 'Trục chính',
      items: [aType().id, late.id].map((assetTypeId) => ({
        assetTypeId,
        sloganId: null,
        rule: assetTypeId === late.id ? null : RULE,
        anchor: 'start',
        offset: 0,
        side: 'right',
        pointQuantity: 1,
      })),
    },
  ],
});
const ends = { roadId: aRoad().id, from: 2000, to: 1000 };
const drawn = (type: ReturnType<typeof aType>, change: Partial<Draft> = {}): Draft => ({
  ...draftOf(type),
  ...ends,
  ...change,
});
const USUAL = { installBy: { milestone: 'opening', days: -3 }, removeBy: { milestone: 'closing', days: 5 } };
const OWN = { installBy: window.notBefore, removeBy: window.until };

test('a new placement is due on the usual days, or on those of the window of its type', () => {
  expect(fieldsOf(drawn(aType()), tables)).toMatchObject({ ...USUAL, from: 1000, to: 2000 });
  expect(fieldsOf(drawn(late), tables)).toMatchObject(OWN);
});

test('each piece of a set has the days of its own type', () => {
  const laid = placementsOf(drawn(aType(), { kind: 'set', setId: idOf('D', 1) }), tables);
  expect(laid.map(({ assetTypeId, installBy, removeBy }) => [assetTypeId, { installBy, removeBy }])).toEqual([
    [aType().id, USUAL],
    [late.id, OWN],
  ]);
});
