/**
 * A campaign on this device: the rows as the server told them, the edits still on their way on top of them, and
 * what a person therefore sees. Pulled rows never overwrite a waiting edit, because the two are kept apart.
 */
import type { ChangeAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import type { AnyRow, Entity, Id } from '../../domain/model/rows.ts';
import type { DeviceStore, OutboxEntry, RowWrite } from './deviceStore.ts';
import { emptyTables, foldOps, type RowRef, refsOf, rowIn, type Tables, withRows } from './tables.ts';

export class Replica {
  readonly campaignId: Id;
  readonly #store: DeviceStore;
  #base: Tables = emptyTables();
  #visible: Tables = emptyTables();
  #outbox: readonly OutboxEntry[] = [];
  /** Edits shown but not yet kept: for the moment between the hand and the disk. */
  #unkept: readonly Edit[] = [];
  #number = 0;
  readonly #changed: () => void;

  constructor(campaignId: Id, store: DeviceStore, changed: () => void) {
    this.campaignId = campaignId;
    this.#store = store;
    this.#changed = changed;
  }

  get visible(): Tables {
    return this.#visible;
  }

  get number(): number {
    return this.#number;
  }

  get outbox(): readonly OutboxEntry[] {
    return this.#outbox;
  }

  get unkept(): number {
    return this.#unkept.length;
  }

  /** Reads what this device has. False when it has nothing of this campaign yet. */
  async open(): Promise<boolean> {
    const kept = await this.#store.load(this.campaignId);
    this.#outbox = await this.#store.outbox(this.campaignId);
    if (kept === null) return false;
    this.#number = kept.number;
    this.#base = withRows(emptyTables(), kept.rows);
    this.#showAll();
    return true;
  }

  async take(snapshot: SnapshotAnswer): Promise<void> {
    const rows: RowWrite[] = [];
    for (const [entity, table] of Object.entries(snapshot.tables) as [
      Entity,
      { fields: string[]; rows: unknown[][] },
    ][])
      for (const values of table.rows) {
        const row = Object.fromEntries(table.fields.map((f, i) => [f, values[i]])) as unknown as AnyRow;
        rows.push({ entity, id: row.id, row });
      }
    this.#base = withRows(emptyTables(), rows);
    this.#number = snapshot.number;
    this.#showAll();
    await this.#store.replace(this.campaignId, snapshot.number, rows);
  }

  /** Takes changes in, oldest first; those already known are passed over. Returns the rows that they touched. */
  async receive(changes: readonly ChangeAnswer[]): Promise<RowRef[]> {
    const fresh = changes.filter((c) => c.number > this.#number);
    const last = fresh[fresh.length - 1];
    if (last === undefined) return [];
    const touched = new Map<string, RowWrite>();
    let base = this.#base;
    for (const change of fresh) {
      const writes = change.ops.map((op): RowWrite => {
        const before = rowIn(base, op);
        const row =
          op.kind === 'delete'
            ? undefined
            : ({ ...before, ...op.fields, id: op.id, version: change.number } as unknown as AnyRow);
        return { entity: op.entity, id: op.id, row };
      });
      base = withRows(base, writes);
      for (const w of writes) touched.set(`${w.entity}:${w.id}`, w);
    }
    const keys = fresh.map((c) => c.key);
    const writes = [...touched.values()];
    this.#base = base;
    this.#number = last.number;
    this.#outbox = this.#outbox.filter((e) => !keys.includes(e.key));
    this.#show(writes);
    await this.#store.advance(this.campaignId, last.number, writes, keys);
    // An edit made meanwhile may have read the outbox as it was before.
    this.#outbox = await this.#store.outbox(this.campaignId);
    return writes.map(({ entity, id }) => ({ entity, id }));
  }

  /**
   * Shows an edit at once and then keeps it. When the promise is fulfilled the edit survives a crash; when it is
   * rejected the device keeps nothing, and the edit stays on screen for as long as the tab lives.
   */
  async enqueue(edit: Edit, at: string): Promise<void> {
    this.#unkept = [...this.#unkept, edit];
    this.#show(refsOf(edit.ops));
    await this.#store.enqueue(edit, at);
    this.#outbox = await this.#store.outbox(this.campaignId);
    this.#unkept = this.#unkept.filter((e) => e !== edit);
    this.#show(refsOf(edit.ops));
  }

  /** Reads again what another tab of this browser has written. */
  async refresh(refs: readonly RowRef[]): Promise<void> {
    const before = this.#outbox;
    const number = await this.#store.cursor(this.campaignId);
    const rows = await this.#store.readRows(this.campaignId, refs);
    this.#outbox = await this.#store.outbox(this.campaignId);
    if (number !== null && number > this.#number) {
      this.#number = number;
      this.#base = withRows(this.#base, rows);
    }
    this.#show([...refs, ...[...before, ...this.#outbox].flatMap((e) => refsOf(e.edit.ops))]);
  }

  async reloadOutbox(): Promise<void> {
    await this.refresh([]);
  }

  baseRow(ref: RowRef): AnyRow | undefined {
    return rowIn(this.#base, ref);
  }

  #showAll(): void {
    this.#visible = this.#base;
    this.#show(this.#pending().flatMap((e) => refsOf(e.ops)));
  }

  /** Edits that count in what is shown: not those that the person still has to decide on. */
  #pending(): Edit[] {
    const kept = this.#outbox.filter((e) => e.state === 'waiting').map((e) => e.edit);
    const known = new Set(kept.map((e) => e.key));
    return [...kept, ...this.#unkept.filter((e) => !known.has(e.key))];
  }

  #show(refs: readonly RowRef[]): void {
    const pending = new Map<string, Op[]>();
    for (const edit of this.#pending())
      for (const op of edit.ops) {
        const key = `${op.entity}:${op.id}`;
        const ops = pending.get(key);
        if (ops === undefined) pending.set(key, [op]);
        else ops.push(op);
      }
    const unique = new Map(refs.map((r) => [`${r.entity}:${r.id}`, r]));
    const writes: RowWrite[] = [];
    for (const [key, { entity, id }] of unique) {
      const row = foldOps(rowIn(this.#base, { entity, id }), pending.get(key) ?? []);
      if (row !== rowIn(this.#visible, { entity, id })) writes.push({ entity, id, row });
    }
    this.#visible = withRows(this.#visible, writes);
    this.#changed();
  }
}
