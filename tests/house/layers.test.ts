/** Who may import whom, over every source file; the linter says the same in the editor, this says it for features too. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** What each layer may import of ours. A layer may always import itself. */
const MAY: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/words': [],
  'src/formats': ['src/domain'],
  'src/documents': ['src/domain'],
  'src/api': ['src/domain'],
  'src/data': ['src/domain', 'src/api/contract'],
  // How a number is written, and whether two values are the same, is what fields and tables say alike.
  'src/ui': ['src/domain/text', 'src/domain/sameValue.ts'],
  // Names of columns are read in every language, also in those that the page has not loaded.
  'src/features': ['src/domain', 'src/formats', 'src/documents', 'src/data', 'src/ui', 'src/words'],
  'src/app': ['src/domain', 'src/data', 'src/features', 'src/ui', 'src/words', 'mocks'],
  mocks: ['src/domain', 'src/api', 'src/data'],
  server: ['src/domain', 'src/formats', 'src/documents', 'src/words', 'src/api', 'mocks'],
};

/** Rooms of the client's data, from the ground up: a room may import those before it. */
const ROOMS = [
  'net',
  'replica',
  'sync',
  'campaign',
  'work',
  'checks',
  'workbench',
  'map',
  'table',
  'commands',
  'gestures',
];

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    // Tests may reach for what they need.
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const specifiers = [
    ...text.matchAll(/(?:from|import\(|import|new URL\()\s*['"`](\.{1,2}\/[^'"`]+)['"`]/g),
  ].map((m) => m[1] as string);
  return specifiers.map((s) => ({
    from: relative(ROOT, path).split(sep).join('/'),
    to: relative(ROOT, resolve(dirname(path), s))
      .split(sep)
      .join('/'),
  }));
}

function layerOf(path: string): string | undefined {
  return Object.keys(MAY).find((layer) => path.startsWith(`${layer}/`));
}

function violations(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const layer = layerOf(from);
    if (layer === undefined) return [];
    if (layer === 'src/features') {
      const own = from.split('/').slice(0, 3).join('/');
      const allowed = to.startsWith(`${own}/`) || MAY[layer]?.some((l) => to === l || to.startsWith(`${l}/`));
      return allowed ? [] : [`${from} imports ${to}`];
    }
    const allowed = to.startsWith(`${layer}/`) || MAY[layer]?.some((l) => to === l || to.startsWith(`${l}/`));
    return allowed ? [] : [`${from} imports ${to}`];
  });
}

const all = ['src', 'mocks', 'server'].flatMap((f) => filesIn(join(ROOT, f)).flatMap(importsOf));

test('the rule sees every layer', () => {
  for (const layer of Object.keys(MAY)) {
    const seen = all.filter((i) => layerOf(i.from) === layer);
    expect(seen.length, layer).toBeGreaterThan(0);
  }
});

function roomOf(path: string): string | undefined {
  return /^src\/data\/([^/]+)\//.exec(path)?.[1];
}

test('within the client’s data a room knows only those below it, and every file has one', () => {
  const inside = all.filter(({ from, to }) => from.startsWith('src/data/') && to.startsWith('src/data/'));
  expect(inside.length).toBeGreaterThan(100);
  const rank = (path: string) => ROOMS.indexOf(roomOf(path) ?? '');
  expect(new Set(inside.flatMap(({ from, to }) => [from, to]).filter((p) => rank(p) < 0))).toEqual(new Set());
  expect(inside.filter(({ from, to }) => rank(to) > rank(from))).toEqual([]);
});

test('no arrow turns back', () => {
  expect(violations(all)).toEqual([]);
});

test.each([
  ['src/domain/a.ts', 'src/data/b.ts'],
  ['src/domain/a.ts', 'src/formats/b.ts'],
  ['src/formats/a.ts', 'src/documents/b.ts'],
  ['src/documents/a.ts', 'src/data/b.ts'],
  ['src/api/a.ts', 'src/data/b.ts'],
  ['src/data/a.ts', 'src/api/edits/applyEdit.ts'],
  ['src/ui/a.tsx', 'src/domain/b.ts'],
  ['src/features/map/a.ts', 'src/features/table/b.ts'],
  ['src/features/map/a.ts', 'src/app/App.tsx'],
  ['src/app/a.ts', 'src/api/app.ts'],
  ['server/a.ts', 'src/features/map/b.ts'],
])('%s → %s would be seen', (from, to) => {
  expect(violations([{ from, to }])).toHaveLength(1);
});

/** Its own transactions keep a connection for ever when their `begin` fails. */
test('over a pool Drizzle is opened in one place alone', () => {
  const opening = ['src', 'mocks', 'server']
    .flatMap((f) => filesIn(join(ROOT, f)))
    .filter((path) => /drizzle-orm\/node-postgres/.test(readFileSync(path, 'utf8')))
    .map((path) => relative(ROOT, path).split(sep).join('/'));
  expect(opening).toEqual(['server/database.ts']);
});

/** It weighs as much as a screen: an entity takes its kinds of fields as an argument, and only the server has them. */
test('zod is in no page', () => {
  const loading = (module: RegExp) =>
    filesIn(join(ROOT, 'src'))
      .filter((path) => module.test(readFileSync(path, 'utf8')))
      .map((path) => relative(ROOT, path).split(sep).join('/'))
      .filter((path) => !path.startsWith('src/api/'));
  expect(loading(/^import (?!type ).*from 'zod'/m)).toEqual(['src/domain/model/kinds.ts']);
  expect(loading(/^import (?!type ).*\/kinds\.ts'/m)).toEqual([]);
});
