import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { type Database, migrate } from '../src/api/db/database.ts';
import { CHANGES_CHANNEL } from '../src/api/edits/applyEdit.ts';
import type { LiveHub } from '../src/api/live.ts';
import type { Config } from './config.ts';
import { startPostgres } from './postgres.ts';

export interface OpenDatabase {
  readonly pool: pg.Pool;
  readonly db: Database;
  /** Empties the pool and stops the database if this process started it. */
  close(): Promise<void>;
}

/** Opens the database that the configuration names, embedded or not, with its schema up to date. */
export async function openDatabase(config: Config, share: boolean): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === null ? await startPostgres(config.dataFolder, share) : null;
  const connectionString = config.databaseUrl ?? embedded?.url;
  if (connectionString === undefined) throw new Error('no database');
  const pool = new pg.Pool({ connectionString, max: 10 });
  let closing = false;
  // An idle connection that breaks is replaced by the pool; the next query tells if the database is gone.
  pool.on('error', (error) => {
    if (!closing) console.error('database connection lost:', error.message);
  });
  const close = async () => {
    closing = true;
    await pool.end();
    await embedded?.stop();
  };
  try {
    const db = drizzle(pool, { casing: 'snake_case' }) as unknown as Database;
    await migrate(db);
    return { pool, db, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Hears the notifications of every instance on this database; reconnects when its connection breaks. */
export async function listen(pool: pg.Pool, hub: LiveHub): Promise<() => Promise<void>> {
  let client: pg.PoolClient | null = null;
  let stopped = false;
  const connect = async (): Promise<void> => {
    const connected = await pool.connect();
    client = connected;
    connected.on('notification', (message) => hub.hear(message.payload ?? ''));
    connected.once('error', (error) => {
      console.error('lost the notification channel:', error.message);
      client = null;
      connected.release(error);
      if (!stopped) setTimeout(() => void connect().catch(retry), 1000);
    });
    await connected.query(`listen ${CHANGES_CHANNEL}`);
  };
  const retry = (error: unknown): void => {
    console.error('notification channel:', error instanceof Error ? error.message : error);
    if (!stopped) setTimeout(() => void connect().catch(retry), 1000);
  };
  await connect();
  return async () => {
    stopped = true;
    client?.release(true);
  };
}
