/** A province's plan for measuring: 5,000 stretches on 200 roads, in which the rules find something here and there. */

import type { Placement } from '../../src/domain/model/entities/placement.ts';
import type { AnyRow, Tables } from '../../src/domain/model/rows.ts';
import {
  aCampaign,
  aPlacement,
  aPlan,
  aPoint,
  aRoad,
  aType,
  bendingLine,
  idOf,
} from '../../src/domain/testing.ts';

const ROADS = 200;
const EACH = 25;

export function plan5000(): Tables {
  const line = bendingLine(60, 200);
  const roads = Array.from({ length: ROADS }, (_, i) => aRoad({ id: idOf('R', i), code: `ĐT.${i}`, line }));
  const types = [
    aType({ emblem: 'national', widthCm: 90, heightCm: 60, inStock: 900_000 }),
    aType({ id: idOf('A', 2), shape: 'vertical-flag' }),
    aType({ id: idOf('A', 3), shape: 'pano', layout: 'point', mount: 'ground', carriesText: true }),
  ];
  const slogan = {
    id: idOf('S', 1),
    version: 1,
    text: 'Việt Nam muôn năm!',
    typeIds: [],
    priority: 1,
    approved: true,
    approvalDocument: '',
    approvalDay: null,
  };
  const placements: Placement[] = [];
  for (let r = 0; r < ROADS; r++)
    for (let i = 0; i < EACH; i++) {
      const id = idOf('P', r * EACH + i);
      const from = 500 + i * 2200;
      // Every tenth laps over into the next; every fifth is a pano; now and then nobody is in charge.
      const common = { id, roadId: idOf('R', r), from, unitId: i === 7 ? null : idOf('V', 1) };
      if (i % 5 === 4) placements.push(aPoint({ ...common, assetTypeId: idOf('A', 3), sloganId: slogan.id }));
      else
        placements.push(
          aPlacement({
            ...common,
            assetTypeId: idOf('A', 1 + (i % 2)),
            to: from + (i % 10 === 3 ? 4600 : 2000),
          }),
        );
    }
  const features = roads.flatMap((road, r) =>
    [5000, 20_000, 41_000].map((from, k) => ({
      id: idOf('F', r * 3 + k),
      version: 1,
      roadId: road.id,
      kind: (['bridge', 'junction', 'signal'] as const)[k] ?? 'bridge',
      name: `Cầu ${k}`,
      from,
      to: k === 0 ? from + 80 : from,
    })),
  );
  return aPlan({
    campaign: [aCampaign()],
    road: roads,
    assetType: types,
    slogan: [slogan],
    placement: placements,
    roadFeature: features,
  });
}

/** The plan with one placement moved by a metre or two, as an edit leaves it. */
export function moved(tables: Tables, n: number): { readonly tables: Tables; readonly row: AnyRow } {
  const id = idOf('P', (n * 37) % (ROADS * EACH));
  const before = tables.placement.get(id) as Placement;
  const row = { ...before, version: before.version + 1, from: (before.from ?? 0) + 1 + (n % 2) };
  return { tables: { ...tables, placement: new Map(tables.placement).set(id, row) }, row };
}
