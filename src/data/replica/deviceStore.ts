/**
 * What this device keeps: the rows as the server last told them, and the edits that it has not taken yet. One
 * database a person, so that nobody sends or sees another's work.
 */
import Dexie, { type Table } from 'dexie';
import type { Conflict } from '../../api/contract/edits.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import type { AnyRow, Entity, Id } from '../../domain/model/rows.ts';
import type { RowRef } from './tables.ts';

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

/** An edit on its way. `attention`: refused, the person must choose; `held`: behind such a one, on the same rows. */
export interface OutboxEntry {
  readonly seq: number;
  readonly key: Id;
  readonly campaignId: Id;
  readonly edit: Edit;
  readonly at: string;
  readonly state: 'waiting' | 'attention' | 'held';
  readonly refusal: WaitingRefusal | null;
}

interface Cursor {
  readonly campaignId: Id;
  readonly number: number;
}

export interface RowWrite extends RowRef {
  readonly row: AnyRow | undefined;
}

/** Rows written at once; more would hold the database while a person waits for something else. */
const CHUNK = 2000;

export class DeviceStore {
  readonly #db: Dexie;
  readonly #rows: Table<StoredRow, [Id, Entity, Id]>;
  readonly #outbox: Table<OutboxEntry, number>;
  readonly #cursors: Table<Cursor, Id>;

  constructor(userId: string) {
    this.#db = new Dexie(`cohoa-${userId}`, { chromeTransactionDurability: 'strict' });
    this.#db.version(1).stores({
      rows: '[campaignId+entity+id],campaignId',
      outbox: '++seq,&key,campaignId',
      cursors: 'campaignId',
    });
    // Rows gained fields, twice: what was told before is asked for anew; the outbox stays.
    for (const version of [2, 3])
      this.#db
        .version(version)
        .stores({})
        .upgrade(async (tx) => {
          await tx.table('rows').clear();
          await tx.table('cursors').clear();
        });
    this.#rows = this.#db.table('rows');
    this.#outbox = this.#db.table('outbox');
    this.#cursors = this.#db.table('cursors');
  }

  /** The rows of a campaign and the change they stand at; null when it was never opened here. */
  async load(campaignId: Id): Promise<{ number: number; rows: readonly RowWrite[] } | null> {
    const cursor = await this.#cursors.get(campaignId);
    if (cursor === undefined) return null;
    const rows = await this.#rows.where('campaignId').equals(campaignId).toArray();
    return { number: cursor.number, rows };
  }

  /** Replaces all rows of a campaign. The cursor is written last: a crash in between means loading again. */
  async replace(campaignId: Id, number: number, rows: readonly RowWrite[]): Promise<void> {
    await this.#db.transaction('rw', this.#rows, this.#cursors, async () => {
      await this.#cursors.delete(campaignId);
      await this.#rows.where('campaignId').equals(campaignId).delete();
    });
    for (let i = 0; i < rows.length; i += CHUNK) {
      const part = rows.slice(i, i + CHUNK).map((r) => ({ ...r, campaignId }) as StoredRow);
      await this.#rows.bulkPut(part);
    }
    await this.#cursors.put({ campaignId, number });
  }

  /** Writes what changes brought, and takes the edits that came back with them out of the outbox, in one go. */
  async advance(
    campaignId: Id,
    number: number,
    writes: readonly RowWrite[],
    keys: readonly Id[],
  ): Promise<void> {
    await this.#db.transaction('rw', this.#rows, this.#outbox, this.#cursors, async () => {
      const cursor = await this.#cursors.get(campaignId);
      if (cursor === undefined || cursor.number >= number) return;
      const kept = writes.flatMap(({ entity, id, row }) =>
        row === undefined ? [] : [{ campaignId, entity, id, row }],
      );
      const gone = writes.filter((w) => w.row === undefined);
      await this.#rows.bulkPut(kept);
      await this.#rows.bulkDelete(gone.map(({ entity, id }) => [campaignId, entity, id] as [Id, Entity, Id]));
      if (keys.length > 0)
        await this.#outbox
          .where('key')
          .anyOf([...keys])
          .delete();
      await this.#cursors.put({ campaignId, number });
    });
  }

  async readRows(campaignId: Id, refs: readonly RowRef[]): Promise<RowWrite[]> {
    const found = await this.#rows.bulkGet(refs.map((r) => [campaignId, r.entity, r.id] as [Id, Entity, Id]));
    return refs.map((ref, i) => ({ ...ref, row: found[i]?.row }));
  }

  async cursor(campaignId: Id): Promise<number | null> {
    return (await this.#cursors.get(campaignId))?.number ?? null;
  }

  /** Keeps an edit; when this returns it survives a crash. */
  async enqueue(edit: Edit, at: string): Promise<void> {
    await this.#db.transaction('rw', this.#outbox, async () => {
      const entry: Omit<OutboxEntry, 'seq'> = {
        key: edit.key,
        campaignId: edit.campaignId,
        edit,
        at,
        state: 'waiting',
        refusal: null,
      };
      await this.#outbox.add(entry as OutboxEntry);
    });
  }

  /** The edits of a campaign that the server has not taken, in the order in which they were made. */
  async outbox(campaignId: Id): Promise<OutboxEntry[]> {
    const entries = await this.#outbox.where('campaignId').equals(campaignId).toArray();
    return entries.sort((a, b) => a.seq - b.seq);
  }

  async setState(
    seqs: readonly number[],
    state: OutboxEntry['state'],
    refusal: WaitingRefusal | null,
  ): Promise<void> {
    await this.#outbox
      .where('seq')
      .anyOf([...seqs])
      .modify({ state, refusal });
  }

  /** Puts another edit in the place of one, keeping its turn. */
  async rewrite(seq: number, edit: Edit): Promise<void> {
    await this.#outbox.update(seq, { key: edit.key, edit, state: 'waiting', refusal: null });
  }

  async drop(seq: number): Promise<void> {
    await this.#outbox.delete(seq);
  }

  close(): void {
    this.#db.close();
  }
}
