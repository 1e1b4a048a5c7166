/** What the pages point at is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

test('every file and folder that README and docs name exists', () => {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  const named = ['README.md', ...docs].flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/`((?:src|server|tests|mocks)\/[\w./-]+)`/g)].map(
      (match) => [page, match[1] as string] as const,
    ),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(([, path]) => !existsSync(join(ROOT, path)))).toEqual([]);
  const code = new Set(
    ['src', 'server', 'tests', 'mocks'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => basename(path)),
    ),
  );
  const bare = ['README.md', ...docs].flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/`([\w.-]+\.tsx?)`/g)].map(
      (match) => [page, match[1] as string] as const,
    ),
  );
  expect(bare.length).toBeGreaterThan(15);
  expect(bare.filter(([, name]) => !code.has(name) && !existsSync(join(ROOT, name)))).toEqual([]);
});
