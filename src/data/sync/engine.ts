/**
 * Sends what waits and fetches what is new. Of all tabs of a browser one does so, the holder of a Web Lock; it
 * tells the others over a BroadcastChannel. Order is kept; an edit leaves the outbox only when it came back as a
 * change, so a lost answer or a crash costs a repetition under the same key, never a loss or a double.
 */
import type { ChangesAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import type { EditAnswer } from '../../api/contract/edits.ts';
import { getJson, NoAnswer, postJson, Refusal } from '../http.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import type { Replica } from '../replica/replica.ts';
import type { RowRef } from '../replica/tables.ts';

export type Connection = 'connecting' | 'online' | 'offline' | 'signed-out' | 'forbidden';

interface Parts {
  readonly replica: Replica;
  readonly lockName: string;
  readonly connection: (now: Connection) => void;
}

type Told = { readonly kind: 'rows'; readonly refs: readonly RowRef[] } | { readonly kind: 'outbox' };

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

export class SyncEngine {
  readonly #parts: Parts;
  readonly #channel: BroadcastChannel;
  readonly #stop = new AbortController();
  #leads = false;
  #wanted = false;
  #running: Promise<void> | null = null;
  #retryMs = FIRST_RETRY_MS;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #events: EventSource | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#channel = new BroadcastChannel(parts.lockName);
    this.#channel.onmessage = (message: MessageEvent<Told>) => void this.#heard(message.data);
  }

  /** Begins: at once where locks are missing (plain http in an office network), else when this tab's turn comes. */
  start(): void {
    const lead = async () => {
      this.#leads = true;
      // What other tabs did before is on the device, not in this tab's memory.
      await this.#parts.replica.reloadOutbox();
      this.#listen();
      this.poke();
      await new Promise((done) => this.#stop.signal.addEventListener('abort', done));
    };
    if (navigator.locks === undefined) void lead();
    else
      navigator.locks
        .request(this.#parts.lockName, { signal: this.#stop.signal }, lead)
        .catch((error: unknown) => {
          if (!this.#stop.signal.aborted) throw error;
        });
    window.addEventListener('online', this.#online);
    window.addEventListener('offline', this.#offline);
  }

  stop(): void {
    this.#stop.abort();
    this.#events?.close();
    clearTimeout(this.#retry);
    this.#channel.close();
    window.removeEventListener('online', this.#online);
    window.removeEventListener('offline', this.#offline);
  }

  /** There is something to send or to fetch. */
  poke(): void {
    if (!this.#leads) {
      this.#channel.postMessage({ kind: 'outbox' } satisfies Told);
      return;
    }
    this.#wanted = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
  }

  /** Tells the other tabs that the outbox changed, whoever leads. */
  tellOutbox(): void {
    this.#channel.postMessage({ kind: 'outbox' } satisfies Told);
  }

  readonly #online = () => {
    this.#retryMs = FIRST_RETRY_MS;
    this.poke();
  };

  readonly #offline = () => this.#parts.connection('offline');

  async #heard(told: Told): Promise<void> {
    if (told.kind === 'rows') {
      await this.#parts.replica.refresh(told.refs);
      this.#parts.connection('online');
      return;
    }
    await this.#parts.replica.reloadOutbox();
    if (this.#leads) this.poke();
  }

  #listen(): void {
    const { campaignId } = this.#parts.replica;
    const events = new EventSource(`/api/campaigns/${campaignId}/events`);
    this.#events = events;
    events.onmessage = (message: MessageEvent<string>) => {
      if (Number(message.data) > this.#parts.replica.number) this.poke();
    };
    events.onerror = () => {
      if (events.readyState !== EventSource.CLOSED || this.#stop.signal.aborted) return;
      // The browser gives up for good on a refusal or a gateway's page; we ask again, more and more seldom.
      this.#later(() => this.#listen());
    };
  }

  #later(work: () => void): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      if (this.#events?.readyState === EventSource.CLOSED) this.#listen();
      work();
    }, this.#retryMs);
    this.#retryMs = Math.min(LONGEST_RETRY_MS, this.#retryMs * 2);
  }

  async #work(): Promise<void> {
    while (this.#wanted && !this.#stop.signal.aborted) {
      this.#wanted = false;
      try {
        await this.#pull();
        for (let next = this.#next(); next !== undefined; next = this.#next()) await this.#send(next);
        this.#retryMs = FIRST_RETRY_MS;
        this.#parts.connection('online');
      } catch (error) {
        this.#failed(error);
        return;
      }
    }
  }

  #failed(error: unknown): void {
    if (error instanceof NoAnswer) {
      this.#parts.connection('offline');
      this.#later(() => this.poke());
    } else if (error instanceof Refusal && error.status === 401) this.#parts.connection('signed-out');
    else if (error instanceof Refusal && error.status === 403) this.#parts.connection('forbidden');
    else throw error;
  }

  async #pull(): Promise<void> {
    const { replica } = this.#parts;
    if (replica.number === 0) {
      await replica.take(await getJson<SnapshotAnswer>(`/api/campaigns/${replica.campaignId}/snapshot`));
      return;
    }
    for (;;) {
      const path = `/api/campaigns/${replica.campaignId}/changes?since=${replica.number}`;
      const { number, changes } = await getJson<ChangesAnswer>(path);
      if (number < replica.number) {
        // The server stands before what it once told us: it was restored from a backup. Its word counts.
        await replica.take(await getJson<SnapshotAnswer>(`/api/campaigns/${replica.campaignId}/snapshot`));
        return;
      }
      const refs = await replica.receive(changes);
      if (refs.length > 0) this.#channel.postMessage({ kind: 'rows', refs } satisfies Told);
      if (changes.length === 0 || replica.number >= number) return;
    }
  }

  #next(): OutboxEntry | undefined {
    return this.#parts.replica.outbox.find((e) => e.state === 'waiting');
  }

  async #send(entry: OutboxEntry): Promise<void> {
    const { replica } = this.#parts;
    try {
      const answer = await postJson<EditAnswer>(`/api/campaigns/${replica.campaignId}/edits`, entry.edit);
      if (answer.number === replica.number + 1) await this.#takeOwn(entry, answer);
      else await this.#pull();
      // Its change was already here: it came with an earlier pull, after its own answer was lost.
      if (replica.outbox.some((e) => e.key === entry.key)) await replica.drop(entry);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 401) throw error;
      const { code, params, field, conflicts } = error;
      await replica.refuse(entry, { code, params, field, conflicts });
      this.tellOutbox();
    }
  }

  /** Nobody wrote in between: the edit itself is the change, and needs not be fetched. */
  async #takeOwn(entry: OutboxEntry, answer: EditAnswer): Promise<void> {
    const refs = await this.#parts.replica.receive([
      {
        number: answer.number,
        key: entry.key,
        at: entry.at,
        by: '',
        note: { code: entry.edit.note.code },
        ops: entry.edit.ops.map((op) => ({
          kind: op.kind,
          entity: op.entity,
          id: op.id,
          fields: op.kind === 'delete' ? {} : { ...op.fields },
        })),
      },
    ]);
    this.#channel.postMessage({ kind: 'rows', refs } satisfies Told);
  }
}
