/**
 * A campaign on this device: the rows as the server sent them, the edits still on their way on top of them, and what a
 * person therefore sees. Pulled rows never overwrite a waiting edit, because the two are kept apart.
 */
import type { ChangeAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import { emptyTables, foldOps, type RowRef, refsOf, rowIn, withRows } from '../../domain/edit/tables.ts';
import type { AnyRow, Id, Tables } from '../../domain/model/rows.ts';
import { sameValue } from '../../domain/sameValue.ts';
import type { DeviceStore, Loading, OutboxEntry, RowWrite, WaitingRefusal } from './deviceStore.ts';
import { Outdated, rowsOf, writesOf } from './incoming.ts';
import { onDevice } from './onDevice.ts';
import { Outbox } from './outbox.ts';
import { overtaken } from './overtaken.ts';

/** What one tab tells the others of a batch of changes: the rows as they are after it. */
export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly lineage: string;
  readonly rows: readonly RowWrite[];
  /** The edits that have come back with it. */
  readonly keys: readonly Id[];
}

/** What the other tabs are to be told: the rows, or only how far they now reach, where a batch does not have them all. */
export type News =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'at'; readonly number: number; readonly lineage: string };

export class Replica {
  readonly campaignId: Id;
  readonly #store: DeviceStore;
  #base: Tables = emptyTables();
  #visible: Tables = emptyTables();
  readonly #outbox: Outbox;
  #number = 0;
  #lineage = '';
  /** The change up to which the pages of the last snapshot may already reach: before it, rows are of several moments. */
  #wholeFrom = 0;
  #loading: { state: Loading; rows: RowWrite[]; kept: { whole: boolean } } | null = null;
  /** Everything that is stored is stored in turn: a page, the changes after it, and so on. */
  #storing: Promise<unknown> = Promise.resolve();
  readonly #changed: () => void;
  readonly #storeFailed: (error: unknown) => void;

  constructor(
    campaignId: Id,
    store: DeviceStore,
    changed: () => void,
    storeFailed: (error: unknown) => void,
  ) {
    this.campaignId = campaignId;
    this.#store = store;
    this.#changed = changed;
    this.#storeFailed = storeFailed;
    this.#outbox = new Outbox(campaignId, store, storeFailed, () => (this.#number > 0 ? this.#base : null));
  }

  get visible(): Tables {
    return this.#visible;
  }

  get number(): number {
    return this.#number;
  }

  get lineage(): string {
    return this.#lineage;
  }

  /** Whether there are rows to show, all of one moment. */
  get ready(): boolean {
    return this.#number > 0 && this.#number >= this.#wholeFrom;
  }

  /** What the server has not taken yet, in the order in which it was made. */
  get outbox(): readonly OutboxEntry[] {
    return this.#outbox.entries;
  }

  /** Edits that live in this tab alone, because the device could not store them. */
  get inMemory(): readonly OutboxEntry[] {
    return this.#outbox.inMemory;
  }

  /** The same, and those that it is just storing. */
  get unstored(): readonly Omit<OutboxEntry, 'seq'>[] {
    return [...this.#outbox.inMemory, ...this.#outbox.notYetStored];
  }

  get notYetStored(): number {
    return this.#outbox.notYetStored.length;
  }

  /** Fulfilled when everything received and made so far is stored, or could not be. */
  get stored(): Promise<unknown> {
    return Promise.all([this.#storing, this.#outbox.settled]);
  }

  /** Reads what this device has. False when it has nothing whole of this campaign. Throws Outdated. */
  async open(): Promise<boolean> {
    const stored = await this.#store.load(this.campaignId);
    await this.#outbox.read();
    // Rows of another age are asked for anew; what waits stays, and is read as today's.
    if (stored === null || stored.cursor.protocol < PROTOCOL) {
      const part = await this.#store.loading(this.campaignId);
      if (part !== null && part.loading.protocol === PROTOCOL)
        this.#loading = { state: part.loading, rows: [...part.rows], kept: { whole: true } };
      this.#changed();
      return false;
    }
    const { cursor } = stored;
    if (cursor.protocol > PROTOCOL) throw new Outdated(`rows of protocol ${cursor.protocol}`);
    this.#number = cursor.number;
    this.#lineage = cursor.lineage;
    this.#wholeFrom = cursor.wholeFrom ?? 0;
    this.#base = withRows(emptyTables(), stored.rows);
    this.#showAll();
    return true;
  }

  /** Where a snapshot that broke off goes on; null when none did. */
  get loadingAt(): { readonly after: string | null; readonly lineage: string } | null {
    return this.#loading === null ? null : this.#loading.state;
  }

  dropLoading(): void {
    this.#loading = null;
  }

  /** Takes one page of a snapshot in. True when it was the last one: then the rows are shown, once caught up. */
  takePage(page: SnapshotAnswer): boolean {
    const rows = rowsOf(page);
    const before = this.#loading;
    const state: Loading = {
      lineage: page.lineage,
      protocol: PROTOCOL,
      first: before?.state.first ?? page.number,
      last: page.number,
      after: page.next,
    };
    const all = before === null ? rows : before.rows;
    const kept = before?.kept ?? { whole: true };
    // After a page that the device could not store no later one counts: it would tell of rows that are not there.
    const keep = (work: () => Promise<void>) =>
      void this.#inTurn(async () => {
        if (!kept.whole) return;
        kept.whole = false;
        await work();
        kept.whole = true;
      });
    if (before === null) keep(() => this.#store.beginLoading(this.campaignId, state));
    else for (const row of rows) all.push(row);
    keep(() => this.#store.addPage(this.campaignId, state, rows));
    this.#loading = { state, rows: all, kept };
    if (page.next !== null) return false;
    this.#loading = null;
    this.#base = withRows(emptyTables(), all);
    this.#number = state.first;
    this.#wholeFrom = state.last;
    this.#lineage = state.lineage;
    const cursor = {
      number: state.first,
      lineage: state.lineage,
      protocol: PROTOCOL,
      wholeFrom: state.last,
    };
    keep(() => this.#store.endLoading(this.campaignId, cursor));
    this.#showAll();
    return true;
  }

  /** The server's rows are of another past than those here: what was made on these waits for the person. */
  async meetLineage(lineage: string): Promise<void> {
    const own = this.#lineage;
    if (own === '') {
      this.#lineage = lineage;
      await this.#inTurn(() => this.#store.setLineage(this.campaignId, lineage));
      return;
    }
    for (const entry of this.outbox)
      if (entry.state !== 'attention' && (entry.lineage === '' ? own : entry.lineage) !== lineage)
        await this.#outbox.refuse(entry.key, {
          code: 'edit.other-past',
          params: {},
          field: undefined,
          conflicts: [],
        });
    await this.reloadOutbox();
  }

  /** Takes changes in, oldest first; those already known are passed over. Gives the news, or null where there is none. */
  async receive(changes: readonly ChangeAnswer[]): Promise<News | null> {
    const fresh = changes.filter((c) => c.number > this.#number);
    const last = fresh[fresh.length - 1];
    if (last === undefined) return null;
    const writes = writesOf(fresh, this.#base);
    const keys = fresh.map((c) => c.key);
    const from = this.#number;
    const before = this.#base;
    this.#base = withRows(before, writes);
    const stale = overtaken(fresh, this.outbox, before, this.#base);
    this.#number = last.number;
    this.#outbox.done(keys);
    this.#show(writes);
    await this.#inTurn(async () => {
      await this.#store.advance(this.campaignId, { from, to: last.number }, writes, keys);
      // An edit made meanwhile may have read the outbox as it was before.
      await this.#outbox.read();
    });
    for (const { key, road } of stale)
      await this.#outbox.refuse(key, {
        code: 'edit.road-changed',
        params: { road },
        field: undefined,
        conflicts: [],
      });
    if (stale.length > 0) this.#showOutbox(this.outbox);
    const lineage = this.#lineage;
    // What later pages of a snapshot had before these changes stands in no batch.
    if (from < this.#wholeFrom) return { kind: 'at', number: last.number, lineage };
    return { kind: 'batch', batch: { from, to: last.number, lineage, rows: writes, keys } };
  }

  /**
   * Takes in what another tab received. False when something is missing between what this tab knows and the batch:
   * then the rows must be read from the store.
   */
  async follow(batch: Batch): Promise<boolean> {
    if (batch.lineage !== this.#lineage || batch.from > this.#number) return false;
    this.#outbox.done(batch.keys);
    await this.#outbox.read();
    if (batch.to <= this.#number) {
      this.#showAll();
      return true;
    }
    this.#base = withRows(this.#base, batch.rows);
    this.#number = batch.to;
    this.#showAll();
    return true;
  }

  /** Reads everything again from the store, where another tab has put it. */
  async reload(): Promise<void> {
    const cursor = await this.#store.cursor(this.campaignId);
    const newer = cursor !== undefined && (cursor.number > this.#number || cursor.lineage !== this.#lineage);
    // Reading all rows takes a second where there are many.
    const stored = newer ? await this.#store.load(this.campaignId) : null;
    await this.#outbox.read();
    if (stored !== null && (stored.cursor.number > this.#number || stored.cursor.lineage !== this.#lineage)) {
      this.#number = stored.cursor.number;
      this.#lineage = stored.cursor.lineage;
      this.#wholeFrom = stored.cursor.wholeFrom ?? 0;
      this.#base = withRows(emptyTables(), stored.rows);
    }
    this.#showAll();
  }

  async reloadOutbox(): Promise<void> {
    const before = this.outbox;
    await this.#outbox.read();
    this.#showOutbox(before);
  }

  /**
   * Shows an edit at once and then stores it; with a refusal it waits for the person from the start. When the promise
   * is fulfilled the edit survives a crash, or cannot.
   */
  async enqueue(
    edit: Edit,
    at: string,
    refusal: WaitingRefusal | null = null,
    seen: Pick<OutboxEntry, 'asOf'> = this.#seen,
  ): Promise<void> {
    const entry: Omit<OutboxEntry, 'seq'> = {
      key: edit.key,
      campaignId: edit.campaignId,
      edit,
      at,
      state: refusal === null ? 'waiting' : 'attention',
      refusal,
      protocol: PROTOCOL,
      lineage: this.#lineage,
      ...seen,
    };
    return this.#enqueue(entry);
  }

  /** Edits that lived in the memory of this page alone, as they were; what is known by its key is not taken twice. */
  async takeBack(entries: readonly Omit<OutboxEntry, 'seq'>[]): Promise<void> {
    const known = new Set(this.outbox.map((e) => e.key));
    for (const entry of entries) if (!known.has(entry.key)) await this.#enqueue(entry);
  }

  async #enqueue(entry: Omit<OutboxEntry, 'seq'>): Promise<void> {
    const refs = refsOf(entry.edit.ops);
    const stored = this.#outbox.add(entry);
    this.#show(refs);
    await stored;
    this.#show(refs);
  }

  /** A refused edit waits for the person; what was made after it on the same rows waits behind it. */
  async refuse(entry: OutboxEntry, refusal: WaitingRefusal): Promise<void> {
    const before = this.outbox;
    await this.#outbox.refuse(entry.key, refusal);
    this.#showOutbox(before);
  }

  /** Takes an edit out of the outbox; what waited behind it goes on. */
  async drop(entry: OutboxEntry): Promise<void> {
    const before = this.outbox;
    await this.#outbox.drop(entry.key);
    this.#showOutbox(before);
  }

  /** Puts another edit in the place of a refused one; what waited behind it goes on. */
  async rewrite(entry: OutboxEntry, edit: Edit): Promise<void> {
    const before = this.outbox;
    // Whoever was told that a road has changed, or that the past is another one, and sends it again, has seen it.
    const hasSeen = ['edit.road-changed', 'edit.other-past'].includes(entry.refusal?.code ?? '');
    const asOf = hasSeen ? this.#seen : { asOf: entry.asOf };
    await this.#outbox.rewrite(entry.key, { edit, lineage: this.#lineage, ...asOf });
    this.#showOutbox(before);
  }

  /** Before the rows are here nobody has seen anything. */
  get #seen(): Pick<OutboxEntry, 'asOf'> {
    return this.#number > 0 ? { asOf: this.#number } : {};
  }

  #showOutbox(before: readonly OutboxEntry[]): void {
    this.#show([...before, ...this.outbox].flatMap((e) => refsOf(e.edit.ops)));
  }

  baseRow(ref: RowRef): AnyRow | undefined {
    return rowIn(this.#base, ref);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#storing.then(() => onDevice(work, this.#storeFailed));
    this.#storing = done;
    return done.then(() => {});
  }

  #showAll(): void {
    this.#outbox.derive();
    this.#visible = this.#base;
    this.#show(this.#outbox.pending().flatMap((e) => refsOf(e.ops)));
  }

  #show(refs: readonly RowRef[]): void {
    const pending = new Map<string, Op[]>();
    for (const edit of this.#outbox.pending())
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
