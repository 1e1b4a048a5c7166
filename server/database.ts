import type { Socket } from 'node:net';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { type Database, migrate } from '../src/api/db/database.ts';
import { rowsOf, type ShortWork } from '../src/api/db/shortTransaction.ts';
import { CHANGES_CHANNEL } from '../src/api/edits/applyEdit.ts';
import type { LiveHub } from '../src/api/live.ts';
import { MEMBERS_CHANNEL } from '../src/api/members.ts';
import type { Config } from './config.ts';
import { startPostgres } from './postgres.ts';

export interface OpenDatabase {
  readonly pool: pg.Pool;
  readonly db: Database;
  /** Empties the pool and stops the database if this process started it. */
  close(): Promise<void>;
}

const OPTIONS = { casing: 'snake_case' } as const;

/** Who waits longer for a connection is told so, and tries again. */
const CONNECT_LIMIT_MS = 15_000;
const RECONNECT_MS = 500;
/** A connection on which nothing is ever asked may be dead without anybody noticing. */
const PING_MS = 30_000;
const PING_LIMIT_MS = 10_000;

/**
 * Opens the database that the configuration names, embedded or not, with its schema up to date. `lost` is called when
 * an embedded database has died so often that starting it again makes no sense.
 */
export async function openDatabase(
  config: Config,
  share: boolean,
  lost: (reason: Error) => void = () => {},
): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === null ? await startPostgres(config.dataFolder, share, lost) : null;
  const connectionString = config.databaseUrl ?? embedded?.url;
  if (connectionString === undefined) throw new Error('no database');
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
    // Several statements on one way there and back; each is still answered, and fails, by itself.
    pipeline: true,
  });
  let closing = false;
  const report = (error: Error) => {
    if (!closing) console.error('database connection lost:', error.message);
  };
  // An idle connection that breaks is replaced by the pool; the next query tells if the database is gone.
  pool.on('error', report);
  // One that breaks in a transaction has nobody but us to hear of it: unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', report));
  const close = async () => {
    closing = true;
    await pool.end();
    await embedded?.stop();
  };
  try {
    const db = drizzleOn(pool);
    await oneAtATime(pool, () => migrate(db));
    return { pool, db, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Drizzle over a pool, with transactions that give their connection back whatever happens. Drizzle's own begins outside
 * of its `try`: a `begin` that fails, as it does while the database is being started again, would keep its connection
 * for ever, and the tenth of them would leave none.
 */
export function drizzleOn(pool: pg.Pool): Database {
  const db = drizzle(pool, OPTIONS) as unknown as Database;
  // One a connection, for as long as that lives.
  const onClient = new WeakMap<pg.PoolClient, Database>();
  const withClient = async <T>(work: (own: Database, client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      const own = onClient.get(client) ?? (drizzle(client, OPTIONS) as unknown as Database);
      onClient.set(client, own);
      return await work(own, client);
    } finally {
      client.release();
    }
  };
  db.transaction = (work, config) => withClient((own) => own.transaction(work, config));
  db.shortTransaction = (first, work) => withClient((own, client) => pipelined(client, own, first, work));
  return db;
}

/**
 * A short transaction on a connection that sends several statements at once. Begin and commit go to the driver itself, so
 * that their place in its queue is certain. A commit behind a statement that the database refused rolls back by itself;
 * the driver refuses none, since each name has one text and Drizzle has made plain values of all parameters.
 */
async function pipelined<T>(client: pg.PoolClient, own: Database, first: SQL, work: ShortWork<T>) {
  try {
    const begun = planned(dialect.sqlToQuery(first));
    const [, firstResult] = await all(client.query('begin'), client.query(begun));
    const { last, value } = await work(own, rowsOf(firstResult));
    await all(client.query(planned(last.toSQL())), client.query('commit'));
    return value;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const dialect = new PgDialect(OPTIONS);
/** Names of statements by their text. */
const plans = new Map<string, string>();
/** Each connection keeps as many plans; edits of many rows are each of their own length and get none. */
const MOST_PLANS = 100;
const LONGEST_PLANNED = 4000;

/** A statement that comes again and again, under a name: the database then plans it once a connection. */
function planned({ sql: text, params }: { readonly sql: string; readonly params: unknown[] }) {
  let name = plans.get(text);
  if (name === undefined && plans.size < MOST_PLANS && text.length < LONGEST_PLANNED) {
    name = `planned_${plans.size}`;
    plans.set(text, name);
  }
  return { ...(name === undefined ? {} : { name }), text, values: params };
}

/** Both results, when both are answered; throws the first error of them. */
async function all<A, B>(...both: [PromiseLike<A>, PromiseLike<B>]): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled(both);
  if (a.status === 'rejected') throw a.reason;
  if (b.status === 'rejected') throw b.reason;
  return [a.value, b.value];
}

/** Any fixed number, the same in every instance. */
const START_LOCK = 4_670_422;

/** Instances that start together on one database do what makes it ready one after the other. */
export async function oneAtATime<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [START_LOCK]);
    return await work();
  } finally {
    // With the connection its lock is gone, whatever became of it.
    client.release(true);
  }
}

/**
 * Hears the notifications of every instance on this database. When its connection breaks it comes back, and then says
 * to everybody who listens where their campaign now stands: what was said meanwhile is not said again by itself.
 */
export async function listen({ pool, db }: OpenDatabase, hub: LiveHub): Promise<() => Promise<void>> {
  let free: () => void = () => {};
  let stopped = false;
  const again = (error: unknown): void => {
    if (stopped) return;
    console.error('notification channel:', error instanceof Error ? error.message : error);
    setTimeout(() => void connect().catch(again), RECONNECT_MS);
  };
  const connect = async (): Promise<void> => {
    const client = await pool.connect();
    let held = true;
    // A client is given back once, whoever finds out first that it is done for.
    const release = (): boolean => {
      const was = held;
      held = false;
      clearInterval(pings);
      if (was) client.release(true);
      return was;
    };
    const pings = setInterval(() => {
      const late = new Promise<never>((_, failed) =>
        setTimeout(() => failed(new Error('no answer')), PING_LIMIT_MS).unref(),
      );
      Promise.race([client.query('select 1'), late]).catch((error: unknown) => {
        // Ended politely, it would first wait for the answer that does not come.
        (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
        if (release()) again(error);
      });
    }, PING_MS);
    free = release;
    client.on('error', (error) => {
      if (release()) again(error);
    });
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === MEMBERS_CHANNEL) hub.hearPerson(payload);
      else hub.hear(payload);
    });
    try {
      await client.query(`listen ${CHANGES_CHANNEL}; listen ${MEMBERS_CHANNEL}`);
      await sayNewest(db, hub);
    } catch (error) {
      if (release()) throw error;
    }
    if (stopped) release();
  };
  await connect();
  return async () => {
    stopped = true;
    free();
  };
}

async function sayNewest(db: Database, hub: LiveHub): Promise<void> {
  hub.hearEverybody();
  const ids = hub.campaigns();
  if (ids.length === 0) return;
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const { rows } = (await db.execute(
    sql`select id, change_number as number from campaign where id in (${list})`,
  )) as unknown as { rows: { id: string; number: string }[] };
  for (const { id, number } of rows) hub.hear(`${id} ${number}`);
}
