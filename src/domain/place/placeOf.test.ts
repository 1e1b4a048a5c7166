import { expect, test } from 'vitest';
import type { NamedPlace, PlaceKind } from '../model/entities/place.ts';
import type { LngLatPair } from '../model/rows.ts';
import { aPlan, idOf } from '../testing.ts';
import { placeAround } from './placeOf.ts';

const place = (n: number, coordinate: LngLatPair, kind: PlaceKind = 'office'): NamedPlace => ({
  id: idOf('Q', n),
  version: 1,
  name: `Nơi ${n}`,
  kind,
  coordinate,
});

/** A ten-thousandth of a degree of latitude is eleven metres. */
const north = (steps: number): LngLatPair => [105.79, 21.89 + steps / 10_000];

test('something stands at the nearest place within 80 m, and at none beyond', () => {
  const plan = aPlan({ place: [place(1, north(0)), place(2, north(9))] });
  expect(placeAround(plan, north(0))?.name).toBe('Nơi 1');
  expect(placeAround(plan, north(4))?.name).toBe('Nơi 1');
  expect(placeAround(plan, north(5))?.name).toBe('Nơi 2');
  expect(placeAround(plan, north(-7))?.name).toBe('Nơi 1');
  expect(placeAround(plan, north(-8))).toBeNull();
});

test('the name of a neighbour is no place to stand at', () => {
  expect(placeAround(aPlan({ place: [place(1, north(0), 'neighbour')] }), north(0))).toBeNull();
  expect(placeAround(aPlan(), north(0))).toBeNull();
});
