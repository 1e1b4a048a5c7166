/** The open campaign as screens see it: rows, sync state, and the ways to change it. */

import { create } from 'zustand';
import { newId } from '../../api/contract/newId.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import type { RowLookup } from '../../domain/edit/edit.ts';
import type { Grounds } from '../../domain/edit/ownUnit.ts';
import { emptyTables, rowIn } from '../../domain/edit/tables.ts';
import { perObject } from '../../domain/memo.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Spots } from '../../domain/model/entities/report.ts';
import type { Entity, Id, RowOf, Tables } from '../../domain/model/rows.ts';
import { sharesWithin } from '../../domain/progress/progress.ts';
import { DeviceStore, type OutboxEntry } from '../replica/deviceStore.ts';
import { loadUpcast } from '../replica/earlier.ts';
import { Outdated } from '../replica/incoming.ts';
import { Replica } from '../replica/replica.ts';
import type { UndoStep } from '../replica/undoStep.ts';
import { browserClock, browserLead, browserNet, browserTabs } from '../sync/browserPorts.ts';
import { SyncEngine } from '../sync/engine.ts';
import type { Connection, Transfer } from '../sync/ports.ts';
import { crossOut, keepStrays, readBack, releaseStrays, straysOf, writeDown } from './strays.ts';

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
  const { undo, redo } = useCampaign.getState();
  let steps: Awaited<ReturnType<DeviceStore['steps']>>;
  try {
    steps = await store.steps(campaignId);
    if ([...steps.undo, ...steps.redo].some((step) => step.protocol !== undefined)) await loadUpcast();
  } catch (error) {
    // Closed meanwhile, or a device that cannot be read: then what was done before cannot be undone, and nothing else.
    if (open?.store === store) console.error('steps could not be read:', error);
    return;
  }
  const now = useCampaign.getState();
  if (now.campaignId !== campaignId) return;
  // A step made here while the device was read is not in what was read.
  if (now.undo !== undo || now.redo !== redo) return readSteps(store, campaignId);
  useCampaign.setState(steps);
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

/** Asks the server at once, e.g. when the person presses «try again». */
export function syncNow(): void {
  open?.engine.retryNow();
}

/** On whose ground what has no unit stands, and to whom work was given. */
export const grounds: Grounds = Object.assign(
  (row: Placement, spots: Spots = null) => sharesWithin(useCampaign.getState().tables, row, spots),
  { given: (placementId: Id) => givenIn(useCampaign.getState().tables.task).get(placementId) ?? [] },
);

const givenIn = perObject((tasks: Tables['task']) =>
  Map.groupBy(
    [...tasks.values()].flatMap(({ placementId, assignedUnitId: to, whole, unitId }) =>
      to === null ? [] : [{ placementId, to, whole, unitId }],
    ),
    (given) => given.placementId,
  ),
);

export const lookup: RowLookup = <E extends Entity>(entity: E, id: Id) =>
  rowIn(useCampaign.getState().tables, { entity, id }) as RowOf[E] | undefined;
