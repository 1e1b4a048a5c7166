/**
 * A campaign on this device: the rows as the server told them, the edits still on their way on top of them, and
 * what a person therefore sees. Pulled rows never overwrite a waiting edit, because the two are kept apart.
 */
import type { ChangeAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import { type Edit, type Op, sameValue } from '../../domain/edit/edit.ts';
import type { AnyRow, Entity, Id, Tables } from '../../domain/model/rows.ts';
import type { DeviceStore, OutboxEntry, RowWrite, WaitingRefusal } from './deviceStore.ts';
import { emptyTables, foldOps, type RowRef, refsOf, rowIn, withRows } from './tables.ts';

export class Replica {
  readonly campaignId: Id;
  readonly #store: DeviceStore;
  #base: Tables = emptyTables();
  #visible: Tables = emptyTables();
  #outbox: readonly OutboxEntry[] = [];
  /** Edits shown but not yet kept: for the moment between the hand and the disk. */
  #unkept: readonly Edit[] = [];
  /** Edits that the device would not keep (disk full): sent all the same, for as long as the tab lives. */
  #unkeepable: readonly OutboxEntry[] = [];
  #number = 0;
  readonly #changed: () => void;
  readonly #keepFailed: (error: unknown) => void;

  constructor(campaignId: Id, store: DeviceStore, changed: () => void, keepFailed: (error: unknown) => void) {
    this.campaignId = campaignId;
    this.#store = store;
    this.#changed = changed;
    this.#keepFailed = keepFailed;
  }

  get visible(): Tables {
    return this.#visible;
  }

  get number(): number {
    return this.#number;
  }

  /** What the server has not taken yet, in the order in which it was made. */
  get outbox(): readonly OutboxEntry[] {
    return this.#unkeepable.length === 0 ? this.#outbox : [...this.#outbox, ...this.#unkeepable];
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
    await this.#keep(() => this.#store.replace(this.campaignId, snapshot.number, rows));
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
    this.#unkeepable = this.#unkeepable.filter((e) => !keys.includes(e.key));
    this.#show(writes);
    await this.#keep(async () => {
      await this.#store.advance(this.campaignId, last.number, writes, keys);
      // An edit made meanwhile may have read the outbox as it was before.
      this.#outbox = await this.#store.outbox(this.campaignId);
    });
    return writes.map(({ entity, id }) => ({ entity, id }));
  }

  /** Shows an edit at once and then keeps it. When the promise is fulfilled the edit survives a crash, or cannot. */
  async enqueue(edit: Edit, at: string): Promise<void> {
    this.#unkept = [...this.#unkept, edit];
    this.#show(refsOf(edit.ops));
    const kept = await this.#keep(async () => {
      await this.#store.enqueue(edit, at);
      this.#outbox = await this.#store.outbox(this.campaignId);
    });
    if (!kept) {
      const { key, campaignId } = edit;
      const seq = -1 - this.#unkeepable.length;
      this.#unkeepable = [
        ...this.#unkeepable,
        { seq, key, campaignId, edit, at, state: 'waiting', refusal: null },
      ];
    }
    this.#unkept = this.#unkept.filter((e) => e !== edit);
    this.#show(refsOf(edit.ops));
  }

  /** A refused edit waits for the person; what was made after it on the same rows waits behind it. */
  async refuse(entry: OutboxEntry, refusal: WaitingRefusal): Promise<void> {
    const all = this.outbox;
    const rows = new Set(refsOf(entry.edit.ops).map((r) => `${r.entity}:${r.id}`));
    const held: OutboxEntry[] = [];
    for (const later of all.slice(all.findIndex((e) => e.key === entry.key) + 1)) {
      const refs = refsOf(later.edit.ops).map((r) => `${r.entity}:${r.id}`);
      if (later.state !== 'waiting' || !refs.some((r) => rows.has(r))) continue;
      held.push(later);
      for (const r of refs) rows.add(r);
    }
    await this.#setState([entry], 'attention', refusal);
    await this.#setState(held, 'held', null);
    await this.reloadOutbox();
  }

  /** Takes an edit out of the outbox; what waited behind it goes on. */
  async drop(entry: OutboxEntry): Promise<void> {
    if (entry.seq > 0) await this.#store.drop(entry.seq);
    else this.#unkeepable = this.#unkeepable.filter((e) => e.key !== entry.key);
    await this.#release(entry);
  }

  /** Puts another edit in the place of a refused one; what waited behind it goes on. */
  async rewrite(entry: OutboxEntry, edit: Edit): Promise<void> {
    if (entry.seq > 0) await this.#store.rewrite(entry.seq, edit);
    else
      this.#unkeepable = this.#unkeepable.map((e) =>
        e.key === entry.key ? { ...e, key: edit.key, edit, state: 'waiting', refusal: null } : e,
      );
    await this.#release(entry);
  }

  async #release(entry: OutboxEntry): Promise<void> {
    const rows = new Set(refsOf(entry.edit.ops).map((r) => `${r.entity}:${r.id}`));
    const behind = this.outbox.filter(
      (e) => e.state === 'held' && refsOf(e.edit.ops).some((r) => rows.has(`${r.entity}:${r.id}`)),
    );
    await this.#setState(behind, 'waiting', null);
    await this.reloadOutbox();
  }

  async #setState(
    entries: readonly OutboxEntry[],
    state: OutboxEntry['state'],
    refusal: WaitingRefusal | null,
  ): Promise<void> {
    const keys = new Set(entries.map((e) => e.key));
    this.#unkeepable = this.#unkeepable.map((e) => (keys.has(e.key) ? { ...e, state, refusal } : e));
    const seqs = entries.map((e) => e.seq).filter((seq) => seq > 0);
    if (seqs.length > 0) await this.#store.setState(seqs, state, refusal);
  }

  /** Whether the device did it. That it will not keep things is said, and is no reason to stop. */
  async #keep(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#keepFailed(error);
      return false;
    }
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
    const kept = this.outbox.filter((e) => e.state === 'waiting').map((e) => e.edit);
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
      // A row that reads as before stays the same object: what was derived from it need not be made anew.
      if (!sameRow(row, rowIn(this.#visible, { entity, id }))) writes.push({ entity, id, row });
    }
    this.#visible = withRows(this.#visible, writes);
    this.#changed();
  }
}

function sameRow(a: AnyRow | undefined, b: AnyRow | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameValue(a, b));
}
