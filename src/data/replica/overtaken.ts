/** Edits that wait and were measured on a road which others have given another shape since. */
import type { ChangeAnswer } from '../../api/contract/answers.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { lineLength } from '../../domain/geo/geodesic.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { placeAt } from '../../domain/road/measuredRoad.ts';
import type { OutboxEntry } from './deviceStore.ts';

/** The fields of a road by which a chainage is a place. */
const MEASURED = ['line', 'zeroChainage', 'calibration'];
const ADDRESS = ['roadId', 'from', 'to'];

interface Address {
  readonly roadId?: Id | null;
  readonly from?: number | null;
  readonly to?: number | null;
}

/** A chainage that reads a place nearer than this to where it was read before is the same place, in metres. */
const SAME_M = 1;

function isElsewhere(roadId: Id, chainage: number, before: Tables, after: Tables): boolean {
  const [was, is] = [before, after].map((tables) => {
    const road = tables.road.get(roadId);
    const measured = road === undefined ? null : measuredOf(road);
    const place = measured === null ? null : placeAt(measured, chainage);
    return place?.ok === true ? place.value : null;
  });
  if (was == null || is == null) return was != null;
  return (
    lineLength([
      [was.lng, was.lat],
      [is.lng, is.lat],
    ]) > SAME_M
  );
}

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
  const roadOf = (op: Op): Id | null => {
    if ((op.entity !== 'placement' && op.entity !== 'roadFeature') || op.kind === 'delete') return null;
    if (!ADDRESS.some((f) => f in op.fields)) return null;
    const { roadId, from, to } = { ...before[op.entity].get(op.id), ...op.fields } as Address;
    if (typeof roadId !== 'string' || !shaped.has(roadId)) return null;
    return [from, to].some((at) => at != null && isElsewhere(roadId, at, before, after)) ? roadId : null;
  };
  return outbox.flatMap(({ key, state, edit }) => {
    if (state !== 'waiting' || edit.carry !== undefined) return [];
    const on = edit.ops.map(roadOf).find((id) => id !== null);
    const road = before.road.get(on ?? '');
    return on == null ? [] : [{ key, road: road === undefined ? '' : roadLabel(road) }];
  });
}
