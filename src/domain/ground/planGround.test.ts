import { expect, test } from 'vitest';
import type { Unit } from '../model/entities/unit.ts';
import type { FieldsOf } from '../model/rows.ts';
import { aPlan, aRoad, idOf } from '../testing.ts';
import type { GroundFeature } from './groundFile.ts';
import { type GroundChoice, planGround } from './planGround.ts';

const square = [
  [
    [
      [105.7, 21.8],
      [105.9, 21.8],
      [105.9, 22.0],
      [105.7, 22.0],
      [105.7, 21.8],
    ],
  ],
] as const;
const [start = [0, 0]] = aRoad().line;
const onRoad = aRoad().line[40] ?? start;
const farther = aRoad().line[42] ?? start;

function feature(change: Partial<GroundFeature>): GroundFeature {
  return {
    number: 1,
    name: '',
    code: '',
    noGo: null,
    feature: null,
    area: null,
    points: [],
    address: null,
    problem: null,
    cuts: [],
    ...change,
  };
}

function plan(kind: GroundChoice['kind'], change: Partial<GroundFeature>, tables = aPlan()) {
  const choice = { kind, noGo: 'relic', mark: 'bridge' } as const;
  const [planned] = planGround([feature(change)], choice, tables, () => idOf('N', 1));
  return planned;
}

const units = (...changes: Partial<Unit>[]) =>
  aPlan({
    unit: changes.map((change, i) => ({
      id: idOf('V', 7 + i),
      version: 3,
      code: '',
      name: '',
      kind: 'xã',
      centre: null,
      parentId: null,
      boundary: null,
      contact: '',
      phone: '',
      ...change,
    })),
  });

test('a boundary goes to the unit of its code, before that of its name', () => {
  const known = units({ code: '01925', name: 'Xã Khác' }, { code: '01924', name: 'Xã Như Cố' });
  expect(plan('units', { code: '01924', name: 'Xã Khác', area: square }, known)).toMatchObject({
    what: '→ Xã Như Cố',
    op: { kind: 'set', id: idOf('V', 8), version: 3, fields: { boundary: square } },
    problem: null,
  });
  expect(plan('units', { name: 'XA NHU CO', area: square }, known)?.what).toBe('→ Xã Như Cố');
  expect(plan('units', { name: 'Xã Như', area: square }, known)?.op?.kind).toBe('create');
});

test('a boundary of nobody known is a new unit with its middle; one without a name is refused', () => {
  expect(plan('units', { name: 'Xã Mới', code: '9', area: square })).toMatchObject({
    what: '',
    op: { kind: 'create', entity: 'unit', fields: { name: 'Xã Mới', code: '9', parentId: null } },
  });
  const planned = plan('units', { name: 'Xã Mới', area: square });
  if (planned?.op?.kind !== 'create') throw new Error('a unit was to be made');
  const [lng, lat] = (planned.op.fields as FieldsOf<'unit'>).centre ?? [0, 0];
  expect([lng.toFixed(6), lat.toFixed(6)]).toEqual(['105.800000', '21.900000']);
  expect(plan('units', { area: square })).toMatchObject({
    op: null,
    problem: { code: 'ground.unnamed-unit' },
  });
});

test('an area is what the file says it is, or else what was chosen', () => {
  expect(plan('areas', { area: square, noGo: 'dyke' })?.op).toMatchObject({ fields: { kind: 'dyke' } });
  expect(plan('areas', { area: square })?.op).toMatchObject({ fields: { kind: 'relic' } });
  expect(plan('areas', { points: [start] })).toMatchObject({ problem: { code: 'ground.needs-area' } });
});

test.each([
  ['along the road', [onRoad, farther]],
  ['against it', [farther, onRoad]],
])('a bridge drawn %s lies between the chainages of its ends', (_, points) => {
  const planned = plan('features', { name: 'Cầu Yên Đĩnh', points });
  expect(planned?.op).toMatchObject({
    entity: 'roadFeature',
    fields: { roadId: aRoad().id, kind: 'bridge' },
  });
  if (planned?.op?.kind !== 'create') throw new Error('a bridge was to be made');
  const { from, to } = planned.op.fields as FieldsOf<'roadFeature'>;
  expect(to - from).toBeGreaterThan(190);
  expect(to - from).toBeLessThan(215);
  expect(planned.what).toContain('QL.3 Km');
});

test('a junction stands at one place; what is off every road is refused with the distance', () => {
  const junction = plan('features', { feature: 'junction', points: [onRoad, farther] });
  if (junction?.op?.kind !== 'create') throw new Error('a junction was to be made');
  const { from, to } = junction.op.fields as FieldsOf<'roadFeature'>;
  expect(to).toBe(from);
  expect(plan('features', { points: [[106.5, 21]] })).toMatchObject({
    problem: { code: 'ground.no-road', params: { metres: 60 } },
  });
  expect(plan('features', { area: square })).toMatchObject({ problem: { code: 'ground.needs-point' } });
});

test('a feature that could not be read stays what it is, with its reason', () => {
  const problem = { code: 'ground.bad-coordinate' };
  expect(plan('areas', { area: square, problem })).toMatchObject({ op: null, problem });
});

test('a road and a chainage are a place, before the point that the file may have as well', () => {
  const address = { road: 'ql.3', from: 'Km 2+100', to: '2+160' };
  expect(plan('features', { address, points: [farther] })?.op).toMatchObject({
    fields: { kind: 'bridge', from: 2100, to: 2160 },
  });
  expect(
    plan('features', { address: { ...address, road: 'Quốc lộ 3', to: '' }, feature: 'junction' })?.op,
  ).toMatchObject({ fields: { kind: 'junction', from: 2100, to: 2100 } });
  for (const [change, code] of [
    [{ road: 'QL.99' }, 'ground.unknown-road'],
    [{ from: 'chỗ cầu' }, 'chainage.unreadable'],
    [{ from: '999+000', to: '' }, 'chainage.outside-road'],
  ] as const)
    expect(plan('features', { address: { ...address, ...change } })?.problem).toMatchObject({ code });
  // What its words do not say, the point does.
  expect(plan('features', { address: { ...address, road: 'QL.99' }, points: [onRoad] })?.op).not.toBeNull();
});
