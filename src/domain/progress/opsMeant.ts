/** Ops of the age before reports: what they told of states and ticks, as ops of today. */
import type { Op } from '../edit/edit.ts';
import type { ReportKind } from '../model/entities/report.ts';
import type { Entity, Id } from '../model/rows.ts';
import type { Day } from '../schedule/days.ts';
import { actsOfStep, idFor, itemReports, stateToday, wasTold } from './meantBy.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Items of a checklist with what they report. */
export function withDoing(entity: Entity, fields: Fields): Fields {
  const { checklist } = fields;
  if (entity !== 'assetType' || !Array.isArray(checklist)) return fields;
  const doing = (item: unknown) =>
    typeof item === 'object' && item !== null ? { does: itemReports((item as Fields).id), ...item } : item;
  return { ...fields, checklist: checklist.map(doing) };
}

/** The state of a placement that was one which is told today. */
export function withoutTold(entity: Entity, { state }: Fields): Fields {
  return entity === 'placement' && wasTold(state) ? { state: stateToday(state) } : {};
}

/** What an op told, as reports; `moment` (ms) and `day` are those on which it was made. */
export function splitReports(
  op: Op,
  { moment, day }: { readonly moment: number; readonly day: Day },
): readonly Op[] {
  if (op.kind === 'delete') return [op];
  const fields = op.fields as Fields;
  const report = (id: Id, kind: ReportKind, more: Fields): Op => ({
    kind: 'create',
    entity: 'report',
    id,
    fields: { kind, spots: null, quantity: null, day, who: '', note: '', corrects: null, ...more } as never,
  });
  if (op.entity === 'placement' && wasTold(fields.state)) {
    const { state, ...rest } = fields;
    const acts = op.kind === 'create' ? actsOfStep([], state) : [{ tell: lastStep(state) }];
    const told = acts.flatMap((act, i) =>
      'tell' in act ? [report(idFor(moment, i, `${op.id}:${state}`), act.tell, { placementId: op.id })] : [],
    );
    if (op.kind === 'create') return [op, ...told];
    return Object.keys(rest).length === 0 ? told : [{ ...op, fields: rest } as Op, ...told];
  }
  const kind = op.entity === 'task' && op.kind === 'create' ? itemReports(fields.itemId) : null;
  if (kind === null) return [op];
  const { placementId, doneDay, doneBy, quantity = null, note = '' } = fields;
  return [report(op.id, kind, { placementId, day: doneDay, who: doneBy, quantity, note })];
}

/** What the last step to a state told. */
function lastStep(state: unknown): ReportKind {
  const kinds = {
    installed: 'installed',
    inspected: 'accepted',
    damaged: 'damaged',
    removed: 'taken-down',
  } as const;
  return kinds[state as keyof typeof kinds];
}
