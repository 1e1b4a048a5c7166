/** What the server takes of reports, and what not: by the road as it was seen, by who told them, by their day. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  posting,
  ROAD_FIELDS,
  stretchFields,
  TestApi,
  UNIT_FIELDS,
} from '../../../mocks/testApi.ts';
import type { Carry, Op } from '../../domain/edit/edit.ts';
import type { SpotRange } from '../../domain/model/entities/report.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { addDays } from '../../domain/schedule/days.ts';
import { newId } from '../contract/newId.ts';
import { PROTOCOL } from '../contract/protocol.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;
let other: Ask;
let leader: Ask;
let road: Id;
let placement: Id;
let number: number;

interface Said {
  readonly carry?: Carry;
  readonly asOf?: number;
  readonly protocol?: number;
}

function post(who: Ask, ops: readonly Op[], said: Said = {}) {
  return who(...posting(campaign, ops, { protocol: PROTOCOL, replica: newId(), ...said }));
}

async function does(who: Ask, ops: readonly Op[], said: Said = {}): Promise<number> {
  const done = await post(who, ops, said);
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  return done.json.number as number;
}

async function answer(who: Ask, ops: readonly Op[], said: Said = {}): Promise<unknown> {
  const { status, json } = await post(who, ops, said);
  return status === 200 ? 200 : [status, (json.error as { code: string }).code];
}

const tell = (fields: Partial<FieldsOf<'report'>> = {}, id = newId()): Op => ({
  kind: 'create',
  entity: 'report',
  id,
  fields: {
    placementId: placement,
    kind: 'installed',
    spots: null,
    quantity: null,
    day: '2020-10-20',
    who: '',
    note: '',
    corrects: null,
    ...fields,
  },
});
const range = (from: number, to: number): SpotRange[] => [{ from, to, sides: 'both' }];
const box = (from: number, to: number) =>
  [
    [
      [
        [105.7, from],
        [105.9, from],
        [105.9, to],
        [105.7, to],
        [105.7, from],
      ],
    ],
  ] as const;
const NOTHING_MOVED: Carry = { moved: [], parts: [] };

beforeEach(async () => {
  api ??= await TestApi.open();
  campaign = await api.campaign();
  const admin = await api.asRole('admin', campaign);
  planner = await api.asRole('planner', campaign);
  other = await api.asRole('planner', campaign);
  leader = await api.asRole('leader', campaign);
  const type = newId();
  [road, placement] = [newId(), newId()];
  number = await does(admin, [
    { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    { kind: 'create', entity: 'road', id: road, fields: ROAD_FIELDS },
    {
      kind: 'create',
      entity: 'placement',
      id: placement,
      fields: stretchFields(type, road, { state: 'ready', approvedQuantity: 82 }),
    },
  ]);
});

const shapes = (fields: Partial<FieldsOf<'road'>>): Op => ({
  kind: 'set',
  entity: 'road',
  id: road,
  version: number,
  fields,
});

test('told by chainages that are other places by now it is asked about', async () => {
  await does(
    other,
    [
      shapes({ zeroChainage: 700 }),
      { kind: 'set', entity: 'placement', id: placement, version: number, fields: { from: 1700, to: 2700 } },
    ],
    { carry: NOTHING_MOVED },
  );
  const seen = { asOf: number };
  expect(await answer(planner, [tell({ spots: range(1000, 1500) })], seen)).toEqual([
    422,
    'edit.road-changed',
  ]);
  // Of all of it, wherever that is.
  expect(await answer(planner, [tell()], seen)).toBe(200);
});

describe('a day', () => {
  test('that has not come is refused: it would outweigh all that is told until then', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(await answer(planner, [tell({ day: '2099-01-01' })])).toEqual([422, 'report.day-ahead']);
    expect(await answer(planner, [tell({ day: addDays(today, 3) })])).toEqual([422, 'report.day-ahead']);
    expect(await answer(planner, [tell({ day: today })])).toBe(200);
  });
  test('before it is time to take down wants a reason, but not of a page that did not know', async () => {
    await does(planner, [
      tell(),
      {
        kind: 'create',
        entity: 'occasion',
        id: newId(),
        fields: {
          kind: 'congress',
          level: 'province',
          name: 'Đại hội',
          body: '',
          number: '',
          years: '',
          firstDay: null,
          openingDay: '2020-10-27',
          lastDay: '2020-10-28',
        },
      },
    ]);
    const down = (more: Partial<FieldsOf<'report'>>) => [tell({ kind: 'taken-down', ...more })];
    expect(await answer(planner, down({ day: '2020-10-25' }))).toEqual([422, 'report.early']);
    expect(await answer(planner, down({ day: '2020-10-25', note: 'Bão' }))).toBe(200);
    expect(await answer(planner, down({ day: '2020-10-28' }))).toBe(200);
    expect(await answer(planner, down({ day: '2020-10-25' }), { protocol: 10 })).toBe(200);
  });
});

describe('what others told', () => {
  test('is not rewritten by a road’s new shape that it does not stand on', async () => {
    const [elsewhere, accepted] = [newId(), newId()];
    const at = await does(planner, [
      tell(),
      { kind: 'create', entity: 'road', id: elsewhere, fields: { ...ROAD_FIELDS, code: 'ĐT.1' } },
    ]);
    const version = await does(leader, [tell({ kind: 'accepted' }, accepted)]);
    const rewrites: Op = { kind: 'set', entity: 'report', id: accepted, version, fields: { quantity: 0 } };
    const widens: Op = {
      kind: 'set',
      entity: 'road',
      id: elsewhere,
      version: at,
      fields: { halfWidth: 6.01 },
    };
    expect(await answer(planner, [widens, rewrites], { carry: NOTHING_MOVED })).toEqual([
      403,
      'denied.report',
    ]);
    expect(await answer(planner, [rewrites])).toEqual([403, 'denied.role']);
  });

  test('does not come back by taking back what took its place', async () => {
    const [accepted, said] = [newId(), newId()];
    await does(planner, [tell()]);
    await does(leader, [tell({ kind: 'accepted' }, accepted)]);
    await does(planner, [tell({ kind: 'damaged', corrects: accepted }, said)]);
    const unit = newId();
    const admin = await api.asRole('admin', campaign);
    await does(admin, [
      {
        kind: 'create',
        entity: 'unit',
        id: unit,
        fields: { ...UNIT_FIELDS, name: 'A', code: '1', boundary: box(21, 23) },
      },
    ]);
    const officer = await api.asRole('unit-officer', campaign, unit);
    expect(await answer(officer, [tell({ kind: 'withdrawn', corrects: said })])).toEqual([
      403,
      'denied.report',
    ]);
    expect(await answer(planner, [tell({ kind: 'withdrawn', corrects: said })])).toBe(200);
  });

  test('of all of it is taken back by a unit for its own ground alone', async () => {
    const [near, far, all] = [newId(), newId(), newId()];
    const middle = 21.8 + 1500 / 110_700;
    const admin = await api.asRole('admin', campaign);
    const unit = (id: Id, code: string, from: number, to: number): Op => ({
      kind: 'create',
      entity: 'unit',
      id,
      fields: { ...UNIT_FIELDS, name: code, code, boundary: box(from, to) },
    });
    await does(admin, [unit(near, '1', 21, middle), unit(far, '2', middle, 23)]);
    const officer = await api.asRole('unit-officer', campaign, near);
    await does(planner, [tell({}, all)]);
    const back = (more: Partial<FieldsOf<'report'>>) => [tell({ kind: 'withdrawn', corrects: all, ...more })];
    expect(await answer(officer, back({}))).toEqual([403, 'denied.own-unit']);
    expect(await answer(officer, back({ spots: range(1600, 1900) }))).toEqual([403, 'denied.own-unit']);
    expect(await answer(officer, back({ spots: range(1000, 1400) }))).toBe(200);
    // And what says it more rightly is not theirs to take back where it lets the whole count again.
    const said = newId();
    await does(planner, [tell({ spots: range(1000, 1300), corrects: all }, said)]);
    expect(await answer(officer, [tell({ kind: 'withdrawn', corrects: said })])).toEqual([
      403,
      'denied.own-unit',
    ]);
  });
});
