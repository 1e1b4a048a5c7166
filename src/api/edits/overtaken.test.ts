/** What was put by its chainage on a road that others reshaped unseen is asked about, whenever it comes. */
import { beforeEach, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  posting,
  ROAD_FIELDS,
  stretchFields,
  TestApi,
} from '../../../mocks/testApi.ts';
import type { Carry, Op } from '../../domain/edit/edit.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';
import { PROTOCOL } from '../contract/protocol.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;
let other: Ask;
let road: Id;
let type: Id;
let number: number;

beforeEach(async () => {
  api ??= await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  other = await api.asRole('planner', campaign);
  [road, type] = [newId(), newId()];
  number = await does(planner, [
    { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    { kind: 'create', entity: 'road', id: road, fields: ROAD_FIELDS },
  ]);
});

interface Said {
  readonly carry?: Carry;
  readonly asOf?: number;
  readonly replica?: Id;
}

const post = (who: Ask, ops: readonly Op[], said: Said = {}) =>
  who(...posting(campaign, ops, { protocol: PROTOCOL, replica: newId(), ...said }));

async function does(who: Ask, ops: readonly Op[], said: Said = {}): Promise<number> {
  const done = await post(who, ops, said);
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  return done.json.number as number;
}

const shapes = (fields: Partial<FieldsOf<'road'>>): Op => ({
  kind: 'set',
  entity: 'road',
  id: road,
  version: number,
  fields,
});
const turned = { line: [...ROAD_FIELDS.line].reverse() };
const NOTHING: Carry = { moved: [], parts: [] };
const laid = (): Op => ({
  kind: 'create',
  entity: 'placement',
  id: newId(),
  fields: stretchFields(type, road),
});

test('laid on a road that somebody turned meanwhile: refused with its name, taken once that was seen', async () => {
  const since = await does(other, [shapes(turned)], { carry: NOTHING });
  const ops = [laid()];
  expect(await post(planner, ops, { asOf: number })).toMatchObject({
    status: 422,
    json: { error: { code: 'edit.road-changed', field: 'ops.0', params: { road: 'QL.3' } } },
  });
  await does(planner, ops, { asOf: since });
});

test('moved along it by a page that has not heard: refused, though nobody touched the row', async () => {
  const ops = [laid()];
  const version = await does(planner, ops);
  // It keeps its chainage, and so is not written itself.
  await does(other, [shapes({ zeroChainage: 700 })], { carry: { moved: [ops[0]?.id as Id], parts: [] } });
  const set = (fields: Partial<FieldsOf<'placement'>>): Op => ({
    kind: 'set',
    entity: 'placement',
    id: ops[0]?.id as Id,
    version,
    fields,
  });
  expect((await post(planner, [set({ to: 2500 })], { asOf: version })).json).toMatchObject({
    error: { code: 'edit.road-changed' },
  });
  // Words of it are no place.
  await does(planner, [set({ note: 'trước chợ' })], { asOf: version });
});

test('one’s own reshaping, a longer road, another name, and pages that say nothing stop nobody', async () => {
  const replica = newId();
  await does(planner, [shapes(turned)], { carry: NOTHING, replica });
  await does(planner, [laid()], { asOf: number, replica });
  const before = number;
  number = (await does(other, [shapes({ name: 'Tên khác' })], { asOf: number })) as number;
  const [x = 0, y = 0] = turned.line.at(-1) ?? [];
  number = await does(other, [shapes({ line: [...turned.line, [x, y - 0.01]] })], { carry: NOTHING });
  await does(planner, [laid()], { asOf: before, replica });
  await does(planner, [laid()]);
});

test('a road that was turned and turned back reads what it read', async () => {
  const before = number;
  number = await does(other, [shapes(turned)], { carry: NOTHING });
  number = await does(other, [shapes({ line: ROAD_FIELDS.line })], { carry: NOTHING });
  await does(planner, [laid()], { asOf: before });
});

test.each([
  ['beside a width of the same road', () => [shapes({ halfWidth: 7 }), laid()]],
  [
    'made beyond the road and then moved onto it, in one edit',
    () => {
      const op = laid();
      const set = {
        kind: 'set',
        entity: 'placement',
        id: op.id,
        version: 0,
        fields: { from: 1000, to: 2000 },
      };
      const far = { ...op, fields: { ...stretchFields(type, road), from: 900_000, to: 900_100 } };
      return [far, set] as unknown as Op[];
    },
  ],
])('laid %s: refused all the same', async (_, made) => {
  await does(other, [shapes(turned)], { carry: NOTHING });
  expect((await post(planner, made(), { asOf: number })).json).toMatchObject({
    error: { code: 'edit.road-changed' },
  });
});

test('a road that went and came again under its name with another line is another road', async () => {
  await does(other, [
    { kind: 'delete', entity: 'road', id: road, version: number },
    { kind: 'create', entity: 'road', id: road, fields: { ...ROAD_FIELDS, ...turned } },
  ]);
  expect((await post(planner, [laid()], { asOf: number })).json).toMatchObject({
    error: { code: 'edit.road-changed' },
  });
});

test('posts typed for a line that is another by now are asked about, and its name is not', async () => {
  await does(other, [shapes(turned)], { carry: NOTHING });
  const posts = shapes({ calibration: [{ along: 1000, chainage: 1100 }] });
  expect(await post(planner, [posts], { asOf: number })).toMatchObject({
    status: 409,
    json: { error: { code: 'edit.conflict' } },
  });
  await does(planner, [shapes({ name: 'Tên khác' })], { asOf: number });
});
