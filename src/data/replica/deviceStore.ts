/**
 * What this device stores: the rows as the server last sent them, the edits that it has not taken yet, and the steps
 * that can be undone. One database a person, so that nobody sends or sees another's work.
 */
import Dexie, { type Table } from 'dexie';
import type { Conflict } from '../../api/contract/edits.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import type { RowRef } from '../../domain/edit/tables.ts';
import type { AnyRow, Entity, Id } from '../../domain/model/rows.ts';
import { withHeld } from './held.ts';
import type { UndoStep } from './undoStep.ts';

interface StoredRow extends RowRef {
  readonly campaignId: Id;
  readonly row: AnyRow;
}

export interface WaitingRefusal {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly field: string | undefined;
  readonly conflicts: readonly Conflict[];
}

/**
 * An edit on its way. `attention`: refused, the person must choose; `held`: behind such a one, on the same rows (this
 * last is derived whenever the outbox is read).
 */
export interface OutboxEntry {
  readonly seq: number;
  readonly key: Id;
  readonly campaignId: Id;
  readonly edit: Edit;
  readonly at: string;
  readonly state: 'waiting' | 'attention' | 'held';
  readonly refusal: WaitingRefusal | null;
  /** The protocol in which the edit is written, and the lineage of the rows that it was made on; '' when unknown. */
  readonly protocol: number;
  readonly lineage: string;
  /** The change up to which its maker had seen the campaign; absent of earlier pages. */
  readonly asOf?: number | undefined;
}

/** How far a campaign's rows on this device reach, and of which past and form they are. */
export interface Cursor {
  readonly number: number;
  readonly lineage: string;
  readonly protocol: number;
  /** The rows come of pages of several moments, up to this number: they are whole once the changes to it are in. */
  readonly wholeFrom?: number;
}

/** A snapshot of which some pages have come: `after` is where the next one begins. */
export interface Loading {
  readonly lineage: string;
  readonly protocol: number;
  /** The numbers of the first and of the newest page. */
  readonly first: number;
  readonly last: number;
  readonly after: string | null;
}

export interface RowWrite extends RowRef {
  readonly row: AnyRow | undefined;
}

export type UndoStack = 'undo' | 'redo';
interface StoredStep {
  readonly seq: number;
  readonly campaignId: Id;
  readonly stack: UndoStack;
  readonly key: Id;
  readonly step: UndoStep;
  /** In which its ops are written; absent: the second. */
  readonly protocol?: number;
}

/** Rows written at once, each with the members of its lists; more would hold the page while a person waits. */
const CHUNK = 4000;
/** What a row without lists weighs beside the vertices of a road. */
const ROW_WEIGHT = 20;
/** So few rows are written before anybody waits for them: with the outbox, in one go to the disk instead of two. */
const FEW = 200;
/** The steps that are remembered; what is older is in the history. */
const STEPS = 100;

function withProtocol({ step, protocol = 2 }: StoredStep): UndoStep {
  return protocol >= PROTOCOL ? step : { ...step, protocol };
}

type InCampaign<T> = T & { readonly campaignId: Id };
type NewEntry = Omit<OutboxEntry, 'seq'>;

export class DeviceStore {
  readonly #db: Dexie;
  readonly #rows: Table<StoredRow, [Id, Entity, Id]>;
  readonly #outbox: Table<OutboxEntry, number>;
  readonly #cursors: Table<InCampaign<Cursor>, Id>;
  readonly #loading: Table<InCampaign<Loading>, Id>;
  readonly #undo: Table<StoredStep, number>;

  /** `outgrown` is called when a tab of a newer version takes the database over: this one can store nothing more. */
  constructor(userId: string, outgrown: () => void = () => {}) {
    this.#db = new Dexie(`cohoa-${userId}`, { chromeTransactionDurability: 'strict' });
    this.#db.on('versionchange', () => {
      this.#db.close();
      outgrown();
    });
    this.#db.version(1).stores({
      rows: '[campaignId+entity+id],campaignId',
      outbox: '++seq,&key,campaignId',
      cursors: 'campaignId',
    });
    // The row format changed twice before it had a number: drop those rows and fetch them again; keep the outbox.
    for (const version of [2, 3])
      this.#db
        .version(version)
        .stores({})
        .upgrade(async (tx) => {
          await tx.table('rows').clear();
          await tx.table('cursors').clear();
        });
    // From here on rows, cursors and edits carry the protocol they are written in, and `upcast` reads them.
    this.#db
      .version(4)
      .stores({ loading: 'campaignId', undo: '++seq,campaignId,[campaignId+stack],[campaignId+key]' })
      .upgrade(async (tx) => {
        await tx.table('cursors').toCollection().modify({ lineage: '', protocol: 1 });
        await tx.table('outbox').toCollection().modify({ lineage: '', protocol: 1 });
      });
    this.#rows = this.#db.table('rows');
    this.#outbox = this.#db.table('outbox');
    this.#cursors = this.#db.table('cursors');
    this.#loading = this.#db.table('loading');
    this.#undo = this.#db.table('undo');
  }

  /** The rows of a campaign and how far they reach; null when it was never wholly loaded here. */
  async load(campaignId: Id): Promise<{ cursor: Cursor; rows: readonly RowWrite[] } | null> {
    const cursor = await this.#cursors.get(campaignId);
    if (cursor === undefined) return null;
    return { cursor, rows: await this.#rowsOf(campaignId) };
  }

  /** How far the rows of a campaign reach, without reading them. */
  cursor(campaignId: Id): Promise<Cursor | undefined> {
    return this.#cursors.get(campaignId);
  }

  #rowsOf(campaignId: Id): Promise<StoredRow[]> {
    return this.#rows.where('campaignId').equals(campaignId).toArray();
  }

  /** A snapshot that broke off, with the rows that had come; null when there is none. */
  async loading(campaignId: Id): Promise<{ loading: Loading; rows: readonly RowWrite[] } | null> {
    const loading = await this.#loading.get(campaignId);
    if (loading === undefined) return null;
    return { loading, rows: await this.#rowsOf(campaignId) };
  }

  /** Begins to replace all rows of a campaign: what is there goes, and the cursor with it. */
  async beginLoading(campaignId: Id, loading: Loading): Promise<void> {
    await this.#db.transaction('rw', this.#rows, this.#cursors, this.#loading, async () => {
      await this.#cursors.delete(campaignId);
      await this.#rows.where('campaignId').equals(campaignId).delete();
      await this.#loading.put({ ...loading, campaignId });
    });
  }

  /** Stores one page; a crash costs the page that was under way. */
  async addPage(campaignId: Id, loading: Loading, rows: readonly RowWrite[]): Promise<void> {
    await this.#putRows(campaignId, rows);
    await this.#loading.put({ ...loading, campaignId });
  }

  async endLoading(campaignId: Id, cursor: Cursor): Promise<void> {
    await this.#db.transaction('rw', this.#cursors, this.#loading, async () => {
      await this.#loading.delete(campaignId);
      await this.#cursors.put({ ...cursor, campaignId });
    });
  }

  /**
   * Writes what the changes between two numbers brought, and takes the edits that came back with them out of the outbox.
   * Rows that reach less far than `from` stay as they are: what lies between was never stored, and is asked for when they
   * are opened again. Where it is many rows, the outbox is not held meanwhile: what a person makes must not wait for
   * them. A crash between the two then costs a repetition under the same key.
   */
  async advance(
    campaignId: Id,
    { from, to }: { readonly from: number; readonly to: number },
    writes: readonly RowWrite[],
    keys: readonly Id[],
  ): Promise<void> {
    const takeOut = async () => {
      if (keys.length === 0) return;
      await this.#outbox
        .where('key')
        .anyOf([...keys])
        .delete();
    };
    const few = writes.length <= FEW;
    const tables = few ? [this.#rows, this.#cursors, this.#outbox] : [this.#rows, this.#cursors];
    await this.#db.transaction('rw', tables as Table[], async () => {
      if (few) await takeOut();
      const cursor = await this.#cursors.get(campaignId);
      if (cursor === undefined || cursor.number >= to || cursor.number < from) return;
      await this.#putRows(
        campaignId,
        writes.filter((w) => w.row !== undefined),
      );
      const gone = writes.filter((w) => w.row === undefined);
      await this.#rows.bulkDelete(gone.map(({ entity, id }) => [campaignId, entity, id] as [Id, Entity, Id]));
      await this.#cursors.put({ ...cursor, number: to });
    });
    if (!few) await takeOut();
  }

  /** A part at a time: between two of them the page answers the hand. */
  async #putRows(campaignId: Id, rows: readonly RowWrite[]): Promise<void> {
    for (let from = 0; from < rows.length; ) {
      let [to, weight] = [from, 0];
      while (to < rows.length && (to === from || weight < CHUNK)) weight += weightOf(rows[to++]?.row);
      const part = rows.slice(from, to);
      await this.#rows.bulkPut(
        part.map(({ entity, id, row }) => ({ campaignId, entity, id, row }) as StoredRow),
      );
      from = to;
    }
  }

  /** The lineage became known, or is another one: the rows are those of `lineage` from now on. */
  async setLineage(campaignId: Id, lineage: string): Promise<void> {
    await this.#cursors.update(campaignId, { lineage });
  }

  /** Stores an edit and gives its turn; when this returns it survives a crash. */
  async enqueue(entry: NewEntry): Promise<number> {
    return this.#db.transaction('rw', this.#outbox, () => this.#outbox.add(entry as OutboxEntry));
  }

  /** The edits of a campaign that the server has not taken, in the order in which they were made. */
  async outbox(campaignId: Id): Promise<OutboxEntry[]> {
    const entries = await this.#outbox.where('campaignId').equals(campaignId).toArray();
    return withHeld(
      entries
        .sort((a, b) => a.seq - b.seq)
        .map((e) => (e.state === 'held' ? { ...e, state: 'waiting' as const } : e)),
    );
  }

  /** What waits of every campaign: for whoever is about to leave this device. */
  async everythingWaiting(): Promise<OutboxEntry[]> {
    return (await this.#outbox.toArray()).sort((a, b) => a.seq - b.seq);
  }

  /** An edit was refused: it waits for the person. */
  async setAttention(seq: number, refusal: WaitingRefusal): Promise<void> {
    await this.#outbox.update(seq, { state: 'attention', refusal });
  }

  /** Puts another edit in the place of one, keeping its turn. */
  async rewrite(
    seq: number,
    entry: Pick<OutboxEntry, 'edit' | 'lineage' | 'protocol' | 'asOf'>,
  ): Promise<void> {
    await this.#outbox.update(seq, { ...entry, key: entry.edit.key, state: 'waiting', refusal: null });
  }

  async drop(seqs: readonly number[]): Promise<void> {
    await this.#outbox.bulkDelete([...seqs]);
  }

  /** The steps of a campaign that can be undone and redone, oldest first; earlier ones say their protocol. */
  async steps(campaignId: Id): Promise<Record<UndoStack, UndoStep[]>> {
    const all = (await this.#undo.where('campaignId').equals(campaignId).toArray()).sort(
      (a, b) => a.seq - b.seq,
    );
    const of = (stack: UndoStack) => all.filter((s) => s.stack === stack).map(withProtocol);
    return { undo: of('undo'), redo: of('redo') };
  }

  /** A step goes from one stack (or from nowhere) to another; `clear` empties a stack with it. */
  async moveStep(
    campaignId: Id,
    step: UndoStep,
    to: UndoStack,
    clear: UndoStack | null = null,
  ): Promise<void> {
    await this.#db.transaction('rw', this.#undo, async () => {
      // By keys alone: a step may hold the ops of a whole import.
      const numbers = (stack: UndoStack) =>
        this.#undo.where('[campaignId+stack]').equals([campaignId, stack]).primaryKeys();
      await this.#undo.where('[campaignId+key]').equals([campaignId, step.key]).delete();
      if (clear !== null) await this.#undo.bulkDelete(await numbers(clear));
      await this.#undo.bulkDelete((await numbers('undo')).sort((a, b) => a - b).slice(0, -(STEPS - 1)));
      await this.#undo.add({ campaignId, stack: to, key: step.key, step, protocol: PROTOCOL } as StoredStep);
    });
  }

  /** Another step in the place of one, whatever its key. */
  async changeStep(campaignId: Id, key: Id, step: UndoStep): Promise<void> {
    await this.#undo
      .where('[campaignId+key]')
      .equals([campaignId, key])
      .modify({ key: step.key, step, protocol: PROTOCOL } as Partial<StoredStep>);
  }

  async dropStep(campaignId: Id, key: Id): Promise<void> {
    await this.#undo.where('[campaignId+key]').equals([campaignId, key]).delete();
  }

  /** Takes the rows of a campaign (or of all) off this device; the outbox stays. */
  async forgetRows(campaignId: Id | null): Promise<void> {
    await this.#db.transaction('rw', this.#rows, this.#cursors, this.#loading, this.#undo, async () => {
      for (const table of [this.#rows, this.#cursors, this.#loading, this.#undo] as Table[])
        await (campaignId === null ? table.clear() : table.where('campaignId').equals(campaignId).delete());
    });
  }

  close(): void {
    this.#db.close();
  }
}

function weightOf(row: AnyRow | undefined): number {
  let weight = ROW_WEIGHT;
  for (const value of Object.values(row ?? {})) if (Array.isArray(value)) weight += value.length;
  return weight;
}
