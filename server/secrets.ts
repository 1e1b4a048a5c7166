import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';

interface Secrets {
  readonly databasePassword: string;
  readonly authSecret: string;
}

/**
 * Secrets of this installation, made once; readable by their owner only. Throws with a plain sentence when the file is
 * there and cannot be used: with other secrets the database behind it would stay shut.
 */
export function secretsOf(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    const made: Secrets = {
      databasePassword: randomBytes(24).toString('base64url'),
      authSecret: randomBytes(32).toString('base64url'),
    };
    writeWhole(file, JSON.stringify(made, null, 2));
  }
  const secrets = read(file);
  if (secrets === null)
    throw new Error(
      `${file} is damaged. Put it back from a copy of this folder; without it the database here cannot be opened.`,
    );
  return secrets;
}

/** What this installation signs with: the one that the environment says, else its own. */
export function secretOf({ secret, dataFolder }: Pick<Config, 'secret' | 'dataFolder'>): string {
  return secret ?? secretsOf(dataFolder).authSecret;
}

function read(file: string): Secrets | null {
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
    const whole = typeof secrets.databasePassword === 'string' && typeof secrets.authSecret === 'string';
    return whole ? (secrets as Secrets) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Writes a file so that after a power cut it is there whole or not at all. */
function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  const handle = openSync(unfinished, 'w', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, file);
  syncFolder(dirname(file));
}

/** That a file was renamed is on the disk only when its folder is. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
