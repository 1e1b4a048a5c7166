/** What was changed, by whom, and the ways back. Read from the server: the past is not kept on the device. */
import type { HistoryAnswer } from '../../api/contract/answers.ts';
import type { Op, RowLookup } from '../../domain/edit/edit.ts';
import { type PastOp, restoreOp, statesOf, takeBack } from '../../domain/edit/revert.ts';
import { rowIn } from '../../domain/edit/tables.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import type { Entity, Id, RowOf } from '../../domain/model/rows.ts';
import { addressIn, MEASURED, readsElsewhere } from '../../domain/road/readsElsewhere.ts';
import { getJson } from '../net/http.ts';
import { useCampaign } from './campaign.ts';
import { commit, mayCommit, newRowId } from './commit.ts';

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

/**
 * Takes a past change back, as an edit of its own. Fails when somebody went on from it, and with `undo.road-changed` where
 * what comes back would stand elsewhere on its road as it is now. Throws Refusal or NoAnswer.
 */
export async function takeChangeBack(change: PastChange): Promise<Result<true>> {
  if (!change.whole) return fail('undo.too-large');
  const ops = takeBack(change.ops as readonly PastOp[], change.number, lookup, newRowId, change.carry?.parts);
  if (!ops.ok) return ops;
  if (change.carry === undefined && (await wouldStandElsewhere(ops.value, change.number)))
    return fail('undo.road-changed');
  return commit({ code: 'history.taken-back', params: { number: change.number } }, ops.value, change.carry);
}

/** Whether taking a past change back is this person's to do; what else stands in its way is told when it is tried. */
export function mayTakeBack(change: PastChange): boolean {
  const ops = takeBack(change.ops as readonly PastOp[], change.number, lookup, newRowId, change.carry?.parts);
  // Of thousands of ops one says whose they are.
  return !ops.ok || mayCommit(ops.value.slice(0, 1), change.carry).ok;
}

/**
 * Makes a row as it was after one of its changes; `changes` are all of the row's, newest first. Fails as `takeChangeBack`
 * does. Throws Refusal or NoAnswer.
 */
export async function restoreRow(
  entity: Entity,
  id: Id,
  changes: readonly PastChange[],
  number: number,
): Promise<Result<true>> {
  const oldestFirst = [...changes].reverse();
  const ops = oldestFirst.flatMap((c) =>
    c.ops.filter((op) => op.id === id).map((op) => ({ ...op, number: c.number })),
  );
  const states = statesOf(ops as unknown as readonly PastOp[]);
  const at = ops.findLastIndex((op) => op.number <= number);
  const then = states[at];
  if (then === undefined || then === null) return fail('restore.same');
  const op = restoreOp(entity, id, then, lookup(entity, id));
  if (!op.ok) return op;
  if (await wouldStandElsewhere([op.value], number)) return fail('undo.road-changed');
  return commit({ code: 'history.restored', params: { number } }, [op.value]);
}

/** Whether ops write chainages that were other places on their roads after a change. */
async function wouldStandElsewhere(ops: readonly Op[], number: number): Promise<boolean> {
  const roads = new Map<Id, number[]>();
  for (const op of ops) {
    const address = addressIn(op, lookup(op.entity, op.id), lookup);
    if (address !== null)
      roads.set(address.roadId, [...(roads.get(address.roadId) ?? []), ...address.chainages]);
  }
  for (const [id, chainages] of roads) {
    const road = lookup('road', id);
    if (road !== undefined && readsElsewhere(chainages, await roadAfter(road, number), road)) return true;
  }
  return false;
}

/** The shape of a road after a past change: what was changed since is taken off it, the newest first. */
async function roadAfter(road: Road, number: number): Promise<Road> {
  const campaignId = useCampaign.getState().campaignId ?? '';
  let was = road;
  for (let before: number | null = null; ; ) {
    const { changes, more }: HistoryAnswer = await loadHistory(campaignId, before, {
      entity: 'road',
      id: road.id,
    });
    for (const change of changes) {
      if (change.number <= number) return was;
      for (const op of (change.ops as readonly PastOp[]).toReversed())
        if (op.kind === 'set' && op.id === road.id)
          was = {
            ...was,
            ...Object.fromEntries(MEASURED.flatMap((f) => (f in op.before ? [[f, op.before[f]]] : []))),
          };
    }
    const last = changes.at(-1);
    if (!more || last === undefined) return was;
    before = last.number;
  }
}
