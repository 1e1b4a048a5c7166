/** Looks into the embedded database of a running server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

export function connectionOf(folder: string): string {
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  const { databasePassword } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as {
    databasePassword: string;
  };
  return `postgres://cohoa:${databasePassword}@127.0.0.1:${port}/postgres`;
}

export async function connect(folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: connectionOf(folder) });
  await client.connect();
  return client;
}

export async function query<T extends object>(folder: string, text: string): Promise<T[]> {
  const client = await connect(folder);
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}
