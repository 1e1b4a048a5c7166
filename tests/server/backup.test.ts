/** Backup and restore as a nightly job and an administrator in need meet them. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cohoaDone } from '../support/cli.ts';
import { dataFolder, demoFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const MILESTONE = { name: 'Mốc ăn ở', day: null, offsetDays: -3 };

const folders: string[] = [];
let from: string;
let file: string;
let server: ServerProcess;

function emptyFolder(): string {
  const folder = dataFolder();
  folders.push(folder);
  return folder;
}

/** What a failed command printed; fails where it succeeds. */
async function refusal(folder: string, ...args: string[]): Promise<string> {
  const { stderr } = await cohoaDone(folder, ...args).then(
    () => Promise.reject(new Error(`${args.join(' ')} was done`)),
    (error: unknown) => error as { stderr: string },
  );
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(existsSync(join(folder, 'postgres/postmaster.pid')) && folder !== from).toBe(false);
  return stderr;
}

function partsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.part'));
}

beforeAll(async () => {
  from = await demoFolder();
  folders.push(from);
  file = join(from, 'backup.gz');
  server = await ServerProcess.start(from);
  const cookie = await server.signIn('canbo');
  await server.create(cookie, 'milestone', MILESTONE);
  await cohoaDone(from, 'backup', file);
}, 120_000);
afterAll(async () => {
  await server.stop();
  for (const folder of folders) {
    killPostmaster(folder);
    removeFolder(folder);
  }
});

describe('a backup', { timeout: 60_000 }, () => {
  test('is for its owner only, and takes the place of yesterday’s', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    await cohoaDone(from, 'backup', file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(partsIn(from)).toEqual([]);
  });

  test('is made although an earlier one was cut off, and cleans up after it', async () => {
    writeFileSync(`${file}.part`, 'half a backup of an earlier version');
    writeFileSync(`${file}.999999999-0a1b2c3d.part`, 'half a backup');
    writeFileSync(`${file}.${process.pid}-0a1b2c3d.part`, 'one that is being written');
    const old = `${file}.${process.pid}-4e5f6a7b.part`;
    writeFileSync(old, 'one whose process number was given away again');
    utimesSync(old, 0, 0);
    await cohoaDone(from, 'backup', file);
    expect(partsIn(from).sort()).toEqual([`backup.gz.${process.pid}-0a1b2c3d.part`, 'backup.gz.part'].sort());
    expect(gunzipSync(readFileSync(file)).toString()).toContain('Mốc ăn ở');
  });

  test('says in words where it cannot be written, and leaves nothing', async () => {
    expect(await refusal(from, 'backup', join(from, 'no/such/folder.gz'))).toMatch(
      /There is no file or folder/,
    );
    expect(await refusal(from, 'backup', join(from, 'postgres'))).toMatch(/is a folder/);
    expect(partsIn(from).filter((name) => name.startsWith('postgres'))).toEqual([]);
  });
});

describe('a restore', () => {
  test('says in words what is wrong with a file and leaves no database running', async () => {
    const to = emptyFolder();
    expect(await refusal(to, 'restore', join(to, 'none.gz'))).toMatch(
      /There is no file or folder .*none\.gz/,
    );
    const text = join(from, 'text.gz');
    writeFileSync(text, 'this is text');
    expect(await refusal(to, 'restore', text)).toMatch(/no backup of Cờ Hoa/);
    // The same database still takes the right file.
    expect((await cohoaDone(to, 'restore', file)).stdout).toMatch(/rows restored/);
    expect(await refusal(to, 'restore', file)).toMatch(/holds campaigns already/);
  }, 120_000);

  test('that is interrupted changes nothing and leaves no database running', async () => {
    const to = emptyFolder();
    // A pipe that nobody writes into: the restore waits for it.
    const pipe = join(from, 'pipe.gz');
    await run('mkfifo', [pipe]);
    const restore = spawn(process.execPath, [join(ROOT, 'server/cli/main.ts'), 'restore', pipe], {
      cwd: ROOT,
      env: { ...process.env, COHOA_DATA: to },
    });
    const ended = once(restore, 'exit');
    const writer = await open(pipe, 'w');
    restore.kill('SIGINT');
    await expect.poll(() => existsSync(join(to, 'postgres/postmaster.pid')), { timeout: 30_000 }).toBe(false);
    await writer.close();
    expect(await ended).toEqual([1, null]);
    expect((await cohoaDone(to, 'campaign', 'list')).stdout).toMatch(/no campaign yet/);
  }, 60_000);
});
