/** Roads found by their words, and hidden from those who look. */
import { expect, test } from 'vitest';
import { arrive, onDevice, outbox, stored } from '../../../tests/support/deviceCampaign.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import type { LngLatPair } from '../../domain/model/rows.ts';
import { aPlacement, aRoad, bendingLine, idOf } from '../../domain/testing.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { findPlace } from './findPlace.ts';
import { hideRoads } from './roads.ts';

onDevice();

const north = (line: readonly LngLatPair[]) => line.map(([lng, lat]): LngLatPair => [lng, lat + 0.1]);
const LONG = aRoad({ id: idOf('R', 1), code: 'QL.30', name: 'Quốc lộ 30', line: bendingLine(12, 60) });
const SHORT = aRoad({ id: idOf('R', 2), code: 'QL.30', name: 'Quốc lộ 30', line: north(bendingLine(3, 60)) });
const OTHER = aRoad({ id: idOf('R', 3), code: 'QL.3', name: 'Quốc lộ 3', line: north(north(LONG.line)) });

async function given(...roads: Road[]): Promise<void> {
  await arrive(
    roads.map(({ id, version: _v, ...fields }) => ({ kind: 'create', entity: 'road', id, fields })),
  );
}
const now = (road: Road) => useCampaign.getState().tables.road.get(road.id) as Road;

test('of roads of one number the one that has the chainage is meant; a hidden one comes last', async () => {
  await given(SHORT, LONG, OTHER);
  const id = (text: string) => {
    const found = findPlace(text);
    return found.ok && found.value.kind !== 'coordinate' ? found.value.roadId : found;
  };
  // Both have Km 1, only one has Km 9; the longer number is not the shorter one with a figure behind it.
  expect(id('QL.30 Km 9+000')).toBe(LONG.id);
  expect(id('ql.30 1+000')).toBe(SHORT.id);
  expect(id('QL.3 Km 9+000')).toBe(OTHER.id);
  expect(id('QL.30 Km 50')).toMatchObject({ ok: false, reason: { code: 'go.beyond' } });
  expect(hideRoads([now(SHORT)], true).ok).toBe(true);
  expect(id('QL.30 Km 1+000')).toBe(LONG.id);
});

test('only roads without a plan are hidden, in one edit; where all are dressed nothing is done, and it is said', async () => {
  await given(SHORT, LONG, OTHER);
  const { id, version: _v, ...fields } = aPlacement({ id: idOf('P', 1), roadId: LONG.id });
  await arrive([{ kind: 'create', entity: 'placement', id, fields }]);
  expect(hideRoads([now(LONG)], true)).toMatchObject({ ok: false, reason: { code: 'road.dressed' } });
  expect(hideRoads([LONG, SHORT, OTHER].map(now), true).ok).toBe(true);
  await stored();
  expect([LONG, SHORT, OTHER].map((r) => now(r).hidden)).toEqual([false, true, true]);
  expect(outbox()).toHaveLength(1);
  // What is so already needs no edit.
  expect(hideRoads([now(SHORT)], true).ok).toBe(true);
  expect(hideRoads([LONG, SHORT, OTHER].map(now), false).ok).toBe(true);
  await stored();
  expect([LONG, SHORT, OTHER].some((r) => now(r).hidden)).toBe(false);
  expect(outbox()).toHaveLength(2);
});
