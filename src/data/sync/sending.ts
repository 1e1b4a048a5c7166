/** One edit goes to the server, and leaves the outbox as a change, or steps aside for the person to decide. */

import { PROTOCOL } from '../../api/contract/protocol.ts';
import { keyedFields } from '../../domain/edit/merging.ts';

import { NoAnswer, Refusal, ServerFailed } from '../net/http.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import type { Replica } from '../replica/replica.ts';
import type { Net, SentEdit, Tabs, Transfer } from './ports.ts';
import { sentEdit } from './sentEdit.ts';

interface Parts {
  readonly replica: Replica;
  readonly net: Net;
  readonly tabs: Tabs;
  readonly transfer: (now: Transfer | null) => void;
}

/** The server failed on the same edit so often, and answered questions in between: it is the edit. */
const FAILURES = 2;
/** No answer to the same edit so often, while questions were answered: something on the way does not let it through. */
const LOST_ANSWERS = 8;
/** Answers that mean «not now» rather than «no». */
const NOT_NOW = new Set(['protocol.newer']);

export class Sending {
  readonly #parts: Parts;
  readonly #signal: AbortSignal;
  readonly #pull: () => Promise<void>;
  readonly #failures = new Map<string, number>();

  constructor(parts: Parts, signal: AbortSignal, pull: () => Promise<void>) {
    this.#parts = parts;
    this.#signal = signal;
    this.#pull = pull;
  }

  /** Throws what is to be tried again later. */
  async send(entry: OutboxEntry): Promise<void> {
    const { replica, net, transfer } = this.#parts;
    const sent = sentEdit(entry);
    try {
      const answer = await net.send(sent, ({ done, total }) => transfer({ what: 'edit', done, total }));
      if (this.#signal.aborted) return;
      this.#failures.delete(entry.key);
      // What the server puts together with what others have written is not what was sent.
      const asSent = sent.protocol === PROTOCOL && !sent.ops.some((op) => keyedFields(op).length > 0);
      if (answer.number === replica.number + 1 && asSent) await this.#takeOwn(sent, entry.at, answer.number);
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
    if (!this.#signal.aborted) this.#parts.tabs.tell({ kind: 'outbox' });
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
