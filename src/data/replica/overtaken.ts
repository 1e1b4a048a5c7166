/** Edits that wait and were measured on a road which others have given another shape since. */
import type { ChangeAnswer } from '../../api/contract/answers.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import type { OutboxEntry } from './deviceStore.ts';

/** The fields of a road by which a chainage is a place. */
const MEASURED = ['line', 'zeroChainage', 'calibration'];
const ADDRESS = ['roadId', 'from', 'to'];

/**
 * The waiting edits that put something on a road by its chainage, where one of these changes of others makes
 * another place of that chainage, by their keys, with the road's name. An edit that shapes a road itself meets the change on the server. `before`: the rows as
 * they were when the changes came.
 */
export function overtaken(
  changes: readonly ChangeAnswer[],
  outbox: readonly OutboxEntry[],
  before: Tables,
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
  const roadOf = (op: Op): Id | null => {
    if ((op.entity !== 'placement' && op.entity !== 'roadFeature') || op.kind === 'delete') return null;
    const { roadId } = op.fields as { readonly roadId?: Id | null };
    const on = roadId === undefined ? before[op.entity].get(op.id)?.roadId : roadId;
    return typeof on === 'string' && shaped.has(on) && ADDRESS.some((f) => f in op.fields) ? on : null;
  };
  return outbox.flatMap(({ key, state, edit }) => {
    if (state !== 'waiting' || edit.carry !== undefined) return [];
    const on = edit.ops.map(roadOf).find((id) => id !== null);
    const road = before.road.get(on ?? '');
    return on == null ? [] : [{ key, road: road === undefined ? '' : roadLabel(road) }];
  });
}
