import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, PlanChecker } from '../../domain/checks/checker.ts';
import type { Rule } from '../../domain/checks/rule.ts';
import { withRows } from '../../domain/edit/tables.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { AnyRow, Entity, Tables } from '../../domain/model/rows.ts';
import {
  aCampaign,
  anOccasion,
  aPlacement,
  aPlan,
  aPoint,
  aRoad,
  aSlogan,
  aType,
  idOf,
} from '../../domain/testing.ts';
import { ALL_RULES } from './allRules.ts';

const TODAY = '2020-10-15';
const TYPES = [
  aType({ inStock: 100 }),
  aType({ id: idOf('A', 2), shape: 'pano', layout: 'point', carriesText: true, mount: 'ground' }),
];
const SLOGAN = aSlogan();
const ROADS = [aRoad(), aRoad({ id: idOf('R', 2), code: 'ĐT.256' })];

const base = aPlan({
  road: ROADS,
  assetType: TYPES,
  // One that differs from the other, once that is approved, by a mark.
  slogan: [SLOGAN, aSlogan({ id: idOf('S', 2), text: 'Viêt Nam muôn nằm!', approved: false })],
  roadFeature: [
    {
      id: idOf('F', 1),
      version: 1,
      roadId: ROADS[0]?.id ?? '',
      kind: 'bridge',
      name: 'Cầu',
      from: 2000,
      to: 2100,
    },
  ],
});

const placement = fc
  .record({
    n: fc.nat(7),
    point: fc.boolean(),
    road: fc.constantFrom(...ROADS.map((r) => r.id)),
    from: fc.integer({ min: 100, max: 4000 }),
    length: fc.integer({ min: 50, max: 1500 }),
    unit: fc.boolean(),
    slogan: fc.boolean(),
    late: fc.boolean(),
  })
  .map(({ n, point, road, from, length, unit, slogan, late }): Placement => {
    const common = {
      id: idOf('P', n),
      roadId: road,
      from,
      unitId: unit ? idOf('V', 1) : null,
      installBy: { milestone: 'opening', days: late ? -1 : -3 },
    };
    if (!point) return aPlacement({ ...common, to: from + length });
    return aPoint({ ...common, assetTypeId: TYPES[1]?.id ?? '', sloganId: slogan ? SLOGAN.id : null });
  });

type Step = { readonly entity: Entity; readonly id: string; readonly row: AnyRow | undefined };
const steps = fc.oneof(
  { weight: 6, arbitrary: placement.map((row): Step => ({ entity: 'placement', id: row.id, row })) },
  {
    weight: 2,
    arbitrary: fc.nat(7).map((n): Step => ({ entity: 'placement', id: idOf('P', n), row: undefined })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>(
      { entity: 'slogan', id: SLOGAN.id, row: { ...SLOGAN, approved: false } },
      { entity: 'assetType', id: TYPES[0]?.id ?? '', row: aType({ mount: 'ground', inStock: 20 }) },
      { entity: 'assetType', id: TYPES[0]?.id ?? '', row: aType({ rulesOff: ['overlap'] }) },
      { entity: 'roadFeature', id: idOf('F', 1), row: undefined },
      { entity: 'campaign', id: idOf('C', 1), row: aCampaign({ budget: 3_000_000 }) },
      { entity: 'occasion', id: anOccasion().id, row: anOccasion({ openingDay: '2020-10-26' }) },
      { entity: 'occasion', id: anOccasion().id, row: anOccasion({ number: 'XI', name: '' }) },
      { entity: 'slogan', id: SLOGAN.id, row: { ...SLOGAN, approved: true } },
      {
        entity: 'campaign',
        id: idOf('C', 1),
        row: aCampaign({ ruleSettings: { 'slogan-repeats': { off: true, params: {} } } }),
      },
    ),
  },
);

function sorted(checker: PlanChecker) {
  return [...checker.findings].sort((a, b) => (a.key < b.key ? -1 : 1));
}

test('rechecking after each change finds what a check of the whole would, and its deltas add up to it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(steps, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (edits) => {
      let tables: Tables = base;
      const checker = new PlanChecker(ALL_RULES, tables, TODAY);
      const told = new Map(checker.findings.map((f) => [f.key, f]));
      for (const edit of edits) {
        tables = withRows(tables, edit);
        const delta = checker.update(tables, edit satisfies readonly Change[]);
        for (const key of delta.removed) told.delete(key);
        for (const finding of delta.added) told.set(finding.key, finding);
        const whole = sorted(new PlanChecker(ALL_RULES, tables, TODAY));
        expect(sorted(checker)).toEqual(whole);
        expect([...told.values()].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(whole);
      }
    }),
    { numRuns: 150 },
  );
});

test('keys are unique, whatever was found', () => {
  fc.assert(
    fc.property(fc.array(placement, { maxLength: 12 }), (rows) => {
      const tables = withRows(
        base,
        rows.map((row) => ({ entity: 'placement' as const, id: row.id, row })),
      );
      const keys = new PlanChecker(ALL_RULES, tables, TODAY).findings.map((f) => f.key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test('what is being drawn is checked against what is there, and changes nothing', () => {
  const tables = aPlan({ assetType: [aType({ inStock: 100 })], placement: [aPlacement()] });
  const checker = new PlanChecker(ALL_RULES, tables, TODAY);
  const draft = checker.checkDraft(aPlacement({ id: '', from: 1500, to: 1700 }));
  expect(draft.map((f) => f.rule)).toEqual(['overlap']);
  expect(checker.findings).toEqual([]);
});

test('what is being dragged does not overlap itself', () => {
  const tables = aPlan({ placement: [aPlacement()] });
  const checker = new PlanChecker(ALL_RULES, tables, TODAY);
  expect(checker.checkDraft(aPlacement({ from: 1200, to: 2200 }))).toEqual([]);
});

test('a rule whose paper is not in force at the opening warns, whatever its severity', () => {
  const at = (openingDay: string) => {
    const rule: Rule = {
      id: 'tried',
      severity: 'error',
      source: { basis: 'law', cites: [{ paper: 'roads-2024' }] },
      params: {},
      scope: 'campaign',
      check: () => [{ place: {} }],
    };
    const tables = aPlan({ occasion: [anOccasion({ openingDay })] });
    return new PlanChecker([rule], tables, TODAY).findings.map((f) => f.severity);
  };
  expect([at('2020-10-27'), at('2025-10-27')]).toEqual([['warning'], ['error']]);
});

test('days are whole ones, also where a fraction was stored', () => {
  const rule: Rule = {
    id: 'tried',
    severity: 'warning',
    source: { basis: 'plan' },
    params: { days: 3, share: 1 },
    scope: 'campaign',
    check: (context) => [{ params: context.params, place: {} }],
  };
  const ruleSettings = { tried: { off: false, params: { days: 2.5, share: 0.5 } } };
  const [found] = new PlanChecker([rule], aPlan({ campaign: [aCampaign({ ruleSettings })] }), TODAY).findings;
  expect(found?.params).toEqual({ days: 3, share: 0.5 });
});
