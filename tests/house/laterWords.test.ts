/** What is shown first speaks with words that are there: those that come later are said by parts that come later. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { viFirst } from '../../src/words/vi/viFirst.ts';
import { viLater } from '../../src/words/vi/viLater.ts';

const SRC = resolve(import.meta.dirname, '../../src');

/** The modules that come with some others: what is imported in their head, not what they ask for when they need it. */
function withImports(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = entries.map((entry) => resolve(SRC, entry));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || !/\.tsx?$/.test(file)) continue;
    seen.add(file);
    for (const m of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s(?!type\s)[^;]*?from '(\.[^']+)'/gm,
    ))
      open.push(resolve(dirname(file), m[1] as string));
  }
  return seen;
}

const FIRST = withImports(['app/main.tsx', 'app/SignedIn.tsx', 'app/screens/PlanScreen.tsx']);

test('the first screens and all that comes with them say nothing that comes later', () => {
  expect(FIRST.size).toBeGreaterThan(150);
  const later = Object.keys(viLater);
  const said = [...FIRST]
    .filter((file) => !file.includes('/words/'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*(?:[^)'`]*\?\s*)?['`]([a-zA-Z]+\.[\w.-]*)/g)].map(
        (m) => [file.slice(SRC.length + 1), m[1] as string],
      ),
    );
  expect(said.length).toBeGreaterThan(100);
  expect(
    said.filter(([, key = '']) => later.some((k) => k === key || (isBegun(key) && k.startsWith(key)))),
  ).toEqual([]);
});

/** A key that goes on by a code; of refusals it is the code that is looked for, where it is made. */
const isBegun = (key: string) => key.endsWith('.') && key !== 'reason.';

test('nor do they refuse for a reason that comes later', () => {
  const refused = [...FIRST]
    .filter((file) => !file.includes('/words/'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'([a-z]+\.[\w.-]+)'/g)].map((m) => [
        file.slice(SRC.length + 1),
        `reason.${m[1]}`,
      ]),
    );
  expect(refused.length).toBeGreaterThan(100);
  expect(refused.filter(([, key = '']) => key in viLater)).toEqual([]);
});

test('no word comes twice', () => {
  expect(Object.keys(viLater).filter((key) => key in viFirst)).toEqual([]);
});
