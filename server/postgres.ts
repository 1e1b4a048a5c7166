/**
 * The embedded PostgreSQL: made at the first start in the data folder, run as a child process, reachable from this
 * machine only. A server that was killed leaves its database running or its lock behind; both are put right. A database
 * that dies under a running server is started again.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort.ts';
import { type Cluster, clusterOf, initialise, launch } from './postgresCluster.ts';
import { secretsOf } from './secrets.ts';

const STOP_LIMIT_MS = 30_000;
/** Starting it again is tried after so long; the last of them again and again. */
const REVIVE_AFTER_MS = [100, 500, 1000, 2000, 5000];
/** Deaths within a minute after which starting it again helps nobody. */
const DEATHS = 6;
/** Starts that fail one after the other: a full disk, a folder that is gone. */
const FAILED_STARTS = 12;

export interface RunningPostgres {
  readonly url: string;
  /** Whether this call started it, so that it is this process's to stop. */
  readonly started: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the database of a data folder; with `share`, uses the one that a running server has already started.
 * Throws with a plain sentence when the folder is in use or cannot be reached. `lost` is called when it has died and
 * will not come back.
 */
export async function startPostgres(
  dataFolder: string,
  share: boolean,
  lost: (reason: Error) => void = () => {},
): Promise<RunningPostgres> {
  mkdirSync(dataFolder, { recursive: true });
  const cluster = clusterOf(dataFolder);
  const { dataDir } = cluster;
  const { databasePassword } = secretsOf(dataFolder);
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
    await initialise(cluster, databasePassword);
    const keeper = new Keeper(cluster, port, lost);
    await keeper.start();
    return {
      url: urlAt(port),
      started: true,
      stop: async () => {
        await keeper.letGo();
        await stopPostmaster(dataDir);
        rmSync(join(dataFolder, 'server.pid'), { force: true });
      },
    };
  } catch (error) {
    rmSync(join(dataFolder, 'server.pid'), { force: true });
    throw new Error(`The embedded database did not start in ${dataDir}.`, { cause: error });
  }
}

/** Starts the database and, when it dies, starts it again on the same port, until told to let go of it. */
class Keeper {
  readonly #cluster: Cluster;
  readonly #port: number;
  readonly #lost: (reason: Error) => void;
  readonly #deaths: number[] = [];
  #letGo = false;
  #reviving: Promise<void> = Promise.resolve();

  constructor(cluster: Cluster, port: number, lost: (reason: Error) => void) {
    this.#cluster = cluster;
    this.#port = port;
    this.#lost = lost;
  }

  async start(): Promise<void> {
    const child = await launch(this.#cluster, this.#port);
    child.once('exit', (code, signal) => {
      this.#reviving = this.#died(child, signal ?? `code ${code}`);
    });
  }

  /** From now on it may end. One that is just being started again is there, to be stopped, when this is fulfilled. */
  async letGo(): Promise<void> {
    this.#letGo = true;
    await this.#reviving;
  }

  async #died(child: ChildProcess, how: string): Promise<void> {
    if (this.#letGo) return;
    const now = Date.now();
    this.#deaths.push(now);
    const often = this.#deaths.filter((at) => at > now - 60_000).length;
    console.error(`The embedded database (process ${child.pid}) ended: ${how}.`);
    if (often >= DEATHS) {
      this.#lost(new Error(`The embedded database ended ${often} times within a minute.`));
      return;
    }
    for (let tries = 0; !this.#letGo; tries++) {
      await sleep(REVIVE_AFTER_MS[Math.min(tries, REVIVE_AFTER_MS.length - 1)]);
      if (this.#letGo) return;
      try {
        // Its lock is its own only while it lives; whoever else holds the folder is not disturbed.
        if (postmasterOf(this.#cluster.dataDir) === null)
          rmSync(join(this.#cluster.dataDir, 'postmaster.pid'), { force: true });
        await this.start();
        console.error('The embedded database runs again.');
        return;
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        if (tries + 1 >= FAILED_STARTS) {
          this.#lost(new Error('The embedded database cannot be started again.', { cause: error }));
          return;
        }
      }
    }
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
