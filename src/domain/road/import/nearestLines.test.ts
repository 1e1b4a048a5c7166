import { expect, test } from 'vitest';
import type { LngLatPair } from '../../model/rows.ts';
import { aRoad } from '../../testing.ts';
import { nearestLines } from './nearestLines.ts';
import type { OfferedRoad } from './planImport.ts';

const road = aRoad();
/** Moved to the north, in metres. */
const moved = (line: readonly LngLatPair[], metres: number): LngLatPair[] =>
  line.map(([lng, lat]) => [lng, lat + metres / 110_700]);
const offer = (key: string, line: readonly LngLatPair[]) =>
  ({ key, road: { fields: { line } } }) as unknown as OfferedRoad;

test('the line that runs where the road runs is the nearest, whichever way it is drawn; what only begins there is none', () => {
  const { line } = road;
  const found = nearestLines(road, [
    offer('parallel', moved(line, 120)),
    offer('same', moved(line, 4).reverse()),
    offer('half', line.slice(0, Math.ceil(line.length * 0.7))),
    offer('stub', line.slice(0, Math.ceil(line.length * 0.2))),
    offer('elsewhere', moved(line, 40_000)),
    { key: 'refused', road: null } as OfferedRoad,
  ]);
  expect([...found.keys()]).toEqual(['same', 'parallel', 'half']);
  expect(found.get('same')).toBeLessThan(5);
});
