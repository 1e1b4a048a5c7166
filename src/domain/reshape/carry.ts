/**
 * All that is addressed on a road, carried along when the road gets another shape: placements in every state, their
 * single positions, tasks, reports and accepted findings, bridges and posts. The one way to do it.
 */
import { type Carry, type CreateOp, MOST_OPS, type Op, setOp } from '../edit/edit.ts';
import { gapsOf, type Stretch, stretchOf } from '../layout/layOut.ts';
import { mirrored } from '../layout/operations/turn.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Road } from '../model/entities/road.ts';
import type { RoadFeature } from '../model/entities/roadFeature.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { FieldsOf, Id, Tables } from '../model/rows.ts';
import { quantityIn, widthsIn } from '../plan/amounts.ts';
import { featuresOf } from '../plan/roads.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { sameValue } from '../sameValue.ts';
import { carriedReports } from './carriedReports.ts';
import { type Displaced, displacedBy, strayedFeatures } from './displaced.ts';
import { affectedBy, featuresOn, MOST_POSITIONS, positionsOf, withOps } from './moved.ts';
import { type Onto, refit, withoutNoise } from './refit.ts';
import type { Reshaped } from './reshape.ts';

export interface Carriage {
  readonly ops: readonly Op[];
  readonly carry: Carry;
  /** What will not stand where it stood. */
  readonly displaced: readonly Displaced[];
}

interface Carrying {
  readonly tables: Tables;
  readonly reshaped: Reshaped;
  /** The rows with the roads and their features as they will be. */
  readonly ground: Tables;
  readonly newId: () => Id;
}

/**
 * The edit that gives roads their new shape and carries everything on them. `newId` names rows that come of a cut. Fails
 * with `reshape.too-many-singles`, `too-far-singles`, `too-many-rows` and `too-many-positions`.
 */
export function carry(tables: Tables, reshaped: Reshaped, newId: () => Id): Result<Carriage> {
  const roads = roadOps(tables, reshaped);
  const features = [...tables.roadFeature.values()].flatMap((row) => featureOps(row, reshaped, newId));
  const ground = withOps(tables, [...roads.first, ...features]);
  const carrying = { tables, reshaped, ground, newId };
  const ops: Op[] = [...roads.first, ...features];
  const parts: [Id, Id][] = [];
  for (const row of tables.placement.values()) {
    if (!reshaped.roads.has(row.roadId ?? '')) continue;
    const carried = placementOps(row, carrying);
    if (!carried.ok) return carried;
    ops.push(...carried.value.ops);
    if (carried.value.part !== null) parts.push([carried.value.part, row.id]);
  }
  ops.push(...roads.last);
  if (ops.length > MOST_OPS) return fail('reshape.too-many-rows', { count: ops.length, limit: MOST_OPS });
  const after = withOps(tables, ops);
  const ids = affectedBy(ops, tables);
  const count = positionsOf(tables, ids);
  if (count > MOST_POSITIONS) return fail('reshape.too-many-positions', { count, limit: MOST_POSITIONS });
  const displaced = displacedBy(tables, after, ids, new Map(parts));
  const moved = [...displaced.map((d) => d.id), ...strayedFeatures(tables, after, featuresOn(ops, tables))];
  if (moved.length > MOST_OPS) return fail('reshape.too-many-rows', { count: moved.length, limit: MOST_OPS });
  return ok({ ops, carry: { moved, parts }, displaced });
}

/** Roads that go, go last: what stood on them has left them then. */
function roadOps(tables: Tables, { roads }: Reshaped): { readonly first: Op[]; readonly last: Op[] } {
  const first: Op[] = [];
  const last: Op[] = [];
  for (const [id, next] of roads) {
    const before = tables.road.get(id);
    if (next === null) {
      if (before !== undefined) last.push({ kind: 'delete', entity: 'road', id, version: before.version });
      continue;
    }
    const { id: _id, version: _version, ...fields } = next;
    if (before === undefined) first.push({ kind: 'create', entity: 'road', id, fields });
    else first.push(...changedOp('road', before, fields));
  }
  return { first, last };
}

function changedOp<E extends 'road' | 'roadFeature' | 'placement'>(
  entity: E,
  row: Road | RoadFeature | Placement,
  fields: Partial<FieldsOf<E>>,
): Op[] {
  const changed = Object.entries(fields).filter(([name, v]) => !sameValue(row[name as keyof typeof row], v));
  return changed.length === 0
    ? []
    : [setOp(entity, row as never, Object.fromEntries(changed) as Partial<FieldsOf<E>>)];
}

function featureOps(row: RoadFeature, reshaped: Reshaped, newId: () => Id): Op[] {
  if (!reshaped.roads.has(row.roadId)) return [];
  const { cut } = reshaped;
  const whole = (from: number, to: number, end?: 'first' | 'second') => {
    const a = reshaped.carried(row.roadId, from, end);
    const b = reshaped.carried(row.roadId, to, end);
    return {
      roadId: a.roadId,
      from: withoutNoise(Math.min(a.chainage, b.chainage)),
      to: withoutNoise(Math.max(a.chainage, b.chainage)),
    };
  };
  if (cut !== null && cut.roadId === row.roadId && row.from < cut.at && row.to > cut.at) {
    const { id: _id, version: _version, ...fields } = row;
    return [
      ...changedOp('roadFeature', row, whole(row.from, cut.at, 'first')),
      {
        kind: 'create',
        entity: 'roadFeature',
        id: newId(),
        fields: { ...fields, ...whole(cut.at, row.to, 'second') },
      },
    ];
  }
  const side =
    cut === null || cut.roadId !== row.roadId ? undefined : row.from >= cut.at ? 'second' : 'first';
  return changedOp('roadFeature', row, whole(row.from, row.to, side));
}

interface CarriedPlacement {
  readonly ops: readonly Op[];
  /** The row that was cut off, if any was. */
  readonly part: Id | null;
}

function placementOps(row: Placement, carrying: Carrying): Result<CarriedPlacement> {
  const stretch = stretchOf(row);
  return stretch === null
    ? ok({ ops: pointOps(row, carrying), part: null })
    : stretchOps(row, stretch, carrying);
}

function pointOps(row: Placement, { reshaped }: Carrying): Op[] {
  if (row.roadId === null || row.from === null) return [];
  const { roadId, chainage } = reshaped.carried(row.roadId, row.from);
  // A point that names no side stands on the right.
  const turned = reshaped.turned.has(row.roadId) ? mirrored({ ...row, side: row.side ?? 'right' }) : null;
  // Of a point reports name no place.
  return changedOp('placement', row, {
    roadId,
    from: withoutNoise(chainage),
    ...(turned?.ok ? turned.value : {}),
  });
}

function stretchOps(row: Placement, stretch: Stretch, carrying: Carrying): Result<CarriedPlacement> {
  const { cut } = carrying.reshaped;
  const at = cut !== null && cut.roadId === row.roadId ? cut.at : null;
  if (at === null || stretch.from >= at || stretch.to <= at) {
    const fields = laidOn(row, stretch, carrying, null);
    if (!fields.ok) return fields;
    const side = at === null ? undefined : stretch.from >= at ? 'second' : 'first';
    const reports = carriedReports(carrying, row, [{ ...row, ...fields.value }], side);
    return ok({ ops: [...changedOp('placement', row, fields.value), ...reports], part: null });
  }
  const near = laidOn(row, stretch, carrying, { at, side: 'first' });
  if (!near.ok) return near;
  const far = laidOn(row, stretch, carrying, { at, side: 'second' });
  if (!far.ok) return far;
  const count = (fields: Partial<FieldsOf<'placement'>>) =>
    quantityIn(carrying.ground, { ...row, ...fields });
  const counts = { near: count(near.value), far: count(far.value) };
  // A stretch that reaches over the cut with no position of its own is not cut for it.
  if (counts.near === 0 || counts.far === 0) {
    const side = counts.near === 0 ? 'second' : 'first';
    const reports = carriedReports(
      carrying,
      row,
      [{ ...row, ...(counts.near === 0 ? far : near).value }],
      side,
    );
    const fields = counts.near === 0 ? far.value : near.value;
    return ok({ ops: [...changedOp('placement', row, fields), ...reports], part: null });
  }
  return ok(cutOff(row, near.value, far.value, counts, carrying));
}

/** The fields of a stretch, or a part of it, on the road where it comes to lie. */
function laidOn(
  row: Placement,
  stretch: Stretch,
  { tables, reshaped, ground }: Carrying,
  part: Onto['part'],
): Result<Pick<FieldsOf<'placement'>, 'roadId' | 'from' | 'to' | 'rule'>> {
  const from = row.roadId as Id;
  // Of what is not cut both ends belong to the part that it begins on.
  const { cut } = reshaped;
  const whole = cut === null || cut.roadId !== from ? undefined : stretch.from >= cut.at ? 'second' : 'first';
  const side = part?.side ?? whole;
  const { roadId } = reshaped.carried(from, stretch.from, side);
  const widths = widthsIn(tables);
  const laid = refit(stretch, {
    way: (c) => reshaped.carried(from, c, side).chainage,
    turned: reshaped.turned.has(from),
    road: limitsOf(tables.road.get(from)),
    gaps: gapsOf(stretch.rule, featuresOf(tables, from), widths),
    gapsAfter: gapsOf(stretch.rule, featuresOf(ground, roadId), widths),
    part,
  });
  return laid.ok ? ok({ roadId, ...laid.value }) : laid;
}

function limitsOf(road: Road | undefined): Onto['road'] {
  const measured = road === undefined ? null : measuredOf(road);
  return { min: measured?.minChainage ?? -Infinity, max: measured?.maxChainage ?? Infinity };
}

/** Two rows of one: the new one has the other's state and words, its share of what was approved and done. */
function cutOff(
  row: Placement,
  near: Partial<FieldsOf<'placement'>>,
  far: Partial<FieldsOf<'placement'>>,
  counts: { readonly near: number; readonly far: number },
  carrying: Carrying,
): CarriedPlacement {
  const { tables, newId } = carrying;
  const part = newId();
  const { id, version: _version, ...fields } = row;
  const approved = row.approvedQuantity;
  const farApproved = approved === null ? null : Math.min(approved, counts.far);
  const ops: Op[] = [
    ...changedOp('placement', row, {
      ...near,
      approvedQuantity: approved === null ? null : approved - (farApproved ?? 0),
    }),
    {
      kind: 'create',
      entity: 'placement',
      id: part,
      fields: { ...fields, ...far, approvedQuantity: farApproved },
    },
  ];
  const targets = [
    { ...row, ...near },
    { ...row, ...far, id: part },
  ];
  ops.push(...carriedReports(carrying, row, targets, undefined));
  for (const task of tables.task.values()) {
    if (task.placementId !== id) continue;
    const { id: _task, version: _seen, ...done } = task;
    const nearDone = done.quantity === null ? null : Math.min(done.quantity, counts.near);
    const farDone = done.quantity === null ? null : done.quantity - (nearDone ?? 0);
    if (nearDone !== done.quantity) ops.push(setOp('task', task, { quantity: nearDone }));
    ops.push(created('task', newId(), { ...done, placementId: part, quantity: farDone }));
  }
  for (const accepted of tables.acceptance.values()) {
    if (accepted.placementId !== id) continue;
    const { id: _acceptance, version: _seen, ...why } = accepted;
    ops.push(
      created('acceptance', newId(), { ...why, placementId: part, finding: why.finding.replace(id, part) }),
    );
  }
  return { ops, part };
}

function created<E extends 'task' | 'acceptance'>(entity: E, id: Id, fields: FieldsOf<E>): CreateOp<E> {
  return { kind: 'create', entity, id, fields };
}
