/** The command line as a process of its own. */
import { execFile, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command on a data folder to its end; `input` goes to its standard input. */
export function cohoa(folder: string, args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'server/cli/main.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, COHOA_DATA: folder },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.stdin.end(input);
  return new Promise((done) => child.once('close', (code) => done({ code, out, err })));
}

/** Runs a command that must be done; rejects with what it printed where it fails. */
export function cohoaDone(folder: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [join(ROOT, 'server/cli/main.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, COHOA_DATA: folder },
  });
}
