import { describe, expect, test } from 'vitest';
import { STRETCH_LIMIT } from '../layout/limits.ts';
import type { DressingSet } from '../model/entities/dressingSet.ts';
import type { Unit } from '../model/entities/unit.ts';
import type { AnyRow, Entity } from '../model/rows.ts';
import { aPlacement, aPlan, aPoint, aRoad, DONE_TASK, idOf, measured, RULE } from '../testing.ts';
import type { Op, RowLookup } from './edit.ts';
import { faultIn, rowFault } from './faults.ts';

const unit = (n: number, parent: number | null): Unit => ({
  id: idOf('V', n),
  version: 1,
  code: '',
  name: `Xã ${n}`,
  kind: 'xã',
  centre: null,
  parentId: parent === null ? null : idOf('V', parent),
  boundary: null,
  contact: '',
  phone: '',
});
const plan = aPlan({ unit: [unit(1, null), unit(2, 1), unit(3, 2)] });
const rows = ((entity: Entity, id: string) => plan[entity].get(id)) as RowLookup;
const faultOf = (entity: Entity, row: AnyRow, changed = Object.keys(row)) =>
  rowFault(entity, row, changed, rows);

describe('a placement and its road (25 km)', () => {
  test('within it, and a metre beyond for rounding, is in order', () => {
    expect(faultOf('placement', aPlacement())).toBeNull();
    const end = Math.floor(measured().maxChainage);
    expect(faultOf('placement', aPlacement({ to: end + 1 }))).toBeNull();
    expect(faultOf('placement', aPlacement({ to: end + 3 }))).toMatchObject({
      field: 'to',
      code: 'row.beyond-road',
    });
  });

  test('a mistyped kilometre is refused with what the road has', () => {
    expect(faultOf('placement', aPlacement({ from: 1_460_000, to: 1_465_000 }))).toMatchObject({
      field: 'from',
      code: 'row.beyond-road',
      params: { at: '1460+000', from: '0+000' },
    });
    expect(faultOf('placement', aPoint({ from: -2 }))).toMatchObject({ field: 'from' });
  });

  test('chainage is the road’s own: its zero and its posts count', () => {
    const there = { ...aRoad(), zeroChainage: 134_000 };
    const lookup = ((entity: Entity, id: string) =>
      entity === 'road' ? there : rows(entity, id)) as RowLookup;
    const row = aPlacement({ from: 135_000, to: 136_000 });
    expect(rowFault('placement', row, Object.keys(row), lookup)).toBeNull();
    expect(rowFault('placement', aPlacement(), ['from'], lookup)?.code).toBe('row.beyond-road');
    const posts = [
      { along: 0, chainage: 5000 },
      { along: 1000, chainage: 4000 },
    ];
    const broken = ((entity: Entity, id: string) =>
      entity === 'road' ? { ...aRoad(), calibration: posts } : rows(entity, id)) as RowLookup;
    expect(rowFault('placement', row, ['to'], broken)).toEqual({
      field: 'roadId',
      code: 'row.road-unmeasured',
    });
  });

  test('a row that lies beyond since its road was cut may be stepped, noted on, spaced anew and mended', () => {
    const beyond = aPlacement({ from: 1000, to: 40_000 });
    for (const changed of [['state'], ['note'], ['rule'], ['from'], ['installBy']])
      expect(faultOf('placement', beyond, changed), changed.join()).toBeNull();
    expect(faultOf('placement', beyond, ['to'])?.code).toBe('row.beyond-road');
    expect(faultOf('placement', beyond, ['roadId'])?.code).toBe('row.beyond-road');
  });

  test('too many positions are refused without laying them out', () => {
    const dense = aPlacement({ from: 0, to: 24_900, rule: { ...RULE, spacing: 0.5 } });
    expect(faultOf('placement', dense)).toBeNull();
    const long = { ...aRoad(), line: [[105, 10] as const, [105, 20] as const] };
    const lookup = ((entity: Entity, id: string) =>
      entity === 'road' ? long : rows(entity, id)) as RowLookup;
    const absurd = aPlacement({ from: 0, to: 1_000_000, rule: { ...RULE, spacing: 0.5 } });
    expect(rowFault('placement', absurd, ['rule'], lookup)).toEqual({
      field: 'rule',
      code: 'row.too-many-positions',
      params: { count: 4_000_002, limit: STRETCH_LIMIT },
    });
    expect(rowFault('placement', absurd, ['state', 'note'], lookup)).toBeNull();
  });

  test('the shape of a stretch and of a point', () => {
    expect(faultOf('placement', aPlacement({ roadId: null }))?.code).toBe('row.stretch-needs-road');
    expect(faultOf('placement', aPlacement({ to: null }))?.code).toBe('row.stretch-needs-ends');
    expect(faultOf('placement', aPlacement({ from: 500, to: 100 }))?.code).toBe('row.stretch-ends-order');
    expect(faultOf('placement', aPoint({ roadId: null }))?.code).toBe('row.point-needs-place');
    expect(faultOf('placement', aPoint({ from: null }))?.code).toBe('row.point-needs-chainage');
  });

  test('an approved quantity belongs to what is approved', () => {
    const early = { field: 'approvedQuantity', code: 'row.approved-too-early' };
    expect(faultOf('placement', aPlacement({ approvedQuantity: 82 }))).toEqual(early);
    expect(faultOf('placement', aPlacement({ approvedQuantity: 82, state: 'submitted' }), ['state'])).toEqual(
      early,
    );
    expect(faultOf('placement', aPlacement({ approvedQuantity: 82, state: 'approved' }))).toBeNull();
  });
});

test('a road that cannot be measured', () => {
  const here = [105, 21] as const;
  expect(faultOf('road', aRoad({ line: [here, here] }))).toMatchObject({
    field: 'line',
    code: 'road.too-short',
  });
  const backwards = [
    { along: 0, chainage: 0 },
    { along: 1000, chainage: 900 },
    { along: 500, chainage: 950 },
  ];
  expect(faultOf('road', aRoad({ calibration: backwards }))).toMatchObject({
    field: 'calibration',
    code: 'road.calibration-order',
  });
  expect(faultOf('road', aRoad({ calibration: backwards }), ['name'])).toBeNull();
});

test('a road feature lies on its road, its ends in order', () => {
  const bridge = (from: number, to: number) => ({
    id: idOf('F', 1),
    version: 1,
    roadId: aRoad().id,
    kind: 'bridge' as const,
    name: 'Cầu',
    from,
    to,
  });
  expect(faultOf('roadFeature', bridge(100, 200))).toBeNull();
  expect(faultOf('roadFeature', bridge(200, 100))?.code).toBe('row.feature-ends-order');
  expect(faultOf('roadFeature', bridge(100, 90_000))).toMatchObject({ field: 'to', code: 'row.beyond-road' });
  expect(faultOf('roadFeature', bridge(100, 90_000), ['name'])).toBeNull();
});

test('a unit belongs neither to itself nor to one below it', () => {
  expect(faultOf('unit', unit(1, 1))?.code).toBe('row.own-parent');
  expect(faultOf('unit', unit(1, 3))?.code).toBe('row.parents-in-circle');
  expect(faultOf('unit', unit(3, 1))).toBeNull();
  expect(faultOf('unit', unit(1, 3), ['name'])).toBeNull();
});

test('a share of a length is at most the whole', () => {
  const set = (offset: number): DressingSet => ({
    id: idOf('D', 1),
    version: 1,
    name: 'Bộ',
    items: [
      {
        assetTypeId: idOf('A', 1),
        sloganId: null,
        rule: null,
        anchor: 'share',
        offset,
        side: 'left',
        pointQuantity: 1,
      },
    ],
  });
  expect(faultOf('dressingSet', set(0.5))).toBeNull();
  expect(faultOf('dressingSet', set(35))).toEqual({ field: 'items.0.offset', code: 'row.share-of-length' });
});

test('ops are asked one after the other: a road that the same edit makes is there', () => {
  const { id: roadId, version: _, ...road } = aRoad({ id: idOf('R', 9), zeroChainage: 50_000 });
  const { id, version: __, ...fields } = aPlacement({ id: idOf('P', 9), roadId, from: 51_000, to: 52_000 });
  const make: Op[] = [
    { kind: 'create', entity: 'road', id: roadId, fields: road },
    { kind: 'create', entity: 'placement', id, fields },
  ];
  expect(faultIn(make, rows)).toBeNull();
  const move: Op = { kind: 'set', entity: 'placement', id, version: 0, fields: { from: 1000 } };
  expect(faultIn([...make, move], rows)?.code).toBe('row.beyond-road');
  const gone: Op = { kind: 'delete', entity: 'road', id: roadId, version: 0 };
  expect(faultIn([...make, gone, { ...move, id: idOf('P', 77) }], rows)).toBeNull();
});

test('a task is of the whole row or of one unit’s part', () => {
  const task = (whole: boolean, unitId: string | null) => ({
    id: idOf('T', 1),
    version: 1,
    placementId: idOf('P', 1),
    itemId: 'install',
    whole,
    unitId,
    ...DONE_TASK,
    day: '2020-10-20',
    who: '',
    quantity: null,
    note: '',
  });
  expect(faultOf('task', task(true, idOf('V', 1)))).toEqual({ field: 'unitId', code: 'row.whole-of-unit' });
  for (const [whole, unitId] of [
    [true, null],
    [false, idOf('V', 1)],
    [false, null],
  ] as const)
    expect(faultOf('task', task(whole, unitId))).toBeNull();
});
