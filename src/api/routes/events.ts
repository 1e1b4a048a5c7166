/** The stream that says there is something new, for as long as its reader may know. */
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { membershipIn } from '../../domain/edit/roles.ts';
import { PROTOCOL } from '../contract/protocol.ts';
import { lineageOf } from '../db/installation.ts';
import { loggable } from '../db/sqlErrors.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome } from '../home.ts';
import { membershipsOf } from '../members.ts';
import { newest } from './newest.ts';

/** How often the newest number is said anew: proxies end what is silent, and a notification may have been lost. */
const HEARTBEAT_MS = 15_000;
/** Streams of one person at once: some browsers, some tabs without locks. */
const STREAMS_A_PERSON = 20;

export function eventRoutes(home: ApiHome) {
  return new Hono<ApiEnv>().get('/:id/events', async (c) => {
    const { live, db } = home;
    const campaignId = c.req.param('id');
    const userId = c.var.user.id;
    if (live.watching(userId) >= STREAMS_A_PERSON) {
      c.header('Retry-After', '30');
      throw new ApiError(429, 'streams.too-many', { params: { limit: STREAMS_A_PERSON } });
    }
    // Listened to before it is read: a change in between is heard, at worst twice.
    const news = new Wake();
    let heard = 0;
    let recheck = false;
    const unsubscribe = live.subscribe(campaignId, (number) => {
      heard = Math.max(heard, number);
      news.wake();
    });
    const unwatch = live.watch(userId, () => {
      recheck = true;
      news.wake();
    });
    const end = () => {
      unsubscribe();
      unwatch();
      news.wake();
    };
    const ask = async () => {
      heard = Math.max(heard, await newest(db, campaignId));
    };
    try {
      await ask();
    } catch (error) {
      end();
      throw error;
    }
    const hello = JSON.stringify({ lineage: await lineageOf(db), protocol: PROTOCOL });
    return streamSSE(c, async (stream) => {
      stream.onAbort(end);
      await stream.writeSSE({ event: 'hello', data: hello });
      while (!stream.aborted) {
        await stream.writeSSE({ data: String(heard) });
        const said = heard;
        while (!stream.aborted && heard === said && !recheck)
          if (!(await news.within(HEARTBEAT_MS))) recheck = true;
        if (!recheck) continue;
        recheck = false;
        if (!(await mayStillRead(c, home, campaignId))) break;
        // A number that was never notified is found here at the latest.
        await ask().catch((error: unknown) => console.error('newest change:', loggable(error)));
      }
      end();
    });
  });
}

/** Waits to be woken; a wake that came before the wait counts. */
class Wake {
  #woken = false;
  #wake: (() => void) | null = null;

  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** Whether it was woken within so many milliseconds. */
  async within(ms: number): Promise<boolean> {
    if (!this.#woken) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, ms);
        this.#wake = () => {
          clearTimeout(timer);
          done();
        };
      });
      this.#wake = null;
    }
    const woken = this.#woken;
    this.#woken = false;
    return woken;
  }
}

/** Whether the session and the role with which the stream was opened still hold. A database that is away decides nothing. */
async function mayStillRead(c: Context<ApiEnv>, home: ApiHome, campaignId: string): Promise<boolean> {
  try {
    const user = await home.authenticate(c.req.raw);
    if (user === null) return false;
    return membershipIn(await membershipsOf(home.db, user.id), campaignId) !== null;
  } catch (error) {
    console.error('rights of a stream could not be asked:', loggable(error));
    return true;
  }
}
