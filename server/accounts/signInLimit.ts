/**
 * How often one may be wrong at sign-in. Only failures count, in the database, so that every instance and every restart
 * knows of them:
 * - by name and address: five are free, then each makes the next wait longer. Who shares the address is not concerned;
 * - by name from wherever: ten are free, then the same, for those who come from many addresses. An address where this
 *   name is signed in is exempt, so that strangers cannot keep a person out of their own office;
 * - by address: a ceiling a minute, for those who try many names; the same exemption.
 * A try counts as a failure when it begins and is taken back when it was right: a thousand at once are no way round.
 */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '../../src/api/db/database.ts';

interface Rule {
  /** Failures that make nobody wait. */
  readonly free: number;
  readonly firstSeconds: number;
  readonly mostSeconds: number;
}

const BY_NAME_AND_ADDRESS: Rule = { free: 5, firstSeconds: 60, mostSeconds: 900 };
const BY_NAME: Rule = { free: 10, firstSeconds: 10, mostSeconds: 300 };
const WINDOW_SECONDS = 60;
/** A day without a failure, and nothing of it counts any more. */
const FORGOTTEN = sql`interval '1 day'`;
/** Any fixed number: tries are counted one after the other. */
const LIMIT_LOCK = 4_670_423;

export interface Try {
  readonly name: string;
  readonly address: string;
  /** Whether this name is signed in at this address. */
  readonly known: boolean;
}

interface Failures {
  readonly failures: number;
  /** Seconds since the last failure, or since the window of an address began. */
  readonly age: number;
  /** Seconds until the next try may come. */
  readonly wait: number;
}

/** Counts a try as a failure. Returns the seconds to wait where it may not be made now; null where it may. */
export async function beginTry(db: Database, asked: Try, perMinute: number): Promise<number | null> {
  return oneByOne(db, async (inside) => {
    await inside.execute(sql`delete from sign_in_failure where last < now() - ${FORGOTTEN}`);
    const { pair, name, address } = keysOf(asked);
    const [byPair, byName, byAddress] = [
      await read(inside, pair),
      await read(inside, name),
      await read(inside, address),
    ];
    const inWindow = byAddress.age < WINDOW_SECONDS;
    const wait = Math.max(
      byPair.wait,
      asked.known ? 0 : byName.wait,
      !asked.known && inWindow && byAddress.failures >= perMinute ? WINDOW_SECONDS - byAddress.age : 0,
    );
    if (wait > 0) return Math.ceil(wait);
    await count(inside, pair, byPair.failures + 1, BY_NAME_AND_ADDRESS);
    if (!asked.known) await count(inside, name, byName.failures + 1, BY_NAME);
    if (inWindow)
      await inside.execute(sql`update sign_in_failure set failures = failures + 1 where key = ${address}`);
    else await count(inside, address, 1, null);
    return null;
  });
}

/** The try was right: it does not count, and what this name got wrong at this address before is forgotten. */
export async function tryWasRight(db: Database, asked: Try): Promise<void> {
  await oneByOne(db, async (inside) => {
    await takeBackFrom(inside, asked);
    await inside.execute(sql`delete from sign_in_failure where key = ${keysOf(asked).pair}`);
  });
}

/** The try was neither right nor wrong: no password was looked at. */
export async function takeBack(db: Database, asked: Try): Promise<void> {
  await oneByOne(db, (inside) => takeBackFrom(inside, asked));
}

async function takeBackFrom(inside: Database, asked: Try): Promise<void> {
  const { pair, name, address } = keysOf(asked);
  await inside.execute(sql`
    update sign_in_failure set failures = greatest(failures - 1, 0), until = null
    where key in (${pair}, ${asked.known ? pair : name}, ${address})`);
}

/** The lock comes before the rows: two that took rows of each other's in another order would wait for each other. */
async function oneByOne<T>(db: Database, work: (inside: Database) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    await inside.execute(sql`select pg_advisory_xact_lock(${LIMIT_LOCK})`);
    return work(inside);
  });
}

async function read(db: Database, key: string): Promise<Failures> {
  const { rows } = (await db.execute(sql`
    select failures, extract(epoch from now() - last)::float8 as age,
      greatest(coalesce(extract(epoch from until - now()), 0), 0)::float8 as wait
    from sign_in_failure where key = ${key}`)) as unknown as { rows: Failures[] };
  return rows[0] ?? { failures: 0, age: Number.POSITIVE_INFINITY, wait: 0 };
}

async function count(db: Database, key: string, failures: number, rule: Rule | null): Promise<void> {
  const over = rule === null ? -1 : failures - rule.free;
  const seconds = over < 0 || rule === null ? 0 : Math.min(rule.mostSeconds, rule.firstSeconds * 2 ** over);
  const until = seconds === 0 ? sql`null` : sql`now() + make_interval(secs => ${seconds})`;
  await db.execute(sql`
    insert into sign_in_failure values (${key}, ${failures}, now(), ${until})
    on conflict (key) do update set failures = excluded.failures, last = excluded.last, until = excluded.until`);
}

/** Names are kept as hashes: people type passwords into the field of the name. */
function keysOf({ name, address }: Try) {
  const key = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return { pair: key('pair', name, address), name: key('name', name), address: key('address', address) };
}
