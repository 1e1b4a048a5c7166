/** What the server would refuse of an edit for what it says, found out before it is made: a word now, not later. */
import type { Op, RowLookup } from '../../domain/edit/edit.ts';
import { faultIn } from '../../domain/edit/faults.ts';
import { foldOps, rowIn, withRows } from '../../domain/edit/tables.ts';
import { referencesOf, referrersOf } from '../../domain/model/references.ts';
import type { Reason } from '../../domain/model/result.ts';
import type { Entity, Id, Tables } from '../../domain/model/rows.ts';
import { untimely } from '../../domain/progress/timely.ts';
import { campaignDay } from '../../domain/schedule/campaignDay.ts';
import { timelineIn } from '../../domain/schedule/timeline.ts';

/** The first reason against ops on these rows; null when there is none. Rights are asked elsewhere. */
export function refusedHere(ops: readonly Op[], tables: Tables, carries = false): Reason | null {
  const byRow = Map.groupBy(ops, (op) => `${op.entity}:${op.id}`);
  const after = withRows(
    tables,
    [...byRow.values()].map(([first, ...more]) => {
      const { entity, id } = first as Op;
      return { entity, id, row: foldOps(rowIn(tables, { entity, id }), [first as Op, ...more]) };
    }),
  );
  const fault = faultIn(ops, (entity, id) => rowIn(tables, { entity, id }) as never, carries);
  if (fault !== null) return { code: fault.code, ...(fault.params && { params: fault.params }) };
  return untimelyIn(ops, tables, carries) ?? stillUsed(ops, after);
}

function untimelyIn(ops: readonly Op[], tables: Tables, carries: boolean): Reason | null {
  const [campaign] = tables.campaign.values();
  if (carries || campaign === undefined || !ops.some(({ entity }) => entity === 'report')) return null;
  const when = { timeline: timelineIn(tables), today: campaignDay(campaign, new Date()) };
  const rows = ((entity: Entity, id: Id) => rowIn(tables, { entity, id })) as RowLookup;
  for (const op of ops) {
    const reason = untimely(op, rows, when);
    if (reason !== null) return reason;
  }
  return null;
}

/** What is deleted and would leave something dangling. */
function stillUsed(ops: readonly Op[], after: Tables): Reason | null {
  const gone = new Map<Entity, Set<Id>>();
  for (const { entity, id } of ops)
    if (rowIn(after, { entity, id }) === undefined)
      gone.set(entity, (gone.get(entity) ?? new Set<Id>()).add(id));
  for (const [entity, ids] of gone)
    for (const by of new Set(referrersOf(entity).map((r) => r.entity)))
      for (const row of after[by].values())
        if (referencesOf(by, row).some((ref) => ref.entity === entity && ids.has(ref.id)))
          return { code: 'row.still-used', params: { entity, by } };
  return null;
}
