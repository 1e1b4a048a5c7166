/** What is new comes from the server: all rows page by page where there are none, then the changes since. */
import type { ChangeAnswer } from '../../api/contract/answers.ts';
import type { Replica } from '../replica/replica.ts';
import type { Net, Tabs, Transfer } from './ports.ts';

interface Parts {
  readonly replica: Replica;
  readonly net: Net;
  readonly tabs: Tabs;
  readonly transfer: (now: Transfer | null) => void;
}

/**
 * Changes that come in many answers are taken in together, up to so many: the screen is drawn, the plan checked and the
 * device written once for all of them. A line that breaks costs nothing of what came, a tab that dies no more than that.
 */
const GATHERED_OPS = 50_000;
export class Fetching {
  readonly #parts: Parts;
  readonly #signal: AbortSignal;

  constructor(parts: Parts, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
  }

  /** Takes in everything up to the newest change. Throws what the network says. */
  async pull(): Promise<void> {
    const { replica, net, tabs, transfer } = this.#parts;
    if (replica.number === 0 || replica.loadingAt !== null) await this.#load();
    const signal = this.#signal;
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
        const answer = await net.changes(replica.campaignId, since, ({ done, total }) =>
          transfer({ what: 'rows', done, total }),
        );
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
    while (!this.#signal.aborted) {
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
}
