/** The one way to change the open campaign: an edit, asked about, inverted for undo, and handed to the replica. */
import { newId } from '../../api/contract/newId.ts';
import { withApprovals } from '../../domain/edit/approval.ts';
import {
  type Carry,
  type Edit,
  type EditNote,
  inverseOps,
  type Op,
  type RowLookup,
} from '../../domain/edit/edit.ts';
import { marksOf, roadOfReread } from '../../domain/edit/marks.ts';
import { inParts } from '../../domain/edit/parts.ts';
import { mayDo } from '../../domain/edit/permissions.ts';
import { membershipIn } from '../../domain/edit/roles.ts';
import { foldOps } from '../../domain/edit/tables.ts';
import { vouchedFor } from '../../domain/edit/vouching.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { AnyRow, Id } from '../../domain/model/rows.ts';
import { quantityIn } from '../../domain/plan/amounts.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { sameValue } from '../../domain/sameValue.ts';
import { cleanValue } from '../../domain/text/cleanText.ts';
import { useSession } from '../net/session.ts';
import type { WaitingRefusal } from '../replica/deviceStore.ts';
import type { UndoStep } from '../replica/undoStep.ts';
import { grounds, lookup, openParts, useCampaign } from './campaign.ts';
import { refusedHere } from './refusedHere.ts';

/** A name for a row that is about to be created; whoever creates a row names it. */
export function newRowId(): Id {
  return newId();
}

/** Whether the signed-in person may make these ops, one after the other. Fails with the table's reason. */
export function mayCommit(ops: readonly Op[], carry?: Carry): Result<true> {
  const session = useSession.getState();
  const { campaignId } = useCampaign.getState();
  if (session.status !== 'signed-in' || campaignId === null) return fail('denied.scope');
  const member = membershipIn(session.who.memberships, campaignId);
  if (member === null) return fail('denied.scope');
  const done = new Map<string, Op[]>();
  const now: RowLookup = (entity, id) => {
    const earlier = done.get(`${entity}:${id}`);
    const row = lookup(entity, id);
    return earlier === undefined ? row : (foldOps(row, earlier) as typeof row);
  };
  for (const op of ops) {
    const allowed = mayDo(member, op, now, { carry, grounds });
    if (!allowed.ok) return allowed;
    const key = `${op.entity}:${op.id}`;
    done.set(key, [...(done.get(key) ?? []), op]);
  }
  return ok(true);
}

/**
 * Changes the campaign: shown at once, stored on the device, sent when there is a network; what is large goes in
 * parts, unless it carries. Can be undone, whole. An op says the version of the row that its form saw: whoever changed the same field
 * since is not overwritten. Fails with the permission table's reason, and then nothing has changed.
 */
export function commit(note: EditNote, ops: readonly Op[], carry?: Carry): Result<true> {
  const made = makeEdits(note, ops, null, carry);
  if (!made.ok) return made;
  rememberStep(made.value);
  return ok(true);
}

/**
 * As `commit`, for a form that was open for a while; `seen` are the rows as it showed them. Where such a row has since
 * changed in a field that the form writes, nothing is sent: the edit waits under «needs attention», where both values
 * stand side by side. So it waits where a chainage that it writes is another place by now than on `on`, the road as the
 * form showed it. Says which of the two it came to.
 */
export function commitSeen(
  note: EditNote,
  ops: readonly Op[],
  seen: readonly AnyRow[],
  on?: Road | undefined,
): Result<'saved' | 'asked'> {
  const elsewhere = on === undefined ? null : roadOfReread(new Map([[on.id, on]]), ops, lookup);
  if (elsewhere !== null) {
    const params = { road: roadLabel(elsewhere) };
    const refusal = { code: 'edit.road-changed', params, field: undefined, conflicts: [] };
    const made = makeEdits(note, ops, refusal);
    return made.ok ? ok('asked') : made;
  }
  const conflicts = ops.flatMap((op, i) => overtaken(op, i, seen));
  if (conflicts.length === 0) {
    const done = commit(note, ops);
    return done.ok ? ok('saved') : done;
  }
  const refusal = { code: 'edit.conflict', params: {}, field: undefined, conflicts };
  const made = makeEdits(note, ops, refusal);
  return made.ok ? ok('asked') : made;
}

function overtaken(op: Op, index: number, seen: readonly AnyRow[]): WaitingRefusal['conflicts'][number][] {
  const form = seen.find((row) => row.id === op.id);
  if (op.kind === 'create' || form === undefined) return [];
  const now = lookup(op.entity, op.id);
  const entry = { op: index, entity: op.entity, id: op.id, by: '' };
  if (now === undefined) return [{ ...entry, fields: [], current: null }];
  if (op.kind === 'delete') return [];
  const fields = Object.entries(op.fields)
    .filter(([name, value]) => {
      const field = name as keyof AnyRow;
      return !sameValue(form[field], now[field]) && !sameValue(value, now[field]);
    })
    .map(([name]) => name);
  const read = vouchedFor(op) as (keyof AnyRow)[];
  fields.push(...read.filter((name) => !sameValue(form[name], now[name])));
  return fields.length === 0 ? [] : [{ ...entry, fields, current: { ...now } }];
}

/** Makes and enqueues the edits of one act, without a word about undo. */
export function makeEdits(
  note: EditNote,
  given: readonly Op[],
  refusal: WaitingRefusal | null = null,
  carry?: Carry,
): Result<UndoStep> {
  const open = openParts();
  if (open === null) return fail('campaign.closed');
  const { tables } = useCampaign.getState();
  const ops = withApprovals(cleanValue(given), lookup, (row) => quantityIn(tables, row));
  const allowed = mayCommit(ops, carry);
  if (!allowed.ok) return allowed;
  const refused = refusedHere(ops, tables, carry !== undefined);
  if (refused !== null) return { ok: false, reason: refused };
  const inverse = inverseOps(ops, lookup, newId, carry?.parts);
  if (!inverse.ok) return inverse;
  const { replica, engine, replicaId: mine } = open;
  const parts = refusal === null && carry === undefined ? inParts(ops) : [ops];
  const at = new Date().toISOString();
  const edits = parts.map((part, i): Edit => {
    const params = { ...note.params, part: i + 1, parts: parts.length };
    const named = cleanValue(parts.length === 1 ? note : { ...note, params });
    return { key: newId(), replica: mine, campaignId: replica.campaignId, note: named, ops: part, carry };
  });
  void Promise.all(edits.map((edit) => replica.enqueue(edit, at, refusal))).then(() => engine.wake());
  const marks = carry === undefined ? marksOf([...ops, ...inverse.value], lookup) : [];
  const step = { key: edits[0]?.key ?? newId(), note, ops, inverse: inverse.value, carry };
  return ok(marks.length === 0 ? step : { ...step, marks });
}

function rememberStep(step: UndoStep): void {
  useCampaign.setState(({ undo }) => ({ undo: [...undo, step].slice(-100), redo: [] }));
  storeStep(step, 'undo', 'redo');
}

/** Stores where a step now is; a device that cannot store forgets it at a reload, and that alone. */
export function storeStep(step: UndoStep, to: 'undo' | 'redo', clear: 'undo' | 'redo' | null): void {
  const open = openParts();
  if (open === null) return;
  const { store, engine, replica } = open;
  store
    .moveStep(replica.campaignId, step, to, clear)
    .then(() => engine.tellSteps())
    .catch((error: unknown) => console.error('this step can be undone until the page is left:', error));
}
