/** `npm run test:long`: what takes minutes, and more rounds of what `npm test` tries a few times. Alone on the machine. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildIfStale } from '../server/build.ts';
import { shareWork } from './support/shared.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Rounds that a person did not set otherwise. */
const ROUNDS = { COHOA_POWER_CUTS: '20', COHOA_FUZZ_ROUNDS: '20000', COHOA_KILL_ROUNDS: '20' };

buildIfStale();
shareWork();
const run = (script: string, args: readonly string[]): number =>
  spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...ROUNDS, ...process.env },
  }).status ?? 1;
// A name after the command runs the files of that name only, in whichever runner has one.
const chosen = process.argv.slice(2);
const inProcess = run('vitest/vitest.mjs', [
  'run',
  '-c',
  'tests/long/vitest.config.ts',
  '--passWithNoTests',
  ...chosen,
]);
const inBrowser = run('@playwright/test/cli.js', [
  'test',
  '-c',
  'tests/long/browser/playwright.config.ts',
  '--pass-with-no-tests',
  ...chosen,
]);
process.exit(inProcess || inBrowser);
