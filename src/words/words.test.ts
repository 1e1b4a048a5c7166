import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import i18next from 'i18next';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../domain/text/languages.ts';
import { en } from './en.ts';
import { singular } from './singular.ts';
import { vi } from './vi.ts';

/** The words of each language, by file. */
const ALL = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true });
const SRC = resolve(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

const files = sources(SRC).map((path) => [path, readFileSync(path, 'utf8')] as const);

/** Codes of refusals as they are written where they are made. */
function codesIn(pattern: RegExp): string[] {
  return [...new Set(files.flatMap(([, text]) => [...text.matchAll(pattern)].map((m) => m[1] as string)))];
}

test.each(Object.keys(LANGUAGES))(
  '%s has the same words as Vietnamese, none empty, with the same figures',
  (id) => {
    const words = (ALL[`./${id}.ts`]?.[id] ?? {}) as Readonly<Record<string, string>>;
    const figures = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
    const of = (key: string) => key.replace(/_one$/, '');
    expect([...new Set(Object.keys(words).map(of))].sort()).toEqual(Object.keys(vi).sort());
    expect(Object.keys(words)).toEqual(expect.arrayContaining(Object.keys(vi)));
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(figures(text), key).toEqual(figures(vi[of(key) as keyof typeof vi]));
    }
  },
);

test('one of a thing is said in the singular, also where its number is written for the reader', async () => {
  const english = i18next.createInstance();
  await english.use(singular).init({
    lng: 'en',
    keySeparator: false,
    nsSeparator: false,
    resources: { en: { translation: en } },
  });
  const title = (count: number | string) => english.t('selection.title', { count: count as number });
  expect([1, '1', 2, '1.001', 0].map(title)).toEqual([
    '1 row selected',
    '1 row selected',
    '2 rows selected',
    '1.001 rows selected',
    '0 rows selected',
  ]);
});

test('no figure bears a name that i18next keeps for itself', () => {
  const reserved = /\{\{(lng|lngs|ns|context|defaultValue|fallbackLng)\}\}/;
  expect(Object.entries(vi).filter(([, text]) => reserved.test(text))).toEqual([]);
});

test.each(Object.keys(LANGUAGES))('%s quotes with “ ”, in pairs', (id) => {
  const words = (ALL[`./${id}.ts`]?.[id] ?? {}) as Readonly<Record<string, string>>;
  const count = (text: string, mark: string) => text.split(mark).length;
  for (const [key, text] of Object.entries(words)) {
    expect(text, key).not.toMatch(/[«»]/);
    expect(count(text, '“'), key).toBe(count(text, '”'));
  }
});

test('every refusal has words', () => {
  const codes = [
    ...codesIn(/\bfail\(\s*'([\w.-]+)'/g),
    ...codesIn(/new ApiError\(\s*\d+,\s*'([\w.-]+)'/g),
    ...codesIn(/code: '((?:row|edit|road|denied|request|session|server)\.[\w.-]+)'/g),
  ];
  expect(codes.length).toBeGreaterThan(40);
  // The name of an edit is written like a code of what is wrong, and has words of its own.
  const missing = codes.filter((code) => !(`reason.${code}` in vi) && !(`note.${code}` in vi));
  expect(missing).toEqual([]);
});

test('every edit that a screen makes has words for the undo', () => {
  const codes = codesIn(/commit\(\{ code: '([\w.-]+)'/g);
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => !(`note.${code}` in vi))).toEqual([]);
});

test('no words are left that nothing shows', () => {
  const text = files
    .filter(([path]) => !path.includes('/words/'))
    .map(([, t]) => t)
    .join('\n');
  const unused = Object.keys(vi).filter((key) => {
    if (/^(reason|note|field|entity|rule|source|param|finding|fix)\./.test(key)) return false;
    if (text.includes(`'${key}'`)) return false;
    // Keys that are put together: `state.${state}`.
    const parts = key.split('.');
    return !parts.some((_, i) => i > 0 && text.includes(`\`${parts.slice(0, i).join('.')}.\${`));
  });
  expect(unused).toEqual([]);
});

// Of refusals each kind has one: some are said only by parts that come later.
test.each(Object.keys(LANGUAGES))('each kind of words stands in one file, in %s', (language) => {
  const folder = join(SRC, 'words', language);
  const homes = new Map<string, Set<string>>();
  for (const file of readdirSync(folder))
    for (const [, prefix = ''] of readFileSync(join(folder, file), 'utf8').matchAll(
      /^ {2}'(reason\.[\w-]+|[\w-]+)\./gm,
    ))
      homes.set(prefix, (homes.get(prefix) ?? new Set()).add(file));
  expect(homes.size).toBeGreaterThan(60);
  expect([...homes].filter(([, files]) => files.size > 1).map(([prefix]) => prefix)).toEqual([]);
});
