/** `npm test`: the checks, then unit, API and server tests, then the browser; one line at the end says how many. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfStale } from '../server/build.ts';
import { shareWork } from './support/shared.ts';

const ROOT = resolve(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'test-results');
const BIN = join(ROOT, 'node_modules');

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function run(title: string, script: string, args: readonly string[]): boolean {
  console.log(`\n── ${title}`);
  return (
    spawnSync(process.execPath, [join(BIN, script), ...args], { cwd: ROOT, stdio: 'inherit' }).status === 0
  );
}

/** A runner that ended without writing its results has failed as a whole. */
function countOf(file: string, read: (json: never) => Count, ended: boolean): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const count = read(JSON.parse(readFileSync(file, 'utf8')) as never);
  return ended || count.failed > 0 ? count : { ...count, failed: 1 };
}

interface VitestJson {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

interface PlaywrightJson {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const checks: readonly (readonly [string, string, readonly string[]])[] = [
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  ['lint, format, layers', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['dead code', 'knip/bin/knip.js', []],
];
const passedChecks = checks.filter(([title, script, args]) => run(title, script, args)).length;

buildIfStale();
shareWork();
const unitFile = join(RESULTS, 'unit.json');
const unitEnded = run('unit, API and server tests', 'vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${unitFile}`,
]);
const unit = countOf(
  unitFile,
  (json: VitestJson) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests,
  }),
  unitEnded,
);

const e2eFile = join(RESULTS, 'browser/results.json');
const e2eEnded = run('browser tests', '@playwright/test/cli.js', [
  'test',
  '-c',
  'tests/e2e/playwright.config.ts',
]);
/** Browser tests that passed at their second try: one may be the machine's, two are a fault of ours. */
const UNSTEADY_AT_MOST = 1;
let unsteady = 0;
const e2e = countOf(
  e2eFile,
  ({ stats }: PlaywrightJson) => {
    unsteady = stats.flaky;
    return {
      passed: stats.expected + (unsteady > UNSTEADY_AT_MOST ? 0 : unsteady),
      failed: stats.unexpected + (unsteady > UNSTEADY_AT_MOST ? unsteady : 0),
      skipped: stats.skipped,
    };
  },
  e2eEnded,
);

const passed = passedChecks + unit.passed + e2e.passed;
const failed = checks.length - passedChecks + unit.failed + e2e.failed;
const skipped = unit.skipped + e2e.skipped;
const more = [
  ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ...(unsteady > 0 ? [`${unsteady} at the second try (named above as flaky)`] : []),
];
console.log(`\n${[`${passed} passed`, `${failed} failed`, ...more].join(', ')}`);
process.exit(failed === 0 ? 0 : 1);
