import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from './finding.ts';
import { healthByPart, healthOf } from './health.ts';

const finding = (key: string, severity: Severity, placementId?: string): Finding => ({
  key,
  rule: 'r',
  severity,
  code: 'c',
  params: {},
  place: placementId === undefined ? {} : { placementId },
  fix: null,
});
const open = (f: Finding) => ({ finding: f, acceptance: undefined });
const accepted = (f: Finding) => ({ finding: f, acceptance: { reason: 'agreed' } });

describe('the health of a plan', () => {
  const judged = [
    open(finding('1', 'error', 'p1')),
    open(finding('2', 'warning', 'p1')),
    open(finding('3', 'hint', 'p2')),
    accepted(finding('4', 'error', 'p3')),
    open(finding('5', 'warning')),
  ];
  test('counts by weight, accepted ones apart', () => {
    expect(healthOf(judged)).toEqual({ error: 1, warning: 2, hint: 1, accepted: 1 });
  });
  test('is told for each part; a hint or an accepted finding leaves a placement sound', () => {
    const roads: Record<string, string[]> = { p1: ['a'], p2: ['a', 'b'], p3: ['b'] };
    const parts = healthByPart([{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }], judged, (placementId) =>
      placementId === null ? ['whole'] : (roads[placementId] ?? []),
    );
    expect(Object.fromEntries(parts)).toEqual({
      a: { error: 1, warning: 1, hint: 1, accepted: 0, placements: 2, sound: 1 },
      b: { error: 0, warning: 0, hint: 1, accepted: 1, placements: 2, sound: 2 },
      whole: { error: 0, warning: 1, hint: 0, accepted: 0, placements: 0, sound: 0 },
    });
  });
});
