/** `npm run test:long`: what takes minutes, and more rounds of what `npm test` tries a few times. Alone on the machine. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildIfStale } from '../server/build.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Rounds that a person did not set otherwise. */
const ROUNDS = { COHOA_POWER_CUTS: '20', COHOA_FUZZ_ROUNDS: '20000', COHOA_KILL_ROUNDS: '20' };

buildIfStale();
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '-c',
    'tests/long/vitest.config.ts',
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...ROUNDS, ...process.env } },
);
process.exit(status ?? 1);
