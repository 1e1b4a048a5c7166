import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './config.ts';

const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const STAMP = '.built-from';

export const DIST = join(PROJECT, 'dist');

/** Builds the app unless the build there was made from exactly these sources. Returns whether it built. */
export function buildIfStale(): boolean {
  const wanted = fingerprint();
  const stamp = join(DIST, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  console.log('Building the app …');
  execFileSync(
    process.execPath,
    [join(PROJECT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: PROJECT,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  writeFileSync(stamp, wanted);
  return true;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else if (!/\.test\.tsx?$/.test(path)) hash.update(path.slice(PROJECT.length)).update(readFileSync(path));
  };
  for (const source of SOURCES) if (existsSync(join(PROJECT, source))) add(join(PROJECT, source));
  return hash.digest('hex');
}
