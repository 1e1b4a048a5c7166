/** What a person does with edits that wait: on those that were refused they decide, any of them they may give up. */
import type { Conflict } from '../../api/contract/edits.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Id } from '../../domain/model/rows.ts';
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
import { openParts, useCampaign } from './campaign.ts';

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
  const key = await sendMine(parts.replica, entry, shown, seenBy(entry));
  await changeStep(parts, entry.edit.key, (step) => ({ ...step, key }));
  told(parts);
}

/**
 * Leaves the rows that were asked about as they are on the server, and sends the rest of the edit. The step that is
 * undone by Ctrl Z is then that rest.
 */
export async function takeTheirsIn(entry: OutboxEntry, shown: readonly Conflict[]): Promise<void> {
  const parts = openParts();
  const rest = restOf(entry, shown);
  if (parts === null || rest.length === 0) return dropWaiting(entry);
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

/** The fields of an edit's rows as its maker saw them: its step knows, to take it back. */
function seenBy({ edit }: OutboxEntry): Seen {
  const { undo, redo } = useCampaign.getState();
  const step = [...undo, ...redo].find((s) => s.key === edit.key);
  return (op, field) => {
    const back = step?.inverse.find((i) => i.entity === op.entity && i.id === op.id);
    return back?.kind === 'set' ? (back.fields as Readonly<Record<string, unknown>>)[field] : undefined;
  };
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
