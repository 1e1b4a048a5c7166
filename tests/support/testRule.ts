/** What rules are tried with: small plans, and what each rule must do with its own. */
import { describe, expect, test } from 'vitest';
import { PlanChecker } from '../../src/domain/checks/checker.ts';
import type { Finding } from '../../src/domain/checks/finding.ts';
import type { Rule } from '../../src/domain/checks/rule.ts';
import { applyOp, inverseOps, type Op, type RowLookup } from '../../src/domain/edit/edit.ts';
import { rowIn, withRows } from '../../src/domain/edit/tables.ts';
import type { AssetType } from '../../src/domain/model/entities/assetType.ts';
import type { NoGoKind } from '../../src/domain/model/entities/noGoArea.ts';
import type { FeatureKind, RoadFeature } from '../../src/domain/model/entities/roadFeature.ts';
import type { Slogan } from '../../src/domain/model/entities/slogan.ts';
import type { Area, Tables } from '../../src/domain/model/rows.ts';
import { aCampaign, aPlacement, aPlan, aRoad, aType, idOf, idsOf, RULE } from '../../src/domain/testing.ts';
import { en } from '../../src/words/en.ts';
import { vi } from '../../src/words/vi.ts';

const TODAY = '2020-10-15';

function findingsOf(rule: Rule, tables: Tables, today = TODAY): readonly Finding[] {
  return new PlanChecker([rule], tables, today).findings;
}

function apply(tables: Tables, ops: readonly Op[]): Tables {
  return ops.reduce((now, op) => {
    const done = applyOp(op, rowIn(now, op));
    if (!done.ok) throw new Error(done.reason.code);
    return withRows(now, [{ entity: op.entity, id: op.id, row: done.value }]);
  }, tables);
}

function undone(before: Tables, after: Tables, ops: readonly Op[]): Tables {
  const inverse = inverseOps(ops, ((entity, id) => rowIn(before, { entity, id })) as RowLookup, idsOf('N'));
  if (!inverse.ok) throw new Error(inverse.reason.code);
  return apply(after, inverse.value);
}

export const feature = (kind: FeatureKind, from: number, to = from): RoadFeature => ({
  id: idOf('F', from),
  version: 1,
  roadId: aRoad().id,
  kind,
  name: 'Cầu Suối Cảo',
  from,
  to,
});
export const slogan = (change: Partial<Slogan> = {}): Slogan => ({
  id: idOf('S', 1),
  version: 1,
  text: 'Đảng Cộng sản Việt Nam quang vinh muôn năm!',
  typeIds: [],
  priority: 0,
  approved: true,
  approvalDocument: 'CV 12',
  approvalDay: '2020-09-01',
  ...change,
});
/** A box about the test road between two chainages. */
export const boxAbout = (from: number, to: number): Area => {
  const line = aRoad().line;
  const [a, b] = [line[Math.round(from / 100)], line[Math.round(to / 100)]];
  const south = a?.[1] ?? 0;
  const north = b?.[1] ?? 0;
  const ring = [
    [105.7, south],
    [105.9, south],
    [105.9, north],
    [105.7, north],
    [105.7, south],
  ] as const;
  return [[ring]];
};
const noGo = (kind: NoGoKind) => [
  { id: idOf('N', 1), version: 1, kind, name: 'Đình làng', area: boxAbout(1500, 1600) },
];
export const TEXT_TYPE = aType({
  id: idOf('A', 2),
  shape: 'pano',
  layout: 'point',
  carriesText: true,
  mount: 'ground',
});
export const ONE = { ...RULE, sides: 'left' as const };

interface Case {
  readonly pass: Tables;
  readonly fail: Tables;
  readonly code?: string;
  /** Words of the fix, or null where nothing mechanical mends it. */
  readonly fix: string | null;
  readonly today?: string;
}

export const noGoCase = (kind: NoGoKind): Case => ({
  pass: aPlan({ placement: [aPlacement({ from: 2000, to: 3000 })], noGoArea: noGo(kind) }),
  fail: aPlan({ placement: [aPlacement()], noGoArea: noGo(kind) }),
  fix: 'skip-positions',
});

export const across: AssetType = aType({
  id: idOf('A', 3),
  shape: 'banner-across',
  layout: 'point',
  mount: 'across',
});
export const beside: AssetType = aType({
  id: idOf('A', 4),
  shape: 'banner',
  layout: 'point',
  name: { vi: 'Băng rôn dọc', en: '' },
});
export const national = aType({ emblem: 'national', widthCm: 90, heightCm: 60 });
export const party = aType({ id: idOf('A', 5), emblem: 'party', widthCm: 90, heightCm: 60 });
export const boundary = {
  id: idOf('V', 1),
  version: 1,
  code: '',
  name: 'Nông Hạ',
  kind: 'xã',
  centre: null,
  parentId: null,
  contact: '',
  phone: '',
  boundary: boxAbout(0, 20_000),
} as const;

/** A plan that the rule lets pass, one that it does not, its sentence in both languages, its fix done and undone. */
export function testRule(rule: Rule, cases: readonly Case[]): void {
  describe(rule.id, () => {
    test.each(cases.map((c, i) => [i + 1, c] as const))('case %i', (_, c) => {
      expect(findingsOf(rule, c.pass, c.today), 'the plan that passes').toEqual([]);
      const [found, ...more] = findingsOf(rule, c.fail, c.today);
      expect(more).toEqual([]);
      if (found === undefined) throw new Error('nothing was found');
      expect(found.code).toBe(c.code ?? rule.id);
      expect(found.fix?.code ?? null).toBe(c.fix);
      expectWords(found);
      if (found.fix === null) return;
      const mended = apply(c.fail, found.fix.ops);
      expect(findingsOf(rule, mended, c.today), 'after the fix').toEqual([]);
      const again = findingsOf(rule, undone(c.fail, mended, found.fix.ops), c.today);
      expect(again.map((f) => f.key)).toEqual([found.key]);
    });

    test('can be switched off for the campaign', () => {
      const [first] = cases;
      if (first === undefined) throw new Error('no case');
      const [campaign = aCampaign()] = first.fail.campaign.values();
      const ruleSettings = { ...campaign.ruleSettings, [rule.id]: { off: true, params: {} } };
      const row = aCampaign({ ...campaign, ruleSettings });
      const tables = withRows(first.fail, [{ entity: 'campaign', id: campaign.id, row }]);
      expect(findingsOf(rule, tables, first.today)).toEqual([]);
    });
  });
}

/** Sentence and button are there in both languages, and no figure of theirs is missing. */
function expectWords({ code, params, fix }: Finding): void {
  const filled = (text: string, figures: Finding['params']) =>
    text.replace(/\{\{(\w+)\}\}/g, (all, name: string) => String(figures[name] ?? all));
  for (const words of [vi, en] as Record<string, string>[]) {
    expect(filled(words[`finding.${code}`] ?? '', params), code).toMatch(/^[^{}]{10,}$/);
    if (fix !== null)
      expect(filled(words[`fix.${fix.code}`] ?? '', fix.params), fix.code).toMatch(/^[^{}]{3,}$/);
  }
}
