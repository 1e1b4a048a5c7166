/** Roads unrolled: what stands along each, by lane, ready to be painted. */

import { BEFORE_APPROVAL } from '../../domain/edit/states.ts';
import type { Positions } from '../../domain/layout/layOut.ts';
import { perObjectWhile } from '../../domain/memo.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import type { RoadFeature } from '../../domain/model/entities/roadFeature.ts';
import type { Unit } from '../../domain/model/entities/unit.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { amountsOf } from '../../domain/plan/amounts.ts';
import { featuresOf, roadLabel } from '../../domain/plan/roads.ts';
import { piecesIn } from '../../domain/progress/progress.ts';
import { reportsOf } from '../../domain/progress/reportsOf.ts';
import { pieceStage, type Stage, stageOf } from '../../domain/progress/stage.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import type { Translated } from '../../domain/text/translated.ts';
import { type UnitRange, unitIndex, unitRanges } from '../../domain/unit/units.ts';
import type { ColourName, ShapeName } from '../../ui/symbols/shapes.ts';

/** −1 left, 0 median, 1 right: as positions name their sides. */
export type Lane = -1 | 0 | 1;
export const LANES: readonly Lane[] = [-1, 0, 1];

/** The name under which what is being drawn stands among the items. */
export const DRAFT_ITEM: Id = 'draft';

/** The positions of one placement on one side, along increasing chainage. */
interface Run {
  readonly lane: Lane;
  readonly chainage: Float64Array;
  /** How far each is, where they are not all so far; null: all as their item. */
  readonly states: readonly Stage[] | null;
}

export interface StripItem {
  readonly id: Id;
  readonly shape: ShapeName;
  readonly colour: ColourName;
  readonly glyph: string;
  readonly state: Stage;
  readonly single: boolean;
  readonly from: number;
  readonly to: number;
  readonly spacing: number;
  /** What its pieces are counted in. */
  readonly unitName: Translated;
  readonly runs: readonly Run[];
}

/** An item in its lane; items that would cover each other share its height, each on a track of its own. */
export interface Tracked {
  readonly item: StripItem;
  readonly chainage: Float64Array;
  readonly states?: Run['states'];
  readonly track: number;
  /** How many tracks there are where it lies. */
  readonly tracks: number;
}

export interface StripRoad {
  readonly id: Id;
  readonly label: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly lanes: Readonly<Record<Lane, readonly Tracked[]>>;
  readonly features: readonly RoadFeature[];
  readonly units: readonly (UnitRange & { readonly name: string })[];
}

const items = perObjectWhile<Positions, StripItem>();

function stripItem(tables: Tables, row: Placement): StripItem | null {
  const type = tables.assetType.get(row.assetTypeId);
  const { id, from } = row;
  const state = stageOf(tables, row);
  const pieces = row.rule === null || reportsOf(tables, id).length === 0 ? null : piecesIn(tables, row);
  if (type === undefined || from === null) return null;
  const { positions } = amountsOf(tables, row);
  const { shape, colour, glyph, unitName } = type;
  return items(
    positions,
    [id, shape, colour, glyph, unitName, state, pieces, row.state, from, row.to],
    () => ({
      id,
      shape,
      colour,
      glyph,
      state,
      single: row.rule === null,
      from,
      to: row.to ?? from,
      spacing: row.rule?.spacing ?? 0,
      unitName,
      runs: runsOf(
        positions,
        pieces === null || BEFORE_APPROVAL.has(row.state)
          ? null
          : (i) => pieceStage(pieces.flags[i] as number, row.state),
      ),
    }),
  );
}

/** Positions come side by side; a moved one may be out of order. */
function runsOf({ count, chainage, side }: Positions, stateOf: ((i: number) => Stage) | null): Run[] {
  return LANES.flatMap((lane): Run[] => {
    const here: number[] = [];
    for (let i = 0; i < count; i++) if (side[i] === lane) here.push(i);
    if (here.length === 0) return [];
    here.sort((a, b) => (chainage[a] as number) - (chainage[b] as number));
    const states = stateOf === null ? null : here.map(stateOf);
    const isMixed = states?.some((s) => s !== states[0]) ?? false;
    return [
      {
        lane,
        chainage: Float64Array.from(here, (i) => chainage[i] as number),
        states: isMixed ? states : null,
      },
    ];
  });
}

export function stripRoad(tables: Tables, road: Road, rows: readonly Placement[]): StripRoad | null {
  const measured = measuredOf(road);
  if (measured === null) return null;
  const here = rows.flatMap((row) => stripItem(tables, row) ?? []);
  return {
    id: road.id,
    label: roadLabel(road),
    name: road.name,
    min: measured.minChainage,
    max: measured.maxChainage,
    lanes: { [-1]: laneOf(here, -1), 0: laneOf(here, 0), 1: laneOf(here, 1) },
    features: featuresOf(tables, road.id),
    units: unitsAlong(tables.unit, road),
  };
}

/**
 * Stretches take the first track that is free where they lie; only those that overlap, one through the other, share the
 * height of the lane. Single things stand in front of all of them.
 */
function laneOf(here: readonly StripItem[], lane: Lane): readonly Tracked[] {
  const entries: Tracked[] = [];
  let cluster: Omit<Tracked, 'tracks'>[] = [];
  let ends: number[] = [];
  const close = () => {
    const tracks = ends.length;
    for (const entry of cluster) entries.push({ ...entry, tracks });
    cluster = [];
    ends = [];
  };
  for (const item of [...here].sort((a, b) => a.from - b.from)) {
    const run = item.runs.find((r) => r.lane === lane);
    if (run === undefined) continue;
    const { chainage, states } = run;
    if (item.single) {
      entries.push({ item, chainage, states, track: 0, tracks: 1 });
      continue;
    }
    if (ends.every((end) => end <= item.from)) close();
    let track = ends.findIndex((end) => end <= item.from);
    if (track < 0) track = ends.length;
    ends[track] = item.to;
    cluster.push({ item, chainage, states, track });
  }
  close();
  // Single things share places by their neighbours, so they come in the order of the road.
  return entries.sort((a, b) => a.item.from - b.item.from);
}

const rangesAlong = perObjectWhile<Road, StripRoad['units']>();

function unitsAlong(units: ReadonlyMap<Id, Unit>, road: Road): StripRoad['units'] {
  return rangesAlong(road, [units], () => {
    const measured = measuredOf(road);
    if (measured === null) return [];
    return unitRanges(unitIndex(units), measured, measured.minChainage, measured.maxChainage).map((r) => ({
      ...r,
      name: units.get(r.unitId ?? '')?.name ?? '',
    }));
  });
}
