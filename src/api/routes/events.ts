/** The stream that says there is something new, for as long as its reader may know. */
import { type Context, Hono } from 'hono';
import { readsCampaign } from '../../domain/edit/reading.ts';
import { membershipIn } from '../../domain/edit/roles.ts';
import { PROTOCOL } from '../contract/protocol.ts';
import { lineageOf } from '../db/installation.ts';
import { loggable } from '../db/sqlErrors.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome, Shortcut } from '../home.ts';
import type { People } from '../people.ts';
import { Remembered } from '../remembered.ts';
import { newest } from './newest.ts';

/** How often the newest number is said anew: proxies end what is silent, and a notification may have been lost. */
const HEARTBEAT_MS = 15_000;
/** Streams of one person at once: some browsers, some tabs without locks. */
const STREAMS_A_PERSON = 20;

export function eventRoutes(home: ApiHome, people: People) {
  // Many streams of one campaign are asked about in one moment.
  const numbers = new Remembered<number>();
  return new Hono<ApiEnv>().get('/:id/events', async (c) => {
    const type = { 'Content-Type': 'text/event-stream' };
    // Whoever asks for the headers alone never reads, and never stops reading.
    if (c.req.method === 'HEAD') return c.body(null, 200, type);
    const { live, db } = home;
    const campaignId = c.req.param('id');
    const userId = c.var.user.id;
    if (live.watching(userId) >= STREAMS_A_PERSON) {
      c.header('Retry-After', '30');
      throw new ApiError(429, 'streams.too-many', { params: { limit: STREAMS_A_PERSON } });
    }
    let asking: Promise<void> | null = null;
    const news = new News(home.shortcut?.(c.env) ?? null, () => {
      unsubscribe();
      unwatch();
      clearInterval(heartbeat);
    });
    const askRights = async () => {
      if (!(await mayStillRead(c, home, people, campaignId))) {
        news.putOut(
          (await isShutOut(home, userId)) ? 'locked' : (await isSignedIn(c, home)) ? null : 'signed-out',
        );
        return news.end();
      }
      // A number that was never notified is found here at the latest.
      await numbers
        .of(campaignId, () => newest(db, campaignId))
        .then(
          (number) => news.hear(number),
          (error: unknown) => console.error('newest change:', loggable(error)),
        );
    };
    // What changes while the rights are being asked about is asked about after.
    const recheck = () => {
      asking = (asking ?? Promise.resolve()).then(askRights);
    };
    // Listened to before it is read: a change in between is heard, at worst twice.
    const unsubscribe = live.subscribe(campaignId, (number) => news.hear(number));
    const unwatch = live.watch(userId, recheck);
    const heartbeat = setInterval(() => {
      recheck();
      void asking?.then(() => news.repeat());
    }, HEARTBEAT_MS);
    try {
      const hello = JSON.stringify({ lineage: await lineageOf(db), protocol: PROTOCOL });
      news.begin(`event: hello\ndata: ${hello}\n\n`, await newest(db, campaignId));
      // What was taken away while it was being opened nobody here has heard of.
      people.forget(userId);
      recheck();
    } catch (error) {
      news.end();
      throw error;
    }
    return c.body(news.body, 200, type);
  });
}

const UTF8 = new TextEncoder();
const told = (number: number) => `data: ${number}\n\n`;

/** What one reader is told: the newest number as soon as they can take it; older ones are passed over. */
class News {
  readonly body: ReadableStream<Uint8Array>;
  readonly #ended: () => void;
  readonly #shortcut: Shortcut | null;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #heard = 0;
  #said: number | null = null;
  #open = false;
  #over = false;

  constructor(shortcut: Shortcut | null, ended: () => void) {
    this.#ended = ended;
    this.#shortcut = shortcut;
    shortcut?.drained(() => this.#say());
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#say(),
        cancel: () => this.#finish(),
      },
      { highWaterMark: 2 },
    );
  }

  /** Before these first words nothing is said. */
  begin(words: string, number: number): void {
    if (this.#over) return;
    this.#heard = Math.max(this.#heard, number);
    this.#said = this.#heard;
    this.#open = true;
    this.#controller?.enqueue(UTF8.encode(`${words}${told(this.#heard)}`));
  }

  hear(number: number): void {
    this.#heard = Math.max(this.#heard, number);
    this.#say();
  }

  /** Says the newest number though it was said. */
  repeat(): void {
    this.#said = null;
    this.#say();
  }

  /** Tells a page that its person is locked or was signed out from elsewhere: it puts away what it shows. */
  putOut(why: 'locked' | 'signed-out' | null): void {
    if (why === null || this.#over || !this.#open) return;
    const words = `event: put-out\ndata: ${why}\n\n`;
    if (this.#shortcut?.open() === true) this.#shortcut.write(words);
    else this.#controller?.enqueue(UTF8.encode(words));
  }

  /** Closes the stream for its reader. */
  end(): void {
    if (this.#over) return;
    this.#finish();
    this.#controller?.close();
  }

  #say(): void {
    if (!this.#open || this.#over || this.#said === this.#heard) return;
    const short = this.#shortcut?.open() === true;
    if (!short && (this.#controller?.desiredSize ?? 0) <= 0) return;
    this.#said = this.#heard;
    if (short) this.#shortcut?.write(told(this.#heard));
    else this.#controller?.enqueue(UTF8.encode(told(this.#heard)));
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.#ended();
  }
}

async function isSignedIn(c: Context<ApiEnv>, home: ApiHome): Promise<boolean> {
  try {
    return (await home.authenticate(c.req.raw)) !== null;
  } catch (error) {
    console.error('whether a session holds could not be asked:', loggable(error));
    return true;
  }
}

/** Whether somebody's account is locked or gone, rather than their session over. */
async function isShutOut({ directory, db }: ApiHome, userId: string): Promise<boolean> {
  if (directory === null) return false;
  try {
    return (await directory.accounts(db)).find((a) => a.id === userId)?.locked !== false;
  } catch (error) {
    console.error('whether an account is locked could not be asked:', loggable(error));
    return false;
  }
}

/** Whether the session and the role with which the stream was opened still hold. A database that is away decides nothing. */
async function mayStillRead(
  c: Context<ApiEnv>,
  home: ApiHome,
  people: People,
  campaignId: string,
): Promise<boolean> {
  try {
    const user = await home.authenticate(c.req.raw);
    if (user === null) return false;
    return readsCampaign(membershipIn(await people.membershipsOf(user.id), campaignId), campaignId);
  } catch (error) {
    console.error('rights of a stream could not be asked:', loggable(error));
    return true;
  }
}
