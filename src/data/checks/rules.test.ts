import { expect, test } from 'vitest';
import { PAPERS, type PaperId } from '../../domain/checks/source.ts';
import { isDay } from '../../domain/schedule/days.ts';
import { en } from '../../words/en.ts';
import { vi } from '../../words/vi.ts';
import { ALL_RULES } from './allRules.ts';

const LANGUAGES = [vi, en] as Record<string, string>[];

function expectWords(...keys: string[]): void {
  for (const words of LANGUAGES) for (const key of keys) expect(words[key], key).toBeTruthy();
}

test('every rule has its words, and a test beside it', () => {
  const tests = Object.keys(import.meta.glob('../../domain/rules/*.test.ts'));
  const tried = tests.map((path) => /([\w-]+)\.test\.ts$/.exec(path)?.[1]);
  expect(tried.sort()).toEqual(ALL_RULES.map((r) => r.id).sort());
  for (const { id, params } of ALL_RULES)
    expectWords(`rule.${id}`, ...Object.keys(params).map((p) => `param.${id}.${p}`));
});

test('every rule says what it rests on: law and guidance by their papers, a law with its article', () => {
  for (const { id, source } of ALL_RULES) {
    const { basis, cites = [] } = source;
    expectWords(`basis.${basis}`, ...cites.map((c) => `paper.${c.paper}`));
    if (basis === 'law' || basis === 'guidance') expect(cites, id).not.toEqual([]);
    if (basis === 'plan' || basis === 'limit') expect(cites, id).toEqual([]);
    // Guidance has no articles; laws and decrees do, whoever borrows from them.
    if (basis === 'law' || basis === 'custom')
      for (const cite of cites) expect(cite.article, `${id}: ${cite.paper}`).toBeGreaterThan(0);
  }
});

test('every paper has its days in force, and a rule rests on it', () => {
  const cited = new Set(ALL_RULES.flatMap((r) => (r.source.cites ?? []).map((c) => c.paper)));
  for (const [paper, { from, until }] of Object.entries(PAPERS)) {
    expect(isDay(from), paper).toBe(true);
    if (until !== null) expect(isDay(until) && until > from, paper).toBe(true);
    expect(cited, paper).toContain(paper as PaperId);
  }
});

test('what rests on art. 27(1), (2), (4) of the Law on Advertising alone is custom and warns; 27(3) is law', () => {
  const resting = ALL_RULES.flatMap((rule) => {
    const clauses = (rule.source.cites ?? []).flatMap((c) =>
      c.paper.startsWith('advertising') ? [c.clause ?? 0] : [],
    );
    return clauses.length === 0 ? [] : [{ ...rule, clauses: new Set(clauses) }];
  });
  expect(resting.map((r) => r.id).sort()).toEqual([
    'banner-across-road',
    'banner-period',
    'hides-signal',
    'sponsor-area',
  ]);
  for (const { id, source, severity, clauses } of resting) {
    const [clause] = clauses;
    expect(clauses.size, id).toBe(1);
    expect([1, 2, 3, 4], id).toContain(clause);
    expect([source.basis, severity], id).toEqual(clause === 3 ? ['law', 'error'] : ['custom', 'warning']);
  }
});

test('no-go areas have laws of their own and stay errors', () => {
  for (const id of ['relic-area', 'dyke', 'power-grid', 'road-safety-corridor']) {
    const rule = ALL_RULES.find((r) => r.id === id);
    expect([rule?.source.basis, rule?.severity], id).toEqual(['law', 'error']);
    expect(
      rule?.source.cites?.some((c) => c.paper.startsWith('advertising')),
      id,
    ).toBe(false);
  }
});
