/**
 * The edits of a campaign that the server has not taken, in the order in which they were made: on the device, and in
 * this tab's memory where the device cannot store.
 */
import { PROTOCOL } from '../../api/contract/protocol.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import type { Kept } from '../../domain/edit/upcast.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import type { DeviceStore, OutboxEntry, WaitingRefusal } from './deviceStore.ts';
import { loadUpcast, upcastNow } from './earlier.ts';
import { withHeld } from './held.ts';
import { onDevice } from './onDevice.ts';

type NewEntry = Omit<OutboxEntry, 'seq'>;

/** What stands against an edit, in today's form: the rows, and the names of their fields. */
function todayRefusal(
  { upcastKept, upcastName }: NonNullable<ReturnType<typeof upcastNow>>,
  from: number,
  refusal: WaitingRefusal,
): WaitingRefusal {
  const conflicts = refusal.conflicts.map((c) => {
    const fields = [...new Set(c.fields.map((field) => upcastName(from, c.entity, field)))];
    if (c.current === null) return { ...c, fields };
    const rows = upcastKept(from, c.entity, c.current);
    const [own, other] = rows as readonly [Kept, ...Kept[]];
    // Of a row that is two today: the one to which the fields went, whatever they are called there.
    const isGone = other !== undefined && c.fields.every((field) => !(field in own.row));
    const { entity, row } = isGone ? other : own;
    return { ...c, entity, fields, current: { ...row } };
  });
  return { ...refusal, conflicts };
}

export class Outbox {
  readonly #campaignId: Id;
  readonly #store: DeviceStore;
  readonly #storeFailed: (error: unknown) => void;
  readonly #rows: () => Tables | null;
  #stored: readonly OutboxEntry[] = [];
  /** What the device could not store (disk full): sent all the same, for as long as the tab lives. */
  #inMemory: readonly OutboxEntry[] = [];
  /** For the moment between the hand and the disk. */
  #notYetStored: readonly NewEntry[] = [];
  /** What the device could not be told of an edit that it has: as it is now, null when it is out. */
  readonly #untold = new Map<number, OutboxEntry | null>();
  #entries: readonly OutboxEntry[] = [];
  /** One is stored after the other, so that they keep their order whichever of them fits. */
  #storing: Promise<unknown> = Promise.resolve();
  #lastSeq = 0;

  /** `rows`: what the server has taken, null where that has not come yet. */
  constructor(
    campaignId: Id,
    store: DeviceStore,
    storeFailed: (error: unknown) => void,
    rows: () => Tables | null,
  ) {
    this.#rows = rows;
    this.#campaignId = campaignId;
    this.#store = store;
    this.#storeFailed = storeFailed;
  }

  get entries(): readonly OutboxEntry[] {
    return this.#entries;
  }

  get inMemory(): readonly OutboxEntry[] {
    return this.#inMemory;
  }

  get notYetStored(): readonly NewEntry[] {
    return this.#notYetStored;
  }

  /** Fulfilled when everything made so far is stored, or could not be. */
  get settled(): Promise<unknown> {
    return this.#storing;
  }

  /**
   * Edits that count in what is shown: not those that the person still has to decide on. What waits behind one of these
   * does count: it is what the person typed since, and gone from the screen it would be typed again.
   */
  pending(): Edit[] {
    const waiting = this.#entries.filter((e) => e.state !== 'attention').map((e) => e.edit);
    const known = new Set(this.#entries.map((e) => e.key));
    const shown = this.#today(this.#notYetStored).filter((e) => e.state === 'waiting' && !known.has(e.key));
    return [...waiting, ...shown.map((e) => e.edit)];
  }

  /** Reads what the device has, when what was made before is stored. */
  read(): Promise<void> {
    const done = this.#storing.then(() => this.#read());
    this.#storing = done.catch(() => {});
    return done;
  }

  async #read(): Promise<void> {
    const entries = await this.#store.outbox(this.#campaignId);
    if (entries.some((e) => e.protocol < PROTOCOL))
      await onDevice(async () => void (await loadUpcast()), this.#storeFailed);
    this.#stored = entries.flatMap((e): OutboxEntry[] => {
      const now = this.#untold.get(e.seq);
      if (now !== undefined) return now === null ? [] : [now];
      return [e];
    });
    this.derive();
  }

  /**
   * Edits of an earlier protocol in today's form, which takes what they leave unsaid from the rows. As long as there are
   * none they stay as they are, and the server, if they go there, takes it from its own.
   */
  #today<E extends NewEntry>(entries: readonly E[]): readonly E[] {
    const tables = this.#rows();
    if (tables === null || entries.every((e) => e.protocol >= PROTOCOL)) return entries;
    const upcast = upcastNow();
    // The server reads them as well.
    if (upcast === null) return entries;
    const rows = upcast.rowsAfter((entity, id) => tables[entity].get(id));
    return entries.map((e) => {
      const ops = upcast.upcastOps(e.protocol, e.edit.ops, rows.row, {
        at: e.at,
        campaignId: e.edit.campaignId,
      });
      for (const op of ops) rows.take(op);
      const refusal = e.refusal === null ? null : todayRefusal(upcast, e.protocol, e.refusal);
      return { ...e, edit: { ...e.edit, ops }, refusal, protocol: PROTOCOL };
    });
  }

  /** Begins at once; when the promise is fulfilled the edit survives a crash, or cannot. */
  add(entry: NewEntry): Promise<void> {
    this.#notYetStored = [...this.#notYetStored, entry];
    const done = this.#storing.then(async () => {
      if (!(await this.#keep(entry)))
        this.#inMemory = [...this.#inMemory, { ...entry, seq: --this.#lastSeq }];
      this.derive();
      this.#notYetStored = this.#notYetStored.filter((e) => e !== entry);
    });
    this.#storing = done;
    return done;
  }

  /** Stores what is in memory first: an edit never overtakes one that was made before it. */
  async #keep(entry: NewEntry): Promise<boolean> {
    for (const { seq: _, ...earlier } of this.#inMemory) {
      if (!(await this.#storeOne(earlier))) return false;
      this.#inMemory = this.#inMemory.filter((e) => e.key !== earlier.key);
    }
    return this.#storeOne(entry);
  }

  #storeOne(entry: NewEntry): Promise<boolean> {
    return this.#told(async () => {
      const seq = await this.#store.enqueue(entry);
      this.#stored = [...this.#stored, { ...entry, seq }];
    });
  }

  /** These came back as changes: they are done. */
  done(keys: readonly Id[]): void {
    this.#stored = this.#stored.filter((e) => !keys.includes(e.key));
    this.#inMemory = this.#inMemory.filter((e) => !keys.includes(e.key));
    this.derive();
  }

  /** A refused edit waits for the person; what was made after it on the same rows waits behind it. */
  refuse(key: Id, refusal: WaitingRefusal): Promise<void> {
    return this.#change(
      key,
      (e) => ({ ...e, state: 'attention', refusal }),
      (seq) => this.#store.setAttention(seq, refusal),
    );
  }

  drop(key: Id): Promise<void> {
    return this.#change(
      key,
      () => null,
      (seq) => this.#store.drop([seq]),
    );
  }

  /** Puts another edit in the place of one, keeping its turn; it waits to be sent. */
  rewrite(key: Id, made: Pick<OutboxEntry, 'edit' | 'lineage' | 'asOf'>): Promise<void> {
    const { edit } = made;
    const fresh = { ...made, protocol: PROTOCOL };
    return this.#change(
      key,
      (e) => ({ ...e, ...fresh, key: edit.key, state: 'waiting', refusal: null }),
      (seq) => this.#store.rewrite(seq, fresh),
    );
  }

  /** Wherever the edit is by now: in memory, or on a device that may not be able to store what becomes of it. */
  async #change(
    key: Id,
    next: (entry: OutboxEntry) => OutboxEntry | null,
    tell: (seq: number) => Promise<void>,
  ): Promise<void> {
    if (this.#inMemory.some((e) => e.key === key)) {
      this.#inMemory = this.#inMemory.flatMap((e) => (e.key === key ? (next(e) ?? []) : [e]));
      this.derive();
      return;
    }
    const entry = this.#stored.find((e) => e.key === key);
    if (entry === undefined) return;
    if (await this.#told(() => tell(entry.seq))) this.#untold.delete(entry.seq);
    else this.#untold.set(entry.seq, next(entry));
    await this.read();
  }

  #told(work: () => Promise<void>): Promise<boolean> {
    return onDevice(work, this.#storeFailed);
  }

  /** To be called too when the rows have come on which edits of an earlier protocol were made. */
  derive(): void {
    this.#entries = withHeld([...this.#today([...this.#stored, ...this.#inMemory])]);
  }
}
