import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLACEMENT_STATES } from '../../../domain/model/entities/placement.ts';
import { URGENCY } from '../../../ui/symbols/sprites.ts';
import { batchOf } from '../layers/batch.ts';
import { groupPoints, naturalPlace, pointBox } from './points.ts';
import { zoomApart } from './takeApart.ts';

function point(id: string, lng: number, lat: number, state: (typeof PLACEMENT_STATES)[number] = 'approved') {
  return batchOf(
    id,
    {
      count: 1,
      chainage: Float64Array.of(0),
      lng: Float64Array.of(lng),
      lat: Float64Array.of(lat),
      side: Int8Array.of(0),
      ordinal: Int32Array.of(0),
    },
    { shape: 'pano', colour: 'red', glyph: '', state, single: true },
  );
}

const points = fc
  .array(
    fc.record({
      lng: fc.double({ min: 105.8, max: 105.84, noNaN: true }),
      lat: fc.double({ min: 21.9, max: 21.94, noNaN: true }),
      state: fc.constantFrom(...PLACEMENT_STATES),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((list) => list.map(({ lng, lat, state }, i) => point(`p${i}`, lng, lat, state)));
const zooms = fc.constantFrom(10, 12.5, 14, 16, 19);

test('each is in one group, no two groups are nearer than there is room, and none is far from its lead', () => {
  fc.assert(
    fc.property(points, zooms, (list, zoom) => {
      const groups = groupPoints(list, zoom);
      expect(groups.flatMap((g) => g.members.map((m) => m.id)).sort()).toEqual(list.map((p) => p.id).sort());
      const { width } = pointBox(zoom, false);
      const far = (a: (typeof list)[number], b: (typeof list)[number]) => {
        const [[ax, ay], [bx, by]] = [naturalPlace(a, zoom), naturalPlace(b, zoom)];
        return Math.max(Math.abs(ax - bx), Math.abs(ay - by));
      };
      for (const [i, a] of groups.entries()) {
        for (const b of groups.slice(i + 1)) expect(far(a.lead, b.lead)).toBeGreaterThanOrEqual(width);
        for (const member of a.members) expect(far(a.lead, member)).toBeLessThan(width);
      }
    }),
  );
});

test('the most urgent stands for the others, unless another was in view already', () => {
  fc.assert(
    fc.property(points, zooms, (list, zoom) => {
      for (const { lead, members } of groupPoints(list, zoom))
        for (const member of members) expect(URGENCY[member.state]).toBeLessThanOrEqual(URGENCY[lead.state]);
      const last = list.at(-1)?.id ?? '';
      expect(groupPoints(list, zoom, new Set([last])).map((g) => g.lead.id)).toContain(last);
    }),
  );
});

test('a number says how near one has to go; what stands at one point is never taken apart', () => {
  const [a, b] = [point('a', 105.8, 21.9), point('b', 105.8005, 21.9)];
  expect(groupPoints([a, b], 13)).toHaveLength(1);
  const zoom = zoomApart([a, b], 13, 20);
  if (zoom === null) throw new Error('not taken apart');
  expect(groupPoints([a, b], zoom)).toHaveLength(2);
  expect(zoom).toBeGreaterThanOrEqual(14);
  expect(zoomApart([a, b], 13, 13.4)).toBeNull();
  expect(zoomApart([a, point('c', 105.8, 21.9)], 13, 20)).toBeNull();
  expect(zoomApart([a, b], 20, 20)).toBeNull();
});
