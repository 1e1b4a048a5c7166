/**
 * The embedded PostgreSQL: made at the first start in the data folder, run as a child process, reachable from this
 * machine only. A server that was killed leaves its database running or its lock behind; both are put right.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort.ts';
import { clusterOf, initialise, launch } from './postgresCluster.ts';

const STOP_LIMIT_MS = 30_000;

export interface RunningPostgres {
  readonly url: string;
  /** Whether this call started it, so that it is this process's to stop. */
  readonly started: boolean;
  stop(): Promise<void>;
}

interface Secrets {
  readonly databasePassword: string;
  readonly authSecret: string;
}

/** Secrets of this installation, made once; the folder is readable by its owner only. */
export function secretsOf(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    const made: Secrets = {
      databasePassword: randomBytes(24).toString('base64url'),
      authSecret: randomBytes(32).toString('base64url'),
    };
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/**
 * Starts the database of a data folder; with `share`, uses the one that a running server has already started.
 * Throws with a plain sentence when the folder is in use or cannot be reached.
 */
export async function startPostgres(dataFolder: string, share: boolean): Promise<RunningPostgres> {
  const { databasePassword } = secretsOf(dataFolder);
  const cluster = clusterOf(dataFolder);
  const { dataDir } = cluster;
  const urlAt = (port: number) => `postgres://cohoa:${databasePassword}@127.0.0.1:${port}/postgres`;
  const owner = liveServer(dataFolder);
  const running = postmasterOf(dataDir);
  if (owner !== null) {
    if (share && running !== null) return { url: urlAt(running.port), started: false, stop: async () => {} };
    throw new Error(
      `Cờ Hoa already runs on this data folder (process ${owner}). Stop it, or set COHOA_DATA.`,
    );
  }
  if (running !== null) {
    console.error('The database of a server that ended abruptly is still running; stopping it first.');
    await stopPostmaster(dataDir);
  } else rmSync(join(dataDir, 'postmaster.pid'), { force: true });
  writeFileSync(join(dataFolder, 'server.pid'), String(process.pid));
  const port = await freePort();
  try {
    if (!existsSync(join(dataDir, 'PG_VERSION'))) await initialise(cluster, databasePassword);
    await launch(cluster, port);
  } catch (error) {
    rmSync(join(dataFolder, 'server.pid'), { force: true });
    throw new Error(`The embedded database did not start in ${dataDir}.`, { cause: error });
  }
  return {
    url: urlAt(port),
    started: true,
    stop: async () => {
      await stopPostmaster(dataDir);
      rmSync(join(dataFolder, 'server.pid'), { force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What a process was started as, where the system tells; null elsewhere. */
function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // No /proc on this system, or the process has just ended: then only its number is known.
    return null;
  }
}

/** The process id of a living server on this data folder, or null. Numbers are reused, so the command is asked too. */
function liveServer(dataFolder: string): number | null {
  const file = join(dataFolder, 'server.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8'));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return null;
  const command = commandOf(pid);
  return command === null || /server[/\\](main|cli)/.test(command) ? pid : null;
}

function postmasterOf(databaseDir: string): { pid: number; port: number } | null {
  const file = join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  const command = commandOf(pid);
  return command === null || command.includes('postgres') ? { pid, port: Number(lines[3]) } : null;
}

/** Asks the database of a folder to stop at once but cleanly (SIGINT: fast shutdown), and waits until it is gone. */
async function stopPostmaster(databaseDir: string): Promise<void> {
  const running = postmasterOf(databaseDir);
  if (running === null) return;
  const limit = Date.now() + STOP_LIMIT_MS;
  process.kill(running.pid, 'SIGINT');
  while (isAlive(running.pid) && existsSync(join(databaseDir, 'postmaster.pid'))) {
    if (Date.now() > limit)
      throw new Error(`The database (process ${running.pid}) did not stop in 30 seconds.`);
    await sleep(20);
  }
}
