/** From the campaign's rows to what the two canvas layers draw; what did not change is not prepared again. */

import { useMemo } from 'react';
import { useDrafts } from '../../../data/workbench/drafts.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import { useUncommittedTables } from '../../../data/workbench/uncommitted.ts';
import { BEFORE_APPROVAL } from '../../../domain/edit/states.ts';
import type { Positions } from '../../../domain/layout/layOut.ts';
import { perObject, perObjectWhile, stableList } from '../../../domain/memo.ts';
import type { NamedPlace } from '../../../domain/model/entities/place.ts';
import type { Placement } from '../../../domain/model/entities/placement.ts';
import type { Road } from '../../../domain/model/entities/road.ts';
import type { Waterway } from '../../../domain/model/entities/waterway.ts';
import type { Tables } from '../../../domain/model/rows.ts';
import { positionsIn } from '../../../domain/plan/amounts.ts';
import { placementsOf } from '../../../domain/plan/draft.ts';
import { previewOf } from '../../../domain/plan/preview.ts';
import type { Pieces } from '../../../domain/progress/pieces.ts';
import { piecesIn } from '../../../domain/progress/progress.ts';
import { reportsOf } from '../../../domain/progress/reportsOf.ts';
import { pieceStage, type Stage, stageOf } from '../../../domain/progress/stage.ts';
import { measuredOf } from '../../../domain/road/measuredOf.ts';
import { type Place, placeAt } from '../../../domain/road/measuredRoad.ts';
import { paintedLine } from '../../../ui/map/roadPainter.ts';
import { worldX, worldY } from '../../../ui/map/world.ts';
import { type BaseDrawing, type PlaceMark, type Post, rankOf, type Shield } from '../layers/baseDrawing.ts';
import { type Batch, batchOf, DRAFT, type Foot } from '../layers/batch.ts';
import { useShares } from './useShares.ts';

interface RoadDrawing {
  readonly line: ReturnType<typeof paintedLine>;
  readonly posts: readonly Post[];
  readonly shields: readonly Shield[];
}

const drawingOf = perObject((road: Road): RoadDrawing => {
  const rank = rankOf(road.class);
  return {
    line: paintedLine(road.id, rank, road.line),
    posts: postsOf(road, rank),
    shields: shieldsOf(road),
  };
});

const NAME_LETTERS = 22;

/** A place of a road as the map draws it, with the direction to the right of the road. */
function onMap(place: Place): Pick<Shield, 'x' | 'y' | 'nx' | 'ny'> {
  const bearing = (place.bearing * Math.PI) / 180;
  return { x: worldX(place.lng), y: worldY(place.lat), nx: Math.cos(bearing), ny: Math.sin(bearing) };
}

function postsOf(road: Road, rank: number): Post[] {
  const measured = measuredOf(road);
  if (measured === null) return [];
  const posts: Post[] = [];
  for (let km = Math.ceil(measured.minChainage / 1000); km * 1000 <= measured.maxChainage; km++) {
    const place = placeAt(measured, km * 1000);
    if (!place.ok) continue;
    posts.push({
      roadId: road.id,
      ...onMap(place.value),
      km,
      roadRank: rank,
    });
  }
  return posts;
}

/** The name of a road without a number, as far as a plate on the map has room. */
function shortened(name: string): string {
  return name.length > NAME_LETTERS ? `${name.slice(0, NAME_LETTERS).trimEnd()}…` : name;
}

function shieldsOf(road: Road): Shield[] {
  const measured = measuredOf(road);
  const text = road.code || shortened(road.name);
  if (measured === null || text === '') return [];
  const every = Math.max(4000, measured.line.length / 12);
  const shields: Shield[] = [];
  for (let at = measured.minChainage + every * 0.37; at < measured.maxChainage; at += every) {
    const place = placeAt(measured, at);
    if (place.ok) shields.push({ roadId: road.id, ...onMap(place.value), text, class: road.class });
  }
  return shields;
}

const markOf = perObject(
  ({ id, kind, name, coordinate: [lng, lat] }: NamedPlace): PlaceMark => ({
    id,
    x: worldX(lng),
    y: worldY(lat),
    kind,
    text: name,
  }),
);

/** A river's name stands a third of its way along. */
const waterName = perObject(({ id, name, line }: Waterway): readonly PlaceMark[] => {
  const at = line[Math.floor(line.length / 3)];
  return name === '' || at === undefined
    ? []
    : [{ id, x: worldX(at[0]), y: worldY(at[1]), kind: 'water', text: name }];
});

export function useBaseDrawing(): BaseDrawing {
  const shares = useShares();
  const { road: roads, unit: units, roadFeature: features, place, waterway } = useUncommittedTables();
  // A hidden road is seen while it is the one that is selected.
  const chosen = useOnlySelected('road')?.id ?? null;
  const hiddenChosen = chosen !== null && roads.get(chosen)?.hidden === true ? chosen : null;
  return useMemo(() => {
    const drawings = [...roads.values()].filter((r) => !r.hidden || r.id === hiddenChosen).map(drawingOf);
    return {
      lines: drawings.map((d) => d.line),
      posts: drawings.flatMap((d) => d.posts),
      shields: drawings.flatMap((d) => d.shields),
      names: [...units.values()].flatMap((u) =>
        u.centre === null
          ? []
          : [
              {
                x: worldX(u.centre[0]),
                y: worldY(u.centre[1]),
                text: u.name.replace(/^Thị trấn /, 'TT. '),
                town: /^(Thị trấn|Thành phố|Phường)/.test(u.name),
                area: u.boundary,
                share: shares.get(u.id) ?? null,
              },
            ],
      ),
      places: [...[...place.values()].map(markOf), ...[...waterway.values()].flatMap(waterName)],
      features: [...features.values()].flatMap((f) => {
        const road = roads.get(f.roadId);
        const measured = road === undefined ? null : measuredOf(road);
        const place = measured === null ? null : placeAt(measured, (f.from + f.to) / 2);
        return place?.ok ? [{ id: f.id, ...onMap(place.value), kind: f.kind }] : [];
      }),
    };
  }, [roads, units, features, place, waterway, shares, hiddenChosen]);
}

const batches = perObjectWhile<Positions, Batch>();
const drawn = perObjectWhile<Placement, Batch | null>();
/** Everything but the placements that pictures of them are made of. */
const surroundings = stableList<readonly unknown[]>();

export function drawnIn(tables: Tables, row: Placement): Batch | null {
  const type = tables.assetType.get(row.assetTypeId);
  const positions = positionsIn(tables, row);
  if (type === undefined || positions.count === 0) return null;
  const { shape, colour, glyph } = type;
  const look = { shape, colour, glyph, state: stageOf(tables, row), single: row.rule === null };
  const pieces = row.rule === null || reportsOf(tables, row.id).length === 0 ? null : piecesIn(tables, row);
  return batches(positions, [...Object.values(look), pieces, row.state], () =>
    batchOf(
      row.id,
      positions,
      { ...look, ...statesOf(look.state, row.state, pieces, positions.count) },
      footOf(tables, row),
    ),
  );
}

/** A half-done stretch looks half done: each position has its own state, unless they all have one. */
function statesOf(
  stage: Stage,
  state: Placement['state'],
  pieces: Pieces | null,
  count: number,
): Pick<Batch, 'state' | 'states'> {
  if (pieces === null || BEFORE_APPROVAL.has(state)) return { state: stage, states: null };
  const states = Array.from({ length: count }, (_, i) => pieceStage(pieces.flags[i] as number, state));
  const [first = stage] = states;
  return states.every((s) => s === first) ? { state: first, states: null } : { state: stage, states };
}

/** Where a single thing stands at its road, which has no neighbour to tell the direction by. */
function footOf(
  tables: Tables,
  { roadId, from, rule }: Pick<Placement, 'roadId' | 'from' | 'rule'>,
): Foot | null {
  const road = tables.road.get(roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (measured === null || from === null || rule !== null) return null;
  const place = placeAt(measured, Math.max(measured.minChainage, Math.min(measured.maxChainage, from)));
  return place.ok ? onMap(place.value) : null;
}

/** All placements, with the dragged one as it is in the hand and the draft on top. */
export function useBatches(): readonly Batch[] {
  const tables = useUncommittedTables();
  const dragged = useDrafts((s) => s.dragged);
  const draft = useDrafts((s) => s.draft);
  const plan = useMemo(() => {
    const list: Batch[] = [];
    const { campaign, assetType, report, road, roadFeature } = tables;
    // While nothing but placements changed, a placement that is the same looks the same: no need to look closer.
    const around = surroundings([campaign, assetType, report, road, roadFeature]);
    for (const row of tables.placement.values()) {
      const moved = dragged?.id === row.id ? { ...row, ...dragged.fields } : row;
      const batch = drawn(moved, around, () => drawnIn(tables, moved));
      if (batch !== null) list.push(batch);
    }
    return list;
  }, [tables, dragged]);
  return useMemo(() => {
    const sketched = (draft === null ? [] : placementsOf(draft, tables)).flatMap((fields) => {
      const preview = previewOf(tables, fields);
      const type = tables.assetType.get(fields.assetTypeId);
      if (preview === null || type === undefined || preview.positions.count === 0) return [];
      const { shape, colour, glyph } = type;
      return [
        batchOf(
          DRAFT,
          preview.positions,
          { shape, colour, glyph, state: 'drawn', single: fields.rule === null },
          footOf(tables, fields),
        ),
      ];
    });
    return sketched.length === 0 ? plan : [...plan, ...sketched];
  }, [plan, draft, tables]);
}
