/**
 * Sends what waits and fetches what is new. Of all tabs of a browser one does so; it tells the others. Order is kept;
 * an edit leaves the outbox only when it came back as a change, so a lost answer or a crash costs a repetition under
 * the same key, never a loss or a double. An edit that the server cannot take steps aside, and the rest goes on.
 */
import type { ChangeAnswer } from '../../api/contract/answers.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import { cleanValue } from '../../domain/text/cleanText.ts';
import { NoAnswer, PageOutdated, Refusal, ServerFailed } from '../http.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import { Outdated } from '../replica/incoming.ts';
import type { Replica } from '../replica/replica.ts';
import type { Progress } from '../transfer.ts';
import type { Clock, Connection, Lead, Net, SentEdit, TabMessage, Tabs, Transfer } from './ports.ts';

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
/** The server failed on the same edit so often, and answered questions in between: it is the edit. */
const FAILURES = 2;
/** No answer to the same edit so often, while questions were answered: something on the way does not let it through. */
const LOST_ANSWERS = 8;
/**
 * Changes that come in many answers are taken in together, up to so many: the screen is drawn, the plan checked and the
 * device written once for all of them. A line that breaks costs nothing of what came, a tab that dies no more than that.
 */
const GATHERED_OPS = 50_000;
/** Answers that mean «not now» rather than «no». */
const NOT_NOW = new Set(['protocol.newer']);
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
  readonly #failures = new Map<string, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
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
      () => {
        this.#stopListening = null;
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
        await this.#pull();
        for (let next = this.#next(); next !== undefined; next = this.#next()) await this.#send(next);
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

  #progress(what: Transfer['what']): Progress {
    return ({ done, total }) => this.#parts.transfer({ what, done, total });
  }

  async #pull(): Promise<void> {
    const { replica, net, tabs } = this.#parts;
    if (replica.number === 0 || replica.loadingAt !== null) await this.#load();
    const { signal } = this.#stop;
    let gathered: ChangeAnswer[] = [];
    // Of which past they are: another tab may bring the rows of another one while an answer is under way.
    let past = replica.lineage;
    const take = async () => {
      const news = past === replica.lineage && !signal.aborted ? await replica.receive(gathered) : null;
      gathered = [];
      if (news !== null) tabs.tell(news);
    };
    try {
      while (!signal.aborted) {
        if (past !== replica.lineage) [gathered, past] = [[], replica.lineage];
        const since = gathered.at(-1)?.number ?? replica.number;
        const answer = await net.changes(replica.campaignId, since, this.#progress('rows'));
        if (signal.aborted || past !== replica.lineage) continue;
        // A number behind our own under one lineage is a database brought back by other means than `restore`.
        const otherPast = answer.lineage !== past || answer.number < since;
        if (otherPast) {
          const renewed = past !== '' || answer.number < since;
          // Whatever came before this answer came of a past that is gone.
          if (renewed) gathered = [];
          await replica.meetLineage(answer.lineage);
          if (renewed) {
            await this.#load();
            tabs.tell({ kind: 'at', number: replica.number, lineage: replica.lineage });
            continue;
          }
          past = replica.lineage;
        }
        gathered.push(...answer.changes);
        const reached = gathered.at(-1)?.number ?? replica.number;
        if (answer.changes.length === 0 || reached >= answer.number) return;
        if (gathered.reduce((n, c) => n + c.ops.length, 0) >= GATHERED_OPS) await take();
      }
    } finally {
      // Also what came before the line broke.
      await take();
    }
  }

  /** Loads all rows page by page; what broke off goes on where it was. */
  async #load(): Promise<void> {
    const { replica, net } = this.#parts;
    let bytes = 0;
    while (!this.#stop.signal.aborted) {
      const at = replica.loadingAt;
      let moved = 0;
      const page = await net.snapshot(replica.campaignId, at?.after ?? null, ({ done }) => {
        moved = done;
        this.#parts.transfer({ what: 'rows', done: bytes + done, total: null });
      });
      bytes += moved;
      if (at !== null && page.lineage !== at.lineage) {
        replica.dropLoading();
        continue;
      }
      if (replica.takePage(page)) return;
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

  async #send(entry: OutboxEntry): Promise<void> {
    const { replica, net } = this.#parts;
    const sent: SentEdit = {
      ...entry.edit,
      // Made before something was found unfit: it would be refused for ever.
      ops: cleanValue(entry.edit.ops),
      protocol: entry.protocol,
      ...(entry.lineage === '' ? {} : { lineage: entry.lineage }),
    };
    try {
      const answer = await net.send(sent, this.#progress('edit'));
      if (this.#stop.signal.aborted) return;
      this.#failures.delete(entry.key);
      if (answer.number === replica.number + 1 && sent.protocol === PROTOCOL)
        await this.#takeOwn(sent, entry.at, answer.number);
      else await this.#pull();
      // Its change was already here: it came with an earlier pull, after its own answer was lost.
      if (replica.outbox.some((e) => e.key === entry.key)) await replica.drop(entry);
    } catch (error) {
      await this.#notTaken(entry, error);
    }
  }

  /** Decides whether the edit steps aside or is sent again at once. Throws what is to be tried again later. */
  async #notTaken(entry: OutboxEntry, error: unknown): Promise<void> {
    const { replica } = this.#parts;
    if (
      error instanceof Refusal &&
      error.status !== 401 &&
      error.status !== 429 &&
      !NOT_NOW.has(error.code)
    ) {
      const { code, params, field, conflicts } = error;
      if (code === 'edit.other-past' && entry.lineage === replica.lineage) {
        // The database was restored since the last pull: this one finds out, and puts aside all that was made before.
        await this.#pull();
        if (entry.lineage === replica.lineage) throw new NoAnswer(code);
        return;
      }
      return this.#stepAside(entry, code, params, field, conflicts);
    }
    if (error instanceof ServerFailed) {
      // Reading is asked first: where it works, it is the edit on which the server fails.
      await this.#pull();
      if (this.#failedOn(entry) >= FAILURES) return this.#stepAside(entry, 'server.failed-on-edit');
      return;
    }
    // Every try began with a pull that was answered: reading works, this edit does not come through.
    if (error instanceof NoAnswer && this.#failedOn(entry) >= LOST_ANSWERS)
      return this.#stepAside(entry, 'edit.no-answer');
    throw error;
  }

  #failedOn(entry: OutboxEntry): number {
    const failures = (this.#failures.get(entry.key) ?? 0) + 1;
    this.#failures.set(entry.key, failures);
    return failures;
  }

  async #stepAside(
    entry: OutboxEntry,
    code: string,
    params: Refusal['params'] = {},
    field: string | undefined = undefined,
    conflicts: Refusal['conflicts'] = [],
  ): Promise<void> {
    this.#failures.delete(entry.key);
    await this.#parts.replica.refuse(entry, { code, params, field, conflicts });
    this.tellOutbox();
  }

  /** Nobody wrote in between: the edit itself is the change, and needs not be fetched. */
  async #takeOwn(edit: SentEdit, at: string, number: number): Promise<void> {
    const news = await this.#parts.replica.receive([
      {
        number,
        key: edit.key,
        at,
        by: '',
        note: { code: edit.note.code },
        ops: edit.ops.map((op) => ({
          kind: op.kind,
          entity: op.entity,
          id: op.id,
          fields: op.kind === 'delete' ? {} : { ...op.fields },
        })),
      },
    ]);
    if (news !== null) this.#parts.tabs.tell(news);
  }
}
