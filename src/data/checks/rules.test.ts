import { expect, test } from 'vitest';
import { en } from '../../words/en.ts';
import { vi } from '../../words/vi.ts';
import { ALL_RULES } from './allRules.ts';

test('every rule has its words, and a test beside it', () => {
  const tests = Object.keys(import.meta.glob('../../domain/rules/*.test.ts'));
  const tried = tests.map((path) => /([\w-]+)\.test\.ts$/.exec(path)?.[1]);
  expect(tried.sort()).toEqual(ALL_RULES.map((r) => r.id).sort());
  for (const { id, params } of ALL_RULES)
    for (const words of [vi, en] as Record<string, string>[])
      for (const key of [`rule.${id}`, `source.${id}`, ...Object.keys(params).map((p) => `param.${id}.${p}`)])
        expect(words[key], key).toBeTruthy();
});
