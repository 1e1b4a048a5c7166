/**
 * Edits of one campaign wait for each other in the process, not in the database: its row lock lets one through at a
 * time anyway, and whoever waits for it there holds a connection that other campaigns need.
 */
import { ApiError } from '../errors.ts';

/** One works, the next stands ready at the lock. */
const AT_ONCE = 2;
/** More would wait longer than anybody listens. */
const MOST_WAITING = 200;

interface Line {
  working: number;
  readonly waiting: (() => void)[];
}

export class Turns {
  readonly #lines = new Map<string, Line>();

  /** Does the work when it is its turn. Throws 503 `server.busy` when too many wait already. */
  async take<T>(campaignId: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(campaignId) ?? { working: 0, waiting: [] };
    this.#lines.set(campaignId, line);
    if (line.waiting.length >= MOST_WAITING) throw new ApiError(503, 'server.busy');
    if (line.working < AT_ONCE) line.working++;
    else await new Promise<void>((turn) => line.waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      // Whoever comes next takes over the place as it is.
      if (next !== undefined) next();
      else if (--line.working === 0) this.#lines.delete(campaignId);
    }
  }
}
