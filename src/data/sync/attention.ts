/**
 * What a person may do with an edit that was refused: take what the server has, or send their own again. Their own
 * overwrites only what they were shown; whatever was written after that is asked about again.
 */
import type { Conflict } from '../../api/contract/edits.ts';
import { newId } from '../../api/contract/newId.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { keyedFields, mineUpon, type Things } from '../../domain/edit/merging.ts';
import { ownPart, withoutApproval } from '../../domain/edit/permissions.ts';
import type { RowRef } from '../../domain/edit/tables.ts';
import { isVouching, vouchedFor } from '../../domain/edit/vouching.ts';
import type { AnyRow, Id } from '../../domain/model/rows.ts';
import { sameValue } from '../../domain/sameValue.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import type { Replica } from '../replica/replica.ts';

/**
 * What is left of a refused edit when the rows that it was asked about are left to others: nothing where its ops hang
 * together, as those do that make or delete something, or carry what stands on a road.
 */
export function restOf({ edit }: OutboxEntry, shown: readonly Conflict[]): readonly Op[] {
  if (edit.ops.some((op) => op.kind !== 'set') || edit.note.params?.parts !== undefined) return [];
  if (edit.carry !== undefined) return [];
  const asked = new Set(shown.map((c) => `${c.entity}:${c.id}`));
  return edit.ops.flatMap((op) => {
    if (!asked.has(`${op.entity}:${op.id}`)) return [op];
    // Not to approve is not to give up what else was changed of the row.
    return isVouching(op) ? ownPart([op]) : [];
  });
}

/** Whether somebody is asked about what he vouched for: the text of what he approves is another by now. */
export function isAboutRead({ edit }: OutboxEntry, shown: readonly Conflict[]): boolean {
  return shown.some(({ op, fields }) => {
    const own = edit.ops[op];
    return own !== undefined && vouchedFor(own).some((name) => fields.includes(name));
  });
}

/** Gives the edit up; what waited behind it goes on. */
export function takeTheirs(replica: Replica, entry: OutboxEntry): Promise<void> {
  return replica.drop(entry);
}

/** Sends what is left of an edit, under a key of its own, which it gives. Its note counts no more than is sent. */
export async function sendRest(replica: Replica, entry: OutboxEntry, rest: readonly Op[]): Promise<Id> {
  const { note, ops } = entry.edit;
  const key = newId();
  const counted = note.params?.count === ops.length;
  const left = counted ? { ...note, params: { ...note.params, count: rest.length } } : note;
  await replica.rewrite(entry, { ...entry.edit, key, note: left, ops: rest });
  return key;
}

/**
 * What stands on the server against a refused edit, op by op: as the server told it with a conflict; for an edit that
 * was made on another past, as the rows are now. Nothing where the refusal has another reason.
 */
export function shownAgainst(
  { edit, refusal }: OutboxEntry,
  baseRow: (ref: RowRef) => AnyRow | undefined,
): readonly Conflict[] {
  if (refusal?.code === 'edit.conflict') return refusal.conflicts;
  if (refusal?.code !== 'edit.other-past') return [];
  return edit.ops.flatMap((op, index): Conflict[] => {
    const row = baseRow(op);
    const about = { op: index, entity: op.entity, id: op.id, by: '' };
    if (op.kind === 'create') return [];
    if (row === undefined) return op.kind === 'delete' ? [] : [{ ...about, fields: [], current: null }];
    const fields =
      op.kind === 'delete'
        ? []
        : Object.entries(op.fields)
            .filter(([name, value]) => !sameValue(value, row[name as keyof AnyRow]))
            .map(([name]) => name)
            // What was read on the other past nobody knows: whoever approves again sees it as it is.
            .concat(vouchedFor(op));
    return op.kind === 'set' && fields.length === 0 ? [] : [{ ...about, fields, current: { ...row } }];
  });
}

/** Whether anything of the edit can still be sent: what it writes may have been deleted altogether. */
export function canSend(entry: OutboxEntry, shown: readonly Conflict[]): boolean {
  return entry.edit.ops.some((_, i) => shown.find((c) => c.op === i)?.current !== null);
}

/**
 * Sends the edit again, as one that has seen what was shown; gives the key under which it goes now. Ops on rows that are gone stay behind for the person to
 * decide on. What waited behind it on the same rows has seen as much.
 */
export async function sendMine(
  replica: Replica,
  entry: OutboxEntry,
  shown: readonly Conflict[],
  seen: Seen = () => undefined,
): Promise<Id> {
  const { edit, refusal } = entry;
  // Refused for another reason: sent as it was made, under its own key, so that what had arrived after all counts once.
  if (refusal?.code === 'denied.approved-text') {
    // Approved meanwhile: changed all the same, it goes without the approval, and the server asks whether that is meant.
    const key = newId();
    await replica.rewrite(entry, { ...edit, key, ops: edit.ops.map(withoutApproval) });
    return key;
  }
  if (refusal?.code !== 'edit.conflict' && refusal?.code !== 'edit.other-past') {
    await replica.rewrite(entry, edit);
    return edit.key;
  }
  const otherPast = refusal.code === 'edit.other-past';
  const against = new Map(shown.map((c) => [c.op, c]));
  const sent: Op[] = [];
  const gone: { readonly op: Op; readonly conflict: Conflict }[] = [];
  for (const [index, op] of edit.ops.entries()) {
    const conflict = against.get(index);
    if (conflict?.current === null) gone.push({ op, conflict });
    else
      sent.push(
        ...rebased(op, conflict, replica.baseRow(op), otherPast).map((o) => keyed(o, op, conflict, seen)),
      );
  }
  if (sent.length === 0 && gone.length > 0) return edit.key;
  if (sent.length === 0) {
    await takeTheirs(replica, entry);
    return edit.key;
  }
  const sentAs = newId();
  const later = replica.outbox.slice(replica.outbox.findIndex((e) => e.key === entry.key) + 1);
  await replica.rewrite(entry, { ...edit, key: sentAs, ops: sent });
  for (const each of later) if (each.state === 'held') await raise(replica, each, shown);
  if (gone.length === 0) return sentAs;
  const key = newId();
  const { seq: _, ...rest } = entry;
  const left = { ...edit, key, ops: gone.map(({ op }) => op) };
  const conflicts = gone.map(({ conflict }, op) => ({ ...conflict, op }));
  await replica.takeBack([
    { ...rest, key, edit: left, refusal: { ...refusal, code: 'edit.conflict', conflicts } },
  ]);
  return sentAs;
}

/** A field of a row as it was before an edit; undefined where that is not known any more. */
export type Seen = (op: Op, field: string) => unknown;

/** Of fields that are many things in one, what the person has changed, upon what stands there by now. */
function keyed(sent: Op, made: Op, conflict: Conflict | undefined, seen: Seen): Op {
  const current = conflict?.current;
  if (sent.kind !== 'set' || current === null || current === undefined) return sent;
  const fields: Record<string, unknown> = { ...sent.fields };
  for (const field of keyedFields(sent)) {
    const before = seen(made, field);
    if (before === undefined) continue;
    fields[field] = mineUpon(before as Things, fields[field] as Things, current[field] as Things);
  }
  return { ...sent, fields } as Op;
}

function rebased(op: Op, conflict: Conflict | undefined, row: AnyRow | undefined, otherPast: boolean): Op[] {
  const version = versionOf(conflict);
  if (op.kind === 'create') {
    // Another row has what there can be once: the own values go into that one.
    if (conflict !== undefined && conflict.id !== op.id && version !== undefined) {
      const fields = Object.fromEntries(
        Object.entries(op.fields).filter(([name]) => !conflict.fields.includes(name)),
      );
      return [{ kind: 'set', entity: op.entity, id: conflict.id, version, fields } as Op];
    }
    // It had arrived.
    return row === undefined ? [op] : [];
  }
  if (version !== undefined) return [{ ...op, version }];
  if (!otherPast) return [op];
  return row === undefined ? [] : [{ ...op, version: row.version }];
}

function versionOf(conflict: Conflict | undefined): number | undefined {
  const version = conflict?.current?.version;
  return typeof version === 'number' ? version : undefined;
}

/** An edit that waited behind: its maker has now seen those rows as they were shown. */
async function raise(replica: Replica, entry: OutboxEntry, shown: readonly Conflict[]): Promise<void> {
  const seen = new Map(shown.map((c) => [`${c.entity}:${c.id}`, versionOf(c) ?? 0]));
  const fieldsShown = ({ entity, id }: Op) =>
    new Set(shown.filter((c) => c.entity === entity && c.id === id).flatMap((c) => c.fields));
  const ops = entry.edit.ops.map((op) => {
    const version = seen.get(`${op.entity}:${op.id}`);
    if (op.kind === 'create' || version === undefined || version <= op.version) return op;
    // An approval has read more than what was asked about: unless it was shown, it is asked about itself.
    return vouchedFor(op).every((name) => fieldsShown(op).has(name)) ? { ...op, version } : op;
  });
  if (ops.some((op, i) => op !== entry.edit.ops[i])) await replica.rewrite(entry, { ...entry.edit, ops });
}
