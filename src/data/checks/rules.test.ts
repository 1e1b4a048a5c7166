/** Every rule: a plan that it lets pass, one that it does not, its sentence in both languages, its fix done and undone. */
import { describe, expect, test } from 'vitest';
import { PlanChecker } from '../../domain/checks/checker.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import { applyOp, inverseOps, type Op, type RowLookup } from '../../domain/edit/edit.ts';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import type { NoGoKind } from '../../domain/model/entities/noGoArea.ts';
import type { FeatureKind, RoadFeature } from '../../domain/model/entities/roadFeature.ts';
import type { Slogan } from '../../domain/model/entities/slogan.ts';
import type { Area, Tables } from '../../domain/model/rows.ts';
import { aCampaign, aPlacement, aPlan, aPoint, aRoad, aType, idOf, RULE } from '../../domain/testing.ts';
import { en } from '../../words/en.ts';
import { vi } from '../../words/vi.ts';
import { rowIn, withRows } from '../replica/tables.ts';
import { ALL_RULES } from './allRules.ts';

const TODAY = '2020-10-15';

function findingsOf(rule: string, tables: Tables, today = TODAY): readonly Finding[] {
  return new PlanChecker(ALL_RULES, tables, today).findings.filter((f) => f.rule === rule);
}

function apply(tables: Tables, ops: readonly Op[]): Tables {
  return ops.reduce((now, op) => {
    const done = applyOp(op, rowIn(now, op));
    if (!done.ok) throw new Error(done.reason.code);
    return withRows(now, [{ entity: op.entity, id: op.id, row: done.value }]);
  }, tables);
}

function undone(before: Tables, after: Tables, ops: readonly Op[]): Tables {
  const inverse = inverseOps(ops, ((entity, id) => rowIn(before, { entity, id })) as RowLookup);
  if (!inverse.ok) throw new Error(inverse.reason.code);
  return apply(after, inverse.value);
}

const feature = (kind: FeatureKind, from: number, to = from): RoadFeature => ({
  id: idOf('F', from),
  version: 1,
  roadId: aRoad().id,
  kind,
  name: 'Cầu Suối Cảo',
  from,
  to,
});
const slogan = (change: Partial<Slogan> = {}): Slogan => ({
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
const boxAbout = (from: number, to: number): Area => {
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
const TEXT_TYPE = aType({
  id: idOf('A', 2),
  shape: 'pano',
  layout: 'point',
  carriesText: true,
  mount: 'ground',
});
const ONE = { ...RULE, sides: 'left' as const };

interface Case {
  readonly pass: Tables;
  readonly fail: Tables;
  readonly code?: string;
  /** Words of the fix, or null where nothing mechanical mends it. */
  readonly fix: string | null;
  readonly today?: string;
}

const noGoCase = (kind: NoGoKind): Case => ({
  pass: aPlan({ placement: [aPlacement({ from: 2000, to: 3000 })], noGoArea: noGo(kind) }),
  fail: aPlan({ placement: [aPlacement()], noGoArea: noGo(kind) }),
  fix: 'skip-positions',
});

const across: AssetType = aType({
  id: idOf('A', 3),
  shape: 'banner-across',
  layout: 'point',
  mount: 'across',
});
const beside: AssetType = aType({
  id: idOf('A', 4),
  shape: 'banner',
  layout: 'point',
  name: { vi: 'Băng rôn dọc', en: '' },
});
const national = aType({ emblem: 'national', widthCm: 90, heightCm: 60 });
const party = aType({ id: idOf('A', 5), emblem: 'party', widthCm: 90, heightCm: 60 });
const boundary = {
  id: idOf('V', 1),
  version: 1,
  code: '',
  name: 'Nông Hạ',
  kind: 'commune',
  centre: null,
  parentId: null,
  boundary: boxAbout(0, 20_000),
} as const;

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'too-many-positions': [
    {
      pass: aPlan({ placement: [aPlacement()] }),
      fail: aPlan({
        placement: [aPlacement({ from: -1_000_000, to: 10_000_000, rule: { ...RULE, spacing: 0.5 } })],
      }),
      fix: null,
    },
  ],
  'beyond-road': [
    {
      pass: aPlan({ placement: [aPlacement({ from: 20_000, to: 24_900 })] }),
      fail: aPlan({ placement: [aPlacement({ from: 20_000, to: 30_000 })] }),
      fix: 'end-with-road',
    },
    {
      pass: aPlan({ placement: [aPoint({ from: 0 })] }),
      fail: aPlan({ placement: [aPoint({ from: -500 })] }),
      fix: 'move-point',
    },
    {
      pass: aPlan(),
      fail: aPlan({ placement: [aPlacement({ from: 1_460_000, to: 1_470_000 })] }),
      fix: null,
    },
  ],
  'approved-quantity': [
    {
      // 1 km on both sides every 25 m.
      pass: aPlan({ placement: [aPlacement({ state: 'approved', approvedQuantity: 82 })] }),
      fail: aPlan({
        placement: [
          aPlacement({ state: 'approved', approvedQuantity: 82, rule: { ...RULE, except: ['bridge'] } }),
        ],
        roadFeature: [feature('bridge', 1400, 1480)],
      }),
      fix: null,
    },
    {
      pass: aPlan({ placement: [aPlacement({ state: 'installed', approvedQuantity: null })] }),
      fail: aPlan({ placement: [aPoint({ state: 'installed', approvedQuantity: 2 })] }),
      fix: null,
    },
  ],
  'banner-across-road': [
    {
      pass: aPlan({ assetType: [across, beside], placement: [aPoint({ assetTypeId: beside.id })] }),
      fail: aPlan({ assetType: [across, beside], placement: [aPoint({ assetTypeId: across.id })] }),
      fix: 'hang-beside',
    },
  ],
  'banner-period': [
    {
      pass: aPlan({ assetType: [beside], placement: [aPoint({ assetTypeId: beside.id })] }),
      fail: aPlan({
        assetType: [beside],
        placement: [aPoint({ assetTypeId: beside.id, installBy: { milestone: 'opening', days: -12 } })],
      }),
      fix: 'shorten-period',
    },
  ],
  'sponsor-area': [
    {
      pass: aPlan({ placement: [aPlacement({ sponsor: { name: 'VNPT', share: 20, place: 'right' } })] }),
      fail: aPlan({ placement: [aPlacement({ sponsor: { name: 'VNPT', share: 25, place: 'right' } })] }),
      fix: 'limit-sponsor',
    },
    {
      pass: aPlan(),
      fail: aPlan({ placement: [aPlacement({ sponsor: { name: 'VNPT', share: 10, place: 'other' } })] }),
      code: 'sponsor-area.right',
      fix: 'limit-sponsor',
    },
    {
      pass: aPlan(),
      fail: aPlan({
        assetType: [aType({ widthCm: 80, heightCm: 250 })],
        placement: [aPlacement({ sponsor: { name: 'VNPT', share: 10, place: 'right' } })],
      }),
      code: 'sponsor-area.bottom',
      fix: 'limit-sponsor',
    },
  ],
  'hides-signal': [
    {
      pass: aPlan({ placement: [aPlacement()], roadFeature: [feature('signal', 2050)] }),
      fail: aPlan({ placement: [aPlacement()], roadFeature: [feature('signal', 1505)] }),
      fix: 'skip-feature',
    },
    {
      pass: aPlan({ placement: [aPoint({ from: 1520 })], roadFeature: [feature('level-crossing', 1505)] }),
      fail: aPlan({ placement: [aPoint({ from: 1500 })], roadFeature: [feature('level-crossing', 1505)] }),
      fix: 'move-point',
    },
  ],
  'relic-area': [noGoCase('relic')],
  dyke: [noGoCase('dyke')],
  'power-grid': [noGoCase('power-grid')],
  'road-safety-corridor': [
    noGoCase('road-safety-corridor'),
    {
      pass: aPlan({ placement: [aPlacement()] }),
      fail: aPlan({
        campaign: [
          aCampaign({ ruleSettings: { 'road-safety-corridor': { off: false, params: { national: 3 } } } }),
        ],
        placement: [aPlacement()],
      }),
      code: 'road-safety-corridor.offset',
      fix: 'offset',
    },
  ],
  'bridge-gap': [
    {
      pass: aPlan({
        placement: [aPlacement({ rule: { ...RULE, except: ['bridge'] } })],
        roadFeature: [feature('bridge', 1400, 1480)],
      }),
      fail: aPlan({ placement: [aPlacement()], roadFeature: [feature('bridge', 1400, 1480)] }),
      fix: 'skip-feature',
    },
    {
      pass: aPlan({ placement: [aPoint({ from: 1400 })], roadFeature: [feature('bridge', 1400, 1480)] }),
      fail: aPlan({ placement: [aPoint({ from: 1420 })], roadFeature: [feature('bridge', 1400, 1480)] }),
      fix: 'move-point',
    },
  ],
  'junction-gap': [
    {
      pass: aPlan({
        placement: [aPlacement({ rule: { ...RULE, except: ['junction'] } })],
        roadFeature: [feature('junction', 1500)],
      }),
      fail: aPlan({ placement: [aPlacement()], roadFeature: [feature('junction', 1500)] }),
      fix: 'skip-feature',
    },
  ],
  'flag-order': [
    {
      pass: aPlan({
        assetType: [national, party],
        placement: [
          aPlacement({ rule: ONE }),
          aPlacement({ id: idOf('P', 2), assetTypeId: party.id, from: 998, to: 1998, rule: ONE }),
        ],
      }),
      fail: aPlan({
        assetType: [national, party],
        placement: [
          aPlacement({ rule: ONE }),
          aPlacement({ id: idOf('P', 2), assetTypeId: party.id, from: 1002, to: 2002, rule: ONE }),
        ],
      }),
      fix: 'swap-flags',
    },
    {
      pass: aPlan(),
      fail: aPlan({
        assetType: [national, { ...party, widthCm: 120, heightCm: 80 }],
        placement: [
          aPlacement({ rule: ONE }),
          aPlacement({ id: idOf('P', 2), assetTypeId: party.id, from: 998, to: 1998, rule: ONE }),
        ],
      }),
      code: 'flag-order.size',
      fix: null,
    },
  ],
  'flag-ratio': [
    {
      pass: aPlan({ assetType: [national] }),
      fail: aPlan({ assetType: [{ ...national, heightCm: 70 }] }),
      fix: 'flag-size',
    },
  ],
  'flag-condition': [
    {
      pass: aPlan({
        assetType: [national],
        placement: [aPlacement({ removeBy: { milestone: 'closing', days: 1 } })],
      }),
      fail: aPlan({ assetType: [national], placement: [aPlacement()] }),
      fix: 'add-maintenance',
    },
  ],
  'slogan-approved': [
    {
      pass: aPlan({
        assetType: [TEXT_TYPE],
        slogan: [slogan()],
        placement: [aPoint({ assetTypeId: TEXT_TYPE.id, sloganId: idOf('S', 1) })],
      }),
      fail: aPlan({
        assetType: [TEXT_TYPE],
        slogan: [slogan({ approved: false })],
        placement: [aPoint({ assetTypeId: TEXT_TYPE.id, sloganId: idOf('S', 1) })],
      }),
      fix: null,
    },
    {
      pass: aPlan(),
      fail: aPlan({ assetType: [TEXT_TYPE], placement: [aPoint({ assetTypeId: TEXT_TYPE.id })] }),
      code: 'slogan-approved.none',
      fix: null,
    },
    {
      pass: aPlan(),
      fail: aPlan({
        assetType: [TEXT_TYPE],
        slogan: [slogan({ typeIds: [idOf('A', 99)] })],
        placement: [aPoint({ assetTypeId: TEXT_TYPE.id, sloganId: idOf('S', 1) })],
      }),
      code: 'slogan-approved.type',
      fix: null,
    },
  ],
  'slogan-repeats': [
    {
      pass: aPlan({
        slogan: [slogan()],
        placement: [
          aPoint({ sloganId: idOf('S', 1), from: 1000 }),
          aPoint({ id: idOf('P', 2), sloganId: idOf('S', 1), from: 1200 }),
          aPoint({ id: idOf('P', 3), sloganId: idOf('S', 1), from: 1100, side: 'left' }),
        ],
      }),
      fail: aPlan({
        slogan: [slogan()],
        placement: [
          aPoint({ sloganId: idOf('S', 1), from: 1000 }),
          aPoint({ id: idOf('P', 2), sloganId: idOf('S', 1), from: 1150 }),
        ],
      }),
      fix: null,
    },
  ],
  'name-of-congress': [
    {
      pass: aPlan({ slogan: [slogan()] }),
      fail: aPlan({ slogan: [slogan({ text: 'Chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ XI!' })] }),
      code: 'name-of-congress.number',
      fix: 'correct-slogan',
    },
  ],
  'installed-before-opening': [
    {
      pass: aPlan({ placement: [aPlacement()] }),
      fail: aPlan({ placement: [aPlacement({ installBy: { milestone: 'opening', days: -1 } })] }),
      fix: 'install-by',
    },
  ],
  'removed-in-time': [
    {
      pass: aPlan({ placement: [aPlacement()] }),
      fail: aPlan({ placement: [aPlacement({ removeBy: { milestone: 'closing', days: 9 } })] }),
      fix: 'remove-by',
    },
    {
      pass: aPlan({ placement: [aPlacement({ state: 'removed' })] }),
      fail: aPlan({ placement: [aPlacement({ state: 'installed' })] }),
      code: 'removed-in-time.expired',
      fix: null,
      today: '2020-11-20',
    },
  ],
  overlap: [
    {
      pass: aPlan({ placement: [aPlacement(), aPlacement({ id: idOf('P', 2), from: 2025, to: 3000 })] }),
      fail: aPlan({ placement: [aPlacement(), aPlacement({ id: idOf('P', 2), from: 1500, to: 3000 })] }),
      fix: 'skip-positions',
    },
    {
      pass: aPlan({
        placement: [
          aPlacement({ rule: ONE }),
          aPlacement({ id: idOf('P', 2), rule: { ...RULE, sides: 'right' } }),
        ],
      }),
      fail: aPlan({ placement: [aPlacement(), aPlacement({ id: idOf('P', 2) })] }),
      fix: 'delete-double',
    },
    {
      pass: aPlan({ placement: [aPoint(), aPoint({ id: idOf('P', 2), from: 1020 })] }),
      fail: aPlan({ placement: [aPoint(), aPoint({ id: idOf('P', 2), from: 1010 })] }),
      fix: 'delete-double',
    },
  ],
  'stock-short': [
    {
      pass: aPlan({ assetType: [aType({ inStock: 80, ordered: 2 })], placement: [aPlacement()] }),
      fail: aPlan({ assetType: [aType({ inStock: 80 })], placement: [aPlacement()] }),
      fix: 'order',
    },
  ],
  'budget-over': [
    {
      pass: aPlan({ campaign: [aCampaign({ budget: 7_380_000 })], placement: [aPlacement()] }),
      fail: aPlan({ campaign: [aCampaign({ budget: 7_379_999 })], placement: [aPlacement()] }),
      fix: null,
    },
  ],
  unassigned: [
    {
      pass: aPlan({ unit: [boundary], placement: [aPlacement({ unitId: null })] }),
      fail: aPlan({
        unit: [{ ...boundary, boundary: boxAbout(0, 1500) }],
        placement: [aPlacement({ unitId: null })],
      }),
      code: 'unassigned.part',
      fix: 'assign',
    },
    {
      pass: aPlan({ placement: [aPlacement()] }),
      fail: aPlan({ placement: [aPlacement({ unitId: null })] }),
      fix: null,
    },
  ],
  'no-deadline': [
    {
      pass: aPlan({ placement: [aPlacement()] }),
      fail: aPlan({ placement: [aPlacement({ installBy: null })] }),
      fix: 'set-days',
    },
    {
      pass: aPlan(),
      fail: aPlan({ placement: [aPlacement({ removeBy: { milestone: idOf('M', 1), days: 0 } })] }),
      code: 'no-deadline.remove',
      fix: 'set-days',
    },
  ],
  'off-road': [
    {
      pass: aPlan({
        placement: [aPoint({ roadId: null, from: null, side: null, coordinate: [105.7762, 21.886] })],
      }),
      fail: aPlan({
        placement: [aPoint({ roadId: null, from: null, side: null, coordinate: [105.79, 21.886] })],
      }),
      fix: null,
    },
  ],
};

test('every rule is tried here, and has its words', () => {
  expect(Object.keys(CASES).sort()).toEqual(ALL_RULES.map((r) => r.id).sort());
  for (const { id, params } of ALL_RULES)
    for (const words of [vi, en] as Record<string, string>[])
      for (const key of [`rule.${id}`, `source.${id}`, ...Object.keys(params).map((p) => `param.${id}.${p}`)])
        expect(words[key], key).toBeTruthy();
});

describe.each(Object.entries(CASES))('%s', (id, cases) => {
  test.each(cases.map((c, i) => [i + 1, c] as const))('case %i', (_, c) => {
    expect(findingsOf(id, c.pass, c.today), 'the plan that passes').toEqual([]);
    const [found, ...more] = findingsOf(id, c.fail, c.today);
    expect(more).toEqual([]);
    if (found === undefined) throw new Error('nothing was found');
    expect(found.code).toBe(c.code ?? id);
    expect(found.fix?.code ?? null).toBe(c.fix);
    for (const words of [vi, en] as Record<string, string>[]) {
      const sentence = words[`finding.${found.code}`] ?? '';
      const filled = sentence.replace(/\{\{(\w+)\}\}/g, (all, name: string) =>
        String(found.params[name] ?? all),
      );
      expect(filled, found.code).toMatch(/^[^{}]{10,}$/);
      if (found.fix === null) continue;
      const label = words[`fix.${found.fix.code}`] ?? '';
      expect(
        label.replace(/\{\{(\w+)\}\}/g, (all, name: string) => String(found.fix?.params[name] ?? all)),
        found.fix.code,
      ).toMatch(/^[^{}]{3,}$/);
    }
    if (found.fix === null) return;
    const mended = apply(c.fail, found.fix.ops);
    expect(findingsOf(id, mended, c.today), 'after the fix').toEqual([]);
    const again = findingsOf(id, undone(c.fail, mended, found.fix.ops), c.today);
    expect(again.map((f) => f.key)).toEqual([found.key]);
  });

  test('can be switched off for the campaign', () => {
    const [first] = cases;
    if (first === undefined) throw new Error('no case');
    const off = { [id]: { off: true, params: {} } };
    const [campaign] = first.fail.campaign.values();
    const tables = withRows(first.fail, [
      {
        entity: 'campaign',
        id: campaign?.id ?? '',
        row: aCampaign({ ...campaign, ruleSettings: { ...campaign?.ruleSettings, ...off } }),
      },
    ]);
    expect(findingsOf(id, tables, first.today)).toEqual([]);
  });
});
