/** What a person does with edits that wait: on those that were refused they decide, any of them they may give up. */
import type { Conflict } from '../../api/contract/edits.ts';
import { isShaping } from '../../domain/edit/carrying.ts';
import type { Op, RowLookup } from '../../domain/edit/edit.ts';
import { roadOfStrayed } from '../../domain/edit/marks.ts';
import type { Id } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { addressIn } from '../../domain/road/readsElsewhere.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import type { UndoStep } from '../replica/undoStep.ts';
import {
  canSend,
  isAboutRead,
  restOf,
  type Seen,
  sendMine,
  sendRest,
  shownAgainst,
  takeTheirs,
} from '../sync/attention.ts';
import { lookup, openParts, useCampaign } from './campaign.ts';

export interface Against {
  /** What the server has instead, op by op. */
  readonly shown: readonly Conflict[];
  /** How many rows of it stand apart from what was asked about, and are sent when that is left to others. */
  readonly rest: number;
  /** What was asked about is what the person had read. */
  readonly read: boolean;
  /** Whether sending the edit again would say anything: all that it writes may have been deleted. */
  readonly sendable: boolean;
}

/** What stands against a refused edit; it follows the rows as they come in. */
export function useAgainst(entry: OutboxEntry): Against {
  useCampaign((s) => s.number);
  const shown = shownAgainst(entry, (ref) => openParts()?.replica.baseRow(ref));
  return {
    shown,
    sendable: canSend(entry, shown),
    rest: shown.length === 0 ? 0 : restOf(entry, shown).length,
    read: isAboutRead(entry, shown),
  };
}

/** Sends a refused edit again, over what the person was shown and nothing else. */
export async function keepMine(entry: OutboxEntry, shown: readonly Conflict[]): Promise<void> {
  const parts = openParts();
  if (parts === null) return;
  if (await isElsewhereNow(parts, entry)) return told(parts);
  const key = await sendMine(parts.replica, entry, shown, seenBy(entry));
  await changeStep(parts, entry.edit.key, (step) => ({ ...step, key }));
  told(parts);
}

/**
 * Whether what an edit put on a road would come elsewhere now, and its maker has not been told: then they are, and it
 * waits. The server counts as seen what the same page did since.
 */
async function isElsewhereNow({ replica }: Parts, entry: OutboxEntry): Promise<boolean> {
  const marks = stepOf(entry.edit.key)?.marks ?? [];
  const { code } = entry.refusal ?? {};
  if (code === 'edit.road-changed' || code === 'edit.other-past') return false;
  const road = roadOfStrayed(marks, entry.edit.ops, lookup);
  if (road === null) return false;
  const params = { road: roadLabel(road) };
  await replica.refuse(entry, { code: 'edit.road-changed', params, field: undefined, conflicts: [] });
  return true;
}

/**
 * Leaves the rows that were asked about as they are on the server, and sends the rest of the edit. The step that is
 * undone by Ctrl Z is then that rest.
 */
export async function takeTheirsIn(entry: OutboxEntry, shown: readonly Conflict[]): Promise<void> {
  const parts = openParts();
  const rest = restOf(entry, shown);
  if (parts === null || rest.length === 0) return dropWaiting(entry);
  await askBehind(parts, entry, new Set(rest));
  const key = await sendRest(parts.replica, entry, rest);
  const kept = new Set(rest.map((op) => `${op.entity}:${op.id}`));
  const ofRest = (ops: readonly Op[]) => ops.filter((op) => kept.has(`${op.entity}:${op.id}`));
  await changeStep(parts, entry.edit.key, (step) => ({
    ...step,
    key,
    ops: ofRest(step.ops),
    inverse: ofRest(step.inverse),
  }));
  told(parts);
}

/**
 * What was laid on a road after an edit that gave it another shape is measured on that shape: without it the person is
 * asked, it is not sent to wherever the road reads its chainage now. `but`: the ops of the edit that stay.
 */
async function askBehind(
  { replica }: Parts,
  { key, edit }: OutboxEntry,
  but: ReadonlySet<Op> = new Set(),
): Promise<void> {
  const shaped = new Set(edit.ops.filter((op) => isShaping(op) && !but.has(op)).map((op) => op.id));
  const at = replica.outbox.findIndex((e) => e.key === key);
  if (shaped.size === 0 || at < 0) return;
  for (const later of replica.outbox.slice(at + 1)) {
    const on = later.edit.ops
      .map((op) => addressIn(op, lookup(op.entity, op.id), lookup)?.roadId)
      .find((id) => id !== undefined && shaped.has(id));
    const road = lookup('road', on ?? '');
    if (later.state === 'attention' || road === undefined) continue;
    const marks = stepOf(later.key)?.marks;
    // Without the edits that wait: with this one gone, that is how its road will be.
    const onServer: RowLookup = (entity, id) =>
      entity === 'road' ? (replica.baseRow({ entity, id }) as never) : lookup(entity, id);
    if (marks !== undefined && roadOfStrayed(marks, later.edit.ops, onServer) === null) continue;
    const params = { road: roadLabel(road) };
    await replica.refuse(later, { code: 'edit.road-changed', params, field: undefined, conflicts: [] });
  }
}

/** The fields of an edit's rows as its maker saw them: its step knows, to take it back. */
function seenBy({ edit }: OutboxEntry): Seen {
  const step = stepOf(edit.key);
  return (op, field) => {
    const back = step?.inverse.find((i) => i.entity === op.entity && i.id === op.id);
    return back?.kind === 'set' ? (back.fields as Readonly<Record<string, unknown>>)[field] : undefined;
  };
}

/** The step that an edit stands for; it may be too old to be known. */
function stepOf(key: Id): UndoStep | undefined {
  const { undo, redo } = useCampaign.getState();
  return [...undo, ...redo].find((s) => s.key === key);
}

type Parts = NonNullable<ReturnType<typeof openParts>>;

/** The step that an edit stands for, here and on the device: it goes by the edit's key, also when that is another now. */
async function changeStep(
  { store, replica }: Parts,
  key: Id,
  change: (step: UndoStep) => UndoStep,
): Promise<void> {
  for (const stack of ['undo', 'redo'] as const) {
    const step = useCampaign.getState()[stack].find((s) => s.key === key);
    if (step === undefined) continue;
    const changed = change(step);
    useCampaign.setState((s) => ({ [stack]: s[stack].map((x) => (x === step ? changed : x)) }));
    await store.changeStep(replica.campaignId, key, changed);
  }
}

function told({ engine }: Parts): void {
  engine.tellSteps();
  engine.tellOutbox();
  engine.wake();
}

/** Gives one edit up: it is not sent (again). What was already on its way may still arrive. */
export async function dropWaiting(entry: OutboxEntry): Promise<void> {
  const parts = openParts();
  if (parts === null) return;
  const { replica, engine, store } = parts;
  await askBehind(parts, entry);
  await takeTheirs(replica, entry);
  // What never came to be is nothing that could be undone, and must not stand before what can.
  useCampaign.setState(({ undo, redo }) => ({
    undo: undo.filter((s) => s.key !== entry.key),
    redo: redo.filter((s) => s.key !== entry.key),
  }));
  await store.dropStep(replica.campaignId, entry.key);
  engine.tellSteps();
  engine.tellOutbox();
  engine.wake();
}
