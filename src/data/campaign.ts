/** The open campaign as screens see it: rows, sync state, and the ways to change it. */
import { create } from 'zustand';
import { newId } from '../api/contract/newId.ts';
import { withApprovals } from '../domain/edit/approval.ts';
import {
  type Edit,
  type EditNote,
  inverseOps,
  type Op,
  type RowLookup,
  stillStands,
} from '../domain/edit/edit.ts';
import { faultIn } from '../domain/edit/faults.ts';
import { mayDo } from '../domain/edit/permissions.ts';
import { membershipIn } from '../domain/edit/roles.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import type { Entity, Id, RowOf, Tables } from '../domain/model/rows.ts';
import { quantityIn } from './derived/placements.ts';
import { DeviceStore, type OutboxEntry } from './replica/deviceStore.ts';
import { Replica } from './replica/replica.ts';
import { emptyTables, foldOps, rowIn } from './replica/tables.ts';
import { useSession } from './session.ts';
import { giveWay, insist } from './sync/attention.ts';
import { type Connection, SyncEngine } from './sync/engine.ts';

interface UndoStep {
  /** Of the edit that made it. */
  readonly key: string;
  readonly note: EditNote;
  readonly ops: readonly Op[];
  readonly inverse: readonly Op[];
}

interface CampaignState {
  readonly campaignId: Id | null;
  /** Whether there are rows to show; false only before the first load on this device. */
  readonly ready: boolean;
  readonly tables: Tables;
  readonly number: number;
  readonly connection: Connection;
  readonly outbox: readonly OutboxEntry[];
  /** Edits shown but not yet on this device's disk: for moments only. */
  readonly unkept: number;
  /** Set when the device refused to keep an edit (full disk, private window): it lives in this tab only. */
  readonly keepFailed: boolean;
  readonly undo: readonly UndoStep[];
  readonly redo: readonly UndoStep[];
}

const CLOSED: CampaignState = {
  campaignId: null,
  ready: false,
  tables: emptyTables(),
  number: 0,
  connection: 'connecting',
  outbox: [],
  unkept: 0,
  keepFailed: false,
  undo: [],
  redo: [],
};

export const useCampaign = create<CampaignState>(() => CLOSED);

interface Open {
  readonly replica: Replica;
  readonly store: DeviceStore;
  readonly engine: SyncEngine;
  readonly replicaId: Id;
}

let open: Open | null = null;

const REPLICA_ID = 'cohoa.replica';

/** This browser's name in edits: kept, so that its own earlier edits are never taken for somebody else's. */
function replicaId(): Id {
  const known = localStorage.getItem(REPLICA_ID);
  if (known !== null) return known;
  const made = newId();
  localStorage.setItem(REPLICA_ID, made);
  return made;
}

/** Opens a campaign for a person and keeps it in step until it is closed. */
export async function openCampaign(userId: string, campaignId: Id): Promise<void> {
  closeCampaign();
  useCampaign.setState({ ...CLOSED, campaignId });
  const store = new DeviceStore(userId);
  const changed = () => {
    if (open?.replica !== replica && open !== null) return;
    useCampaign.setState({
      tables: replica.visible,
      number: replica.number,
      outbox: replica.outbox,
      unkept: replica.unkept,
      ready: replica.number > 0,
    });
  };
  const replica = new Replica(campaignId, store, changed, (error) => {
    console.error('this device keeps nothing:', error);
    useCampaign.setState({ keepFailed: true });
  });
  const engine = new SyncEngine({
    replica,
    lockName: `cohoa-sync-${userId}-${campaignId}`,
    connection: (connection) => useCampaign.setState({ connection }),
  });
  open = { replica, store, engine, replicaId: replicaId() };
  window.addEventListener('beforeunload', warnBeforeLoss);
  await replica.open();
  if (open?.replica !== replica) return;
  engine.start();
  // Without this a browser short of space may throw the outbox away.
  await navigator.storage?.persist?.();
}

/** The browser asks before a page is left whose edits live in it alone. */
function warnBeforeLoss(event: BeforeUnloadEvent): void {
  const { unkept, keepFailed, outbox } = useCampaign.getState();
  if (unkept > 0 || (keepFailed && outbox.length > 0)) event.preventDefault();
}

export function closeCampaign(): void {
  window.removeEventListener('beforeunload', warnBeforeLoss);
  open?.engine.stop();
  open?.store.close();
  open = null;
  useCampaign.setState(CLOSED);
}

/** A name for a row that is about to be created; whoever creates a row names it. */
export function newRowId(): Id {
  return newId();
}

/** Asks the server at once, e.g. when the person presses «try again». */
export function syncNow(): void {
  open?.engine.poke();
}

const lookup: RowLookup = <E extends Entity>(entity: E, id: Id) =>
  rowIn(useCampaign.getState().tables, { entity, id }) as RowOf[E] | undefined;

/** Whether the signed-in person may make these ops, one after the other. Fails with the table's reason. */
export function mayCommit(ops: readonly Op[]): Result<true> {
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
    const allowed = mayDo(member, op, now);
    if (!allowed.ok) return allowed;
    const key = `${op.entity}:${op.id}`;
    done.set(key, [...(done.get(key) ?? []), op]);
  }
  return ok(true);
}

/**
 * Changes the campaign: shown at once, kept on the device, sent when there is a network. Can be undone. Fails with
 * the permission table's reason or the fault of a row, and then nothing has changed.
 */
export function commit(note: EditNote, ops: readonly Op[]): Result<true> {
  const made = make(note, ops);
  if (!made.ok) return made;
  const { undo } = useCampaign.getState();
  useCampaign.setState({ undo: [...undo, made.value].slice(-100), redo: [] });
  return ok(true);
}

function make(note: EditNote, ops: readonly Op[]): Result<UndoStep> {
  if (open === null) return fail('campaign.closed');
  const { tables } = useCampaign.getState();
  const seen = withApprovals(ops, lookup, (row) => quantityIn(tables, row)).map((op) =>
    op.kind === 'create' ? op : { ...op, version: lookup(op.entity, op.id)?.version ?? op.version },
  );
  const allowed = mayCommit(seen);
  if (!allowed.ok) return allowed;
  const fault = faultIn(seen, lookup);
  if (fault !== null) return fail(fault.code, fault.params);
  const inverse = inverseOps(seen, lookup);
  if (!inverse.ok) return inverse;
  const { replica, engine, replicaId: mine } = open;
  const edit: Edit = { key: newId(), replica: mine, campaignId: replica.campaignId, note, ops: seen };
  void replica.enqueue(edit, new Date().toISOString()).then(() => engine.poke());
  return ok({ key: edit.key, note, ops: seen, inverse: inverse.value });
}

/** Takes back the last edit of this tab. Fails with `undo.nothing`, or `undo.changed-since` when others went on from it. */
export function undo(): Result<EditNote> {
  return step('undo', 'redo', (s) => s.inverse);
}

export function redo(): Result<EditNote> {
  return step('redo', 'undo', (s) => s.ops);
}

function step(
  from: 'undo' | 'redo',
  to: 'undo' | 'redo',
  opsOf: (s: UndoStep) => readonly Op[],
): Result<EditNote> {
  const state = useCampaign.getState();
  const last = state[from][state[from].length - 1];
  if (last === undefined) return fail(`${from}.nothing`);
  const stands = stillStands(from === 'undo' ? last.ops : last.inverse, lookup);
  const rest = state[from].slice(0, -1);
  if (!stands) {
    useCampaign.setState({ [from]: rest });
    return fail('undo.changed-since');
  }
  const made = make({ code: from, params: { what: last.note.code } }, opsOf(last));
  if (!made.ok) return made;
  useCampaign.setState((s) => ({ [from]: rest, [to]: [...s[to], last] }));
  return ok(last.note);
}

/** Decides on an edit that was refused: `mine` sends it again over what is there now, `theirs` gives it up. */
export async function decide(entry: OutboxEntry, choice: 'mine' | 'theirs'): Promise<void> {
  if (open === null) return;
  const { replica, engine } = open;
  await (choice === 'mine' ? insist : giveWay)(replica, entry);
  engine.tellOutbox();
  engine.poke();
}
