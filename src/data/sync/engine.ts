/**
 * Sends what waits (`sending.ts`) and fetches what is new (`fetching.ts`). Of all tabs of a browser one does so; it tells the others. Order is kept;
 * an edit leaves the outbox only when it came back as a change, so a lost answer or a crash costs a repetition under
 * the same key, never a loss or a double. An edit that the server cannot take steps aside, and the rest goes on.
 */

import { NoAnswer, PageOutdated, Refusal, ServerFailed } from '../net/http.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import { Outdated } from '../replica/incoming.ts';
import type { Replica } from '../replica/replica.ts';
import { Fetching } from './fetching.ts';
import type { Clock, Connection, Lead, Net, TabMessage, Tabs, Transfer } from './ports.ts';
import { Sending } from './sending.ts';

interface Parts {
  readonly replica: Replica;
  readonly net: Net;
  readonly tabs: Tabs;
  readonly lead: Lead;
  readonly clock: Clock;
  readonly connection: (now: Connection) => void;
  readonly transfer: (now: Transfer | null) => void;
  /** Another tab did or undid something. */
  readonly steps: () => void;
}

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
/** What the server itself says of a campaign that one may not read: a gateway's own page does not count. */
const SHUT: Readonly<Record<string, Connection>> = {
  'denied.scope': 'forbidden',
  'campaign.missing': 'missing',
};

export class SyncEngine {
  readonly #parts: Parts;
  readonly #stop = new AbortController();
  #leads = false;
  #wanted = false;
  #running: Promise<void> | null = null;
  #said: Connection | null = null;
  #retryMs = FIRST_RETRY_MS;
  #callOff: (() => void) | null = null;
  #stopListening: (() => void) | null = null;
  /** Messages are taken in one after the other: each builds on what the one before left. */
  #hearing: Promise<void> = Promise.resolve();
  readonly #fetching: Fetching;
  readonly #sending: Sending;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { signal } = this.#stop;
    this.#fetching = new Fetching(parts, signal);
    this.#sending = new Sending(parts, signal, () => this.#fetching.pull());
    parts.tabs.hear((message) => {
      this.#hearing = this.#hearing
        .then(() => this.#heard(message))
        .catch((error: unknown) => this.#failed(error));
    });
  }

  /** Begins, when this tab's turn comes. */
  start(): void {
    const { lead, tabs, replica } = this.#parts;
    tabs.tell({ kind: 'hello' });
    lead(this.#stop.signal, async () => {
      this.#leads = true;
      // What other tabs did before is on the device, not in this tab's memory.
      await replica.reload().catch((error: unknown) => this.#failed(error));
      if (this.#stop.signal.aborted) return;
      this.#listen();
      this.wake();
      await new Promise((done) => this.#stop.signal.addEventListener('abort', done));
    });
  }

  stop(): void {
    this.#stop.abort();
    this.#stopListening?.();
    this.#callOff?.();
    this.#parts.tabs.close();
  }

  /** There is something to send or to fetch. */
  wake(): void {
    if (this.#stop.signal.aborted) return;
    if (!this.#leads) {
      this.#parts.tabs.tell({ kind: 'outbox' });
      // What the device could not store the leading tab never sees.
      if (this.#parts.replica.inMemory.length === 0) return;
    }
    this.#wanted = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
  }

  /** The network came back: no reason to wait longer. */
  retryNow(): void {
    this.#retryMs = FIRST_RETRY_MS;
    if (this.#leads && this.#stopListening === null) this.#listen();
    this.wake();
  }

  networkLost(): void {
    this.#say('offline');
  }

  /** Tells the other tabs that the outbox changed, whoever leads. */
  tellOutbox(): void {
    if (!this.#stop.signal.aborted) this.#parts.tabs.tell({ kind: 'outbox' });
  }

  tellSteps(): void {
    if (!this.#stop.signal.aborted) this.#parts.tabs.tell({ kind: 'steps' });
  }

  #say(connection: Connection): void {
    this.#said = connection;
    this.#parts.connection(connection);
    if (this.#leads && !this.#stop.signal.aborted) this.#parts.tabs.tell({ kind: 'connection', connection });
  }

  async #heard(message: TabMessage): Promise<void> {
    const { replica, tabs, connection } = this.#parts;
    if (this.#stop.signal.aborted) return;
    if (message.kind === 'hello') {
      if (!this.#leads) return;
      tabs.tell({ kind: 'at', number: replica.number, lineage: replica.lineage });
      // It may be long until there is something new to say.
      if (this.#said !== null) tabs.tell({ kind: 'connection', connection: this.#said });
    } else if (message.kind === 'connection') connection(message.connection);
    else if (message.kind === 'steps') this.#parts.steps();
    else if (message.kind === 'outbox') {
      await replica.reloadOutbox();
      if (this.#leads) this.wake();
    } else if (message.kind === 'at') await this.#reachOr(message.number, message.lineage);
    else if (!(await replica.follow(message.batch)))
      await this.#reachOr(message.batch.to, message.batch.lineage);
    if (!this.#leads && replica.inMemory.length > 0) this.wake();
  }

  /** This tab missed something: what the leading tab stored is read again, and what it could not store is asked for. */
  async #reachOr(number: number, lineage: string): Promise<void> {
    const { replica, net } = this.#parts;
    if (replica.number >= number && replica.lineage === lineage) return;
    await replica.reload();
    if (this.#leads || replica.number === 0 || replica.lineage !== lineage) return;
    try {
      while (replica.number < number) {
        const { changes } = await net.changes(replica.campaignId, replica.number, () => {});
        if ((await replica.receive(changes)) === null) return;
      }
    } catch (error) {
      // The leading tab meets the same and says it; this one stays as new as the store.
      if (!(error instanceof NoAnswer || error instanceof ServerFailed || error instanceof Refusal))
        throw error;
    }
  }

  #listen(): void {
    const { net, replica } = this.#parts;
    this.#stopListening?.();
    this.#stopListening = net.listen(
      replica.campaignId,
      (newest) => {
        if (newest > replica.number) this.wake();
      },
      (shutOut) => {
        this.#stopListening = null;
        if (shutOut) return this.#say('forbidden');
        // Whether it was the network, a restart or a right taken away is told by the next question.
        if (!this.#stop.signal.aborted) this.#later();
      },
    );
  }

  #later(): void {
    this.#callOff?.();
    this.#callOff = this.#parts.clock.after(this.#retryMs, () => {
      if (this.#leads && this.#stopListening === null) this.#listen();
      this.wake();
    });
    this.#retryMs = Math.min(LONGEST_RETRY_MS, this.#retryMs * 2);
  }

  async #work(): Promise<void> {
    while (this.#wanted && !this.#stop.signal.aborted) {
      this.#wanted = false;
      try {
        if (!this.#leads && this.#next() === undefined) return;
        await this.#fetching.pull();
        for (let next = this.#next(); next !== undefined; next = this.#next()) await this.#sending.send(next);
        this.#retryMs = FIRST_RETRY_MS;
        this.#say('online');
      } catch (error) {
        this.#failed(error);
        return;
      } finally {
        this.#parts.transfer(null);
      }
    }
  }

  #failed(error: unknown): void {
    if (this.#stop.signal.aborted) return;
    if (error instanceof NoAnswer || error instanceof ServerFailed) {
      this.#say(this.#parts.net.unplugged() ? 'offline' : 'unreachable');
      this.#later();
    } else if (error instanceof Outdated || error instanceof PageOutdated) this.#say('outdated');
    else if (error instanceof Refusal && error.status === 401) this.#say('signed-out');
    else if (error instanceof Refusal && error.code in SHUT) this.#say(SHUT[error.code] as Connection);
    else if (error instanceof Refusal) {
      this.#say('unreachable');
      this.#later();
    } else {
      // This device itself fails, not the server: it may do better the next time, and nobody else would try.
      console.error('sending and fetching:', error);
      this.#later();
    }
  }

  /** A tab that does not lead sends what it alone has, when the leading tab has sent what was made before it. */
  #next(): OutboxEntry | undefined {
    // Whoever is signed in by now may be somebody else.
    if (this.#stop.signal.aborted) return undefined;
    const { outbox, inMemory } = this.#parts.replica;
    const next = outbox.find((e) => e.state === 'waiting');
    return this.#leads || inMemory.some((e) => e.key === next?.key) ? next : undefined;
  }
}
