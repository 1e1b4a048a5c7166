/** A plan on ground that nobody would draw: roads that cannot be measured, are too short or go around the world. */

import type { Placement } from '../../src/domain/model/entities/placement.ts';
import type { Road } from '../../src/domain/model/entities/road.ts';
import type { RoadFeature } from '../../src/domain/model/entities/roadFeature.ts';
import type { Unit } from '../../src/domain/model/entities/unit.ts';
import type { Area, Tables } from '../../src/domain/model/rows.ts';
import { aPlan, aRoad, aType, bendingLine, idOf } from '../../src/domain/testing.ts';

const box = (w: number, s: number, e: number, n: number): Area => [
  [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
];
const unit = (n: number, boundary: Area | null): Unit => ({
  id: idOf('V', n),
  version: 1,
  code: '',
  name: `Xã ${'ABC'[n - 1]}`,
  kind: 'xã',
  centre: null,
  parentId: null,
  contact: '',
  phone: '',
  boundary,
});
const UNITS = [unit(1, box(105, 21.8, 107, 21.95)), unit(2, box(105, 21.95, 105.776, 22.2)), unit(3, null)];
const road = (n: number, change: Partial<Road>) =>
  aRoad({ id: idOf('R', n), code: `ĐT.${n}`, name: '', ...change });
const ROADS = [
  road(1, { zeroChainage: 3_000 }),
  road(2, {
    calibration: [
      { along: 0, chainage: 10_000 },
      { along: 5_000, chainage: 14_700 },
      { along: 20_000, chainage: 30_300 },
    ],
  }),
  // Cannot be measured: its posts run backwards.
  road(3, {
    calibration: [
      { along: 0, chainage: 1000 },
      { along: 5_000, chainage: 500 },
    ],
  }),
  road(4, { line: bendingLine(0.1, 50) }),
  road(5, {
    line: [
      [-179.99, -16.8],
      [179.99, 21.9],
    ],
  }),
];
const FEATURES: RoadFeature[] = [1000, 8000, 12_500].map((from, i) => ({
  id: idOf('F', i),
  version: 1,
  roadId: idOf('R', 1 + (i % 2)),
  kind: 'bridge',
  name: `Cầu ${'x'.repeat(i * 90)}`,
  from,
  to: from + 150,
}));

export function hostilePlan(placements: readonly Placement[]): Tables {
  return aPlan({
    unit: UNITS,
    road: ROADS,
    roadFeature: FEATURES,
    assetType: [
      aType(),
      aType({ id: idOf('A', 2), name: { vi: 'Pa nô', en: '' }, unitName: { vi: 'tấm', en: '' } }),
    ],
    placement: placements,
  });
}
