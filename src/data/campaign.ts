/** The open campaign as screens see it: rows, sync state, and the ways to change it. */
import { create } from 'zustand';
import { newId } from '../api/contract/newId.ts';
import { PROTOCOL } from '../api/contract/protocol.ts';
import { withApprovals } from '../domain/edit/approval.ts';
import { type Edit, type EditNote, inverseOps, type Op, type RowLookup } from '../domain/edit/edit.ts';
import { inParts } from '../domain/edit/parts.ts';
import { mayDo } from '../domain/edit/permissions.ts';
import { membershipIn } from '../domain/edit/roles.ts';
import type { KnownRow } from '../domain/edit/upcast.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import type { AnyRow, Entity, Id, RowOf, Tables } from '../domain/model/rows.ts';
import { quantityIn } from '../domain/plan/amounts.ts';
import { sameValue } from '../domain/sameValue.ts';
import { cleanValue } from '../domain/text/cleanText.ts';
import { refusedHere } from './refusedHere.ts';
import { DeviceStore, type OutboxEntry, type WaitingRefusal } from './replica/deviceStore.ts';
import { Outdated } from './replica/incoming.ts';
import { Replica } from './replica/replica.ts';
import { emptyTables, foldOps, rowIn } from './replica/tables.ts';
import type { UndoStep } from './replica/undoStep.ts';
import { useSession } from './session.ts';
import { crossOut, keepStrays, readBack, releaseStrays, straysOf, writeDown } from './strays.ts';
import { browserClock, browserLead, browserNet, browserTabs } from './sync/browserPorts.ts';
import { SyncEngine } from './sync/engine.ts';
import type { Connection, Transfer } from './sync/ports.ts';

interface CampaignState {
  readonly campaignId: Id | null;
  /** Whether there are rows to show; false only before the first load on this device. */
  readonly ready: boolean;
  readonly tables: Tables;
  readonly number: number;
  readonly connection: Connection;
  /** What is being sent or fetched, while it takes long enough to be told. */
  readonly transfer: Transfer | null;
  readonly outbox: readonly OutboxEntry[];
  /** Edits shown but not yet on this device's disk: for moments only. */
  readonly notYetStored: number;
  /** Set when the device could not store an edit (full disk, private window): it lives in this tab only. */
  readonly inMemory: number;
  /** Edits of this person's other campaigns that wait on this device. */
  readonly elsewhere: readonly { readonly campaignId: Id; readonly count: number }[];
  readonly undo: readonly UndoStep[];
  readonly redo: readonly UndoStep[];
}

const CLOSED: CampaignState = {
  campaignId: null,
  ready: false,
  tables: emptyTables(),
  number: 0,
  connection: 'connecting',
  transfer: null,
  outbox: [],
  notYetStored: 0,
  inMemory: 0,
  elsewhere: [],
  undo: [],
  redo: [],
};

export const useCampaign = create<CampaignState>(() => CLOSED);

interface Open {
  readonly replica: Replica;
  readonly store: DeviceStore;
  readonly engine: SyncEngine;
  readonly replicaId: Id;
  readonly userId: Id;
}

/** Counts the openings and closings: what was begun for an earlier one is over. */
let turns = 0;
/** Fulfilled when what was closed has stored what it still had to. */
let closing: Promise<unknown> = Promise.resolve();
let open: Open | null = null;

/** What belongs to the open campaign, for the modules beside this one; null while none is open. */
export function openParts(): Open | null {
  return open;
}

const REPLICA_ID = 'cohoa.replica';

/** This browser's name in edits: it stays, so that its own earlier edits are never taken for somebody else's. */
function replicaId(): Id {
  const known = localStorage.getItem(REPLICA_ID);
  if (known !== null) return known;
  const made = newId();
  localStorage.setItem(REPLICA_ID, made);
  return made;
}

/** Opens a campaign for a person and keeps it in step until it is closed. */
export async function openCampaign(userId: string, campaignId: Id): Promise<void> {
  void closeCampaign();
  useCampaign.setState({ ...CLOSED, campaignId });
  const turn = ++turns;
  // What the campaign before was still storing, this one may be the next to read.
  await closing;
  if (turn !== turns) return;
  const isOpen = () => open?.replica === replica;
  const store = new DeviceStore(userId, () => {
    if (isOpen()) useCampaign.setState({ connection: 'outdated' });
  });
  const changed = () => {
    if (!isOpen()) return;
    useCampaign.setState({
      tables: replica.visible,
      number: replica.number,
      outbox: replica.outbox,
      notYetStored: replica.notYetStored,
      inMemory: replica.inMemory.length,
      ready: replica.ready,
    });
  };
  const replica = new Replica(campaignId, store, changed, (error) =>
    // What becomes of the edits is said beside them; rows that are not stored are fetched again.
    console.error('this device could not store:', error),
  );
  // Pages of another protocol could not read what this one tells them.
  const name = `cohoa-sync-${PROTOCOL}-${userId}-${campaignId}`;
  const engine = new SyncEngine({
    replica,
    net: browserNet,
    tabs: browserTabs(name),
    lead: browserLead(name),
    clock: browserClock,
    connection: (connection) => {
      if (!isOpen()) return;
      useCampaign.setState({ connection });
      if (connection === 'forbidden') void forget(store, campaignId);
    },
    transfer: (transfer) => {
      if (isOpen()) useCampaign.setState({ transfer });
    },
    steps: () => void readSteps(store, campaignId),
  });
  open = { userId, replica, store, engine, replicaId: replicaId() };
  window.addEventListener('beforeunload', warnBeforeLoss);
  window.addEventListener('pagehide', writeDownHere);
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  try {
    await replica.open();
  } catch (error) {
    // Another campaign was opened before this one was read.
    if (!isOpen()) return;
    if (!(error instanceof Outdated)) throw error;
    useCampaign.setState({ connection: 'outdated' });
    return;
  }
  if (!isOpen()) return;
  await readSteps(store, campaignId);
  if (!isOpen()) return;
  readBack(userId);
  const strays = straysOf(userId).filter((e) => e.campaignId === campaignId);
  await replica.takeBack(strays);
  releaseStrays(strays.map((e) => e.key));
  if (!isOpen()) return;
  engine.start();
  // Without this a browser short of space may throw the outbox away.
  await navigator.storage?.persist?.();
}

/** Who may not read a campaign keeps no rows of it on a device; edits that were not sent stay the person's own. */
async function forget(store: DeviceStore, campaignId: Id): Promise<void> {
  await store.forgetRows(campaignId);
  useCampaign.setState({ tables: emptyTables(), ready: false, undo: [], redo: [] });
}

async function readSteps(store: DeviceStore, campaignId: Id): Promise<void> {
  let steps: Awaited<ReturnType<DeviceStore['steps']>>;
  try {
    steps = await store.steps(campaignId, lookup as KnownRow);
  } catch (error) {
    // Closed meanwhile, or a device that cannot be read: then what was done before cannot be undone, and nothing else.
    if (open?.store === store) console.error('steps could not be read:', error);
    return;
  }
  if (useCampaign.getState().campaignId === campaignId) useCampaign.setState(steps);
}

const online = () => open?.engine.retryNow();
const offline = () => open?.engine.networkLost();

/** The page may go: edits that live in it alone are written down. Says whether all are. */
function writeDownHere(): boolean {
  const written = writeDown(open?.userId ?? null, open?.replica.unstored ?? []);
  // It may stay after all.
  void open?.replica.stored.then(crossOut);
  return written;
}

/** The browser asks before a page is left whose edits would be lost with it. */
function warnBeforeLoss(event: BeforeUnloadEvent): void {
  if (!writeDownHere()) event.preventDefault();
}

/** Fulfilled when what it still had to store is stored, or could not be. */
export async function closeCampaign(): Promise<void> {
  window.removeEventListener('online', online);
  window.removeEventListener('offline', offline);
  turns++;
  if (open !== null) closing = closed(open);
  open = null;
  useCampaign.setState(CLOSED);
  await closing;
}

/** The last edit may be of this very moment: a field that goes away stores what was typed into it. */
async function closed({ userId, replica, store, engine }: Open): Promise<void> {
  engine.stop();
  await replica.stored;
  keepStrays(userId, replica.inMemory);
  store.close();
}

/** A name for a row that is about to be created; whoever creates a row names it. */
export function newRowId(): Id {
  return newId();
}

/** Asks the server at once, e.g. when the person presses «try again». */
export function syncNow(): void {
  open?.engine.retryNow();
}

export const lookup: RowLookup = <E extends Entity>(entity: E, id: Id) =>
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
 * Changes the campaign: shown at once, stored on the device, sent when there is a network; what is large goes in
 * parts. Can be undone, whole. An op says the version of the row that its form saw: whoever changed the same field
 * since is not overwritten. Fails with the permission table's reason, and then nothing has changed.
 */
export function commit(note: EditNote, ops: readonly Op[]): Result<true> {
  const made = makeEdits(note, ops);
  if (!made.ok) return made;
  rememberStep(made.value);
  return ok(true);
}

/**
 * As `commit`, for a form that was open for a while; `seen` are the rows as it showed them. Where such a row has since
 * changed in a field that the form writes, nothing is sent: the edit waits under «needs attention», where both values
 * stand side by side. Says which of the two it came to.
 */
export function commitSeen(
  note: EditNote,
  ops: readonly Op[],
  seen: readonly AnyRow[],
): Result<'saved' | 'asked'> {
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
  return fields.length === 0 ? [] : [{ ...entry, fields, current: { ...now } }];
}

/** Makes and enqueues the edits of one act, without a word about undo. */
export function makeEdits(
  note: EditNote,
  given: readonly Op[],
  refusal: WaitingRefusal | null = null,
): Result<UndoStep> {
  if (open === null) return fail('campaign.closed');
  const { tables } = useCampaign.getState();
  const ops = withApprovals(cleanValue(given), lookup, (row) => quantityIn(tables, row));
  const allowed = mayCommit(ops);
  if (!allowed.ok) return allowed;
  const refused = refusedHere(ops, tables);
  if (refused !== null) return { ok: false, reason: refused };
  const inverse = inverseOps(ops, lookup);
  if (!inverse.ok) return inverse;
  const { replica, engine, replicaId: mine } = open;
  const parts = refusal === null ? inParts(ops) : [ops];
  const at = new Date().toISOString();
  const edits = parts.map((part, i): Edit => {
    const params = { ...note.params, part: i + 1, parts: parts.length };
    const named = cleanValue(parts.length === 1 ? note : { ...note, params });
    return { key: newId(), replica: mine, campaignId: replica.campaignId, note: named, ops: part };
  });
  void Promise.all(edits.map((edit) => replica.enqueue(edit, at, refusal))).then(() => engine.wake());
  return ok({ key: edits[0]?.key ?? newId(), note, ops, inverse: inverse.value });
}

function rememberStep(step: UndoStep): void {
  useCampaign.setState(({ undo }) => ({ undo: [...undo, step].slice(-100), redo: [] }));
  storeStep(step, 'undo', 'redo');
}

/** Stores where a step now is; a device that cannot store forgets it at a reload, and that alone. */
export function storeStep(step: UndoStep, to: 'undo' | 'redo', clear: 'undo' | 'redo' | null): void {
  if (open === null) return;
  const { store, engine, replica } = open;
  store
    .moveStep(replica.campaignId, step, to, clear)
    .then(() => engine.tellSteps())
    .catch((error: unknown) => console.error('this step can be undone until the page is left:', error));
}
