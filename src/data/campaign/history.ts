/** What was changed, by whom, and the ways back. Read from the server: the past is not kept on the device. */
import type { HistoryAnswer } from '../../api/contract/answers.ts';
import type { RowLookup } from '../../domain/edit/edit.ts';
import { type PastOp, restoreOp, statesOf, takeBack } from '../../domain/edit/revert.ts';
import { rowIn } from '../../domain/edit/tables.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import type { Entity, Id, RowOf } from '../../domain/model/rows.ts';
import { getJson } from '../net/http.ts';
import { useCampaign } from './campaign.ts';
import { commit } from './commit.ts';

export type PastChange = HistoryAnswer['changes'][number];

/** The newest changes before a number, of the campaign or of one row. Throws Refusal or NoAnswer. */
export async function loadHistory(
  campaignId: Id,
  before: number | null,
  row: { readonly entity: Entity; readonly id: Id } | null,
): Promise<HistoryAnswer> {
  const query = new URLSearchParams();
  if (before !== null) query.set('before', String(before));
  if (row !== null) {
    query.set('entity', row.entity);
    query.set('row', row.id);
  }
  return getJson<HistoryAnswer>(`/api/campaigns/${campaignId}/history?${query}`);
}

const lookup: RowLookup = <E extends Entity>(entity: E, id: Id) =>
  rowIn(useCampaign.getState().tables, { entity, id }) as RowOf[E] | undefined;

/** Takes a past change back, as an edit of its own. Fails when somebody went on from it. */
export function takeChangeBack(change: PastChange): Result<true> {
  if (!change.whole) return fail('undo.too-large');
  const ops = takeBack(change.ops as readonly PastOp[], change.number, lookup);
  return ops.ok
    ? commit({ code: 'history.taken-back', params: { number: change.number } }, ops.value, change.carry)
    : ops;
}

/** Makes a row as it was after one of its changes; `changes` are all of the row's, newest first. */
export function restoreRow(
  entity: Entity,
  id: Id,
  changes: readonly PastChange[],
  number: number,
): Result<true> {
  const oldestFirst = [...changes].reverse();
  const ops = oldestFirst.flatMap((c) =>
    c.ops.filter((op) => op.id === id).map((op) => ({ ...op, number: c.number })),
  );
  const states = statesOf(ops as unknown as readonly PastOp[]);
  const at = ops.findLastIndex((op) => op.number <= number);
  const then = states[at];
  if (then === undefined || then === null) return fail('restore.same');
  const op = restoreOp(entity, id, then, lookup(entity, id));
  return op.ok ? commit({ code: 'history.restored', params: { number } }, [op.value]) : op;
}
