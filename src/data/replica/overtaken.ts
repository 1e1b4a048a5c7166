/**
 * Edits that wait and were measured on a road which others have given another shape since. The server asks the same of
 * what it is sent, by the change up to which its maker saw the campaign; here it is told before it is sent.
 */
import type { ChangeAnswer } from '../../api/contract/answers.ts';
import type { Op, RowLookup } from '../../domain/edit/edit.ts';
import type { Entity, Id, Tables } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { addressIn, MEASURED, readsElsewhere } from '../../domain/road/readsElsewhere.ts';
import type { OutboxEntry } from './deviceStore.ts';

/**
 * The waiting edits that put something on a road by its chainage, where one of these changes of others makes
 * another place of that chainage, by their keys, with the road's name. An edit that shapes a road itself meets the change on the server. `before`
 * and `after`: the rows without these changes and with them.
 */
export function overtaken(
  changes: readonly ChangeAnswer[],
  outbox: readonly OutboxEntry[],
  before: Tables,
  after: Tables,
): { readonly key: Id; readonly road: string }[] {
  const own = new Set(outbox.map((e) => e.key));
  const shaped = new Set(
    changes.flatMap((change) =>
      own.has(change.key)
        ? []
        : change.ops.flatMap((op) =>
            op.kind === 'set' && op.entity === 'road' && MEASURED.some((f) => f in op.fields) ? [op.id] : [],
          ),
    ),
  );
  if (shaped.size === 0) return [];
  const rows = ((entity: Entity, id: Id) => before[entity].get(id)) as RowLookup;
  const roadOf = (op: Op): Id | null => {
    const { roadId, chainages } = addressIn(op, before[op.entity].get(op.id), rows) ?? {};
    if (roadId === undefined || chainages === undefined || !shaped.has(roadId)) return null;
    const [was, is] = [before.road.get(roadId), after.road.get(roadId)];
    return readsElsewhere(chainages, was, is) ? roadId : null;
  };
  return outbox.flatMap(({ key, state, edit }) => {
    if (state !== 'waiting' || edit.carry !== undefined) return [];
    const on = edit.ops.map(roadOf).find((id) => id !== null);
    const road = before.road.get(on ?? '');
    return on == null ? [] : [{ key, road: road === undefined ? '' : roadLabel(road) }];
  });
}
