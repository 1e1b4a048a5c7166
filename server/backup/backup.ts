/** A backup in a file. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { inFileWords } from './fileErrors.ts';
import { type Listener, tell } from './telling.ts';

const DAY_MS = 86_400_000;

type Say = Listener['say'];

/** Writes everything as it is at one moment; gives how many rows that were. The file is there whole, on the disk and for its owner only, or not at all. */
export async function backup(pool: pg.Pool, file: string): Promise<number> {
  const target = resolve(file);
  const unfinished = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  try {
    await removeStale(target);
    const rows = await written(unfinished, (say) => tell(pool, { say }));
    await rename(unfinished, target);
    await syncFolder(dirname(target));
    return rows;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw inFileWords(error, file);
  }
}

/** What a backup that was cut off left behind, in its own name, so that it stands in nobody's way. */
async function removeStale(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(target)}.`)) continue;
    const pid = /\.(\d+)-[0-9a-f]{8}\.part$/.exec(name)?.[1];
    if (pid === undefined) continue;
    const path = join(folder, name);
    if (!isAlive(Number(pid)) || Date.now() - (await stat(path)).mtimeMs > DAY_MS)
      await rm(path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function written(path: string, work: (say: Say) => Promise<number>): Promise<number> {
  const gzip = createGzip();
  // `flush`: it is on the disk before it gets its name.
  const done = pipeline(gzip, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  // A full disk ends the pipe while rows are still being read; it is heard below.
  const failed = done.then(
    () => new Promise<never>(() => {}),
    (error: unknown) => Promise.reject(error),
  );
  failed.catch(() => {});
  const say: Say = async (line) => {
    if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), failed]);
  };
  try {
    const rows = await Promise.race([work(say), failed]);
    gzip.end();
    await done;
    return rows;
  } catch (error) {
    gzip.destroy();
    await done.catch(() => {});
    throw error;
  }
}

/** That a file was renamed is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
