import { expect, test } from 'vitest';
import type { OfferedRoad } from '../../../domain/road/import/planImport.ts';
import { afterTold, type ImportState } from './importState.ts';

const SETTINGS = {
  columns: { code: null, name: 'ten', class: null },
  maxGap: 500,
  pieces: 'name',
  otherwise: [],
} as const;
const of = (job: number) => ({ fileName: 'duong.geojson', job });
const road = (key: string) => ({ key }) as OfferedRoad;
const portion = (job: number, key: string) =>
  ({ kind: 'progress', job, done: 1, all: 2, roads: [road(key)] }) as const;
const keys = (state: ImportState) => (state.step === 'preview' ? state.roads.map((r) => r.key) : []);

test('roads of earlier settings that come late are not mixed in, nor do they end the work', () => {
  const read = { kind: 'read', properties: ['ten'], problems: [], settings: SETTINGS } as const;
  let state = afterTold({ step: 'reading', fileName: 'duong.geojson' }, read, of(0));
  state = afterTold(state, portion(2, 'a'), of(2));
  state = afterTold(state, portion(1, 'late'), of(2));
  state = afterTold(state, { kind: 'assembled', job: 1 }, of(2));
  expect([keys(state), state.step === 'preview' && state.working]).toEqual([['a'], true]);
  state = afterTold(state, portion(2, 'b'), of(2));
  state = afterTold(state, { kind: 'assembled', job: 2 }, of(2));
  expect([keys(state), state.step === 'preview' && state.working]).toEqual([['a', 'b'], false]);
});

test('what comes after the work was given up changes nothing; a failure asks for another file', () => {
  const chosen: ImportState = { step: 'choose', problem: null };
  expect(afterTold(chosen, portion(1, 'a'), of(1))).toBe(chosen);
  expect(afterTold(chosen, { kind: 'assembled', job: 1 }, of(1))).toBe(chosen);
  const reason = { code: 'file.empty' };
  expect(afterTold(chosen, { kind: 'failed', reason }, of(1))).toEqual({ step: 'choose', problem: reason });
});
