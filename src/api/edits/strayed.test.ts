/** Roads get another shape by one door, and what is approved on them stands where it stood. */
import { beforeEach, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  posting,
  ROAD_FIELDS,
  stretchFields,
  TestApi,
} from '../../../mocks/testApi.ts';
import { type Carry, inverseOps, type Op } from '../../domain/edit/edit.ts';
import { emptyTables, withRows } from '../../domain/edit/tables.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import type { Result } from '../../domain/model/result.ts';
import type { Entity, FieldsOf, Id, RowOf, Tables } from '../../domain/model/rows.ts';
import { type Carriage, carry } from '../../domain/reshape/carry.ts';
import { renewed } from '../../domain/reshape/renewed.ts';
import type { Reshaped } from '../../domain/reshape/reshape.ts';
import { cutRoad, reverse } from '../../domain/reshape/roadLines.ts';
import { newId } from '../contract/newId.ts';
import { PROTOCOL } from '../contract/protocol.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;
let leader: Ask;
let road: Id;
let stretch: Id;

beforeEach(async () => {
  api ??= await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  leader = await api.asRole('leader', campaign);
  [road, stretch] = [newId(), newId()];
  const type = newId();
  let version = await does(planner, [
    { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    { kind: 'create', entity: 'road', id: road, fields: ROAD_FIELDS },
    { kind: 'create', entity: 'placement', id: stretch, fields: stretchFields(type, road) },
  ]);
  for (const [who, fields] of [
    [planner, { state: 'submitted' }],
    [leader, { state: 'approved', approvedQuantity: 82 }],
  ] as const)
    version = await does(who, [{ kind: 'set', entity: 'placement', id: stretch, version, fields }]);
});

const post = (who: Ask, ops: readonly Op[], said?: Carry, protocol = PROTOCOL) =>
  who(...posting(campaign, ops, { protocol, ...(said === undefined ? {} : { carry: said }) }));

async function does(who: Ask, ops: readonly Op[], said?: Carry): Promise<number> {
  const done = await post(who, ops, said);
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  return done.json.number as number;
}

/** The campaign as a page sees it. */
async function rows(): Promise<Tables> {
  const { json } = await planner(`/campaigns/${campaign}/snapshot`);
  const tables = json.tables as Record<Entity, { fields: string[]; rows: unknown[][] }>;
  return withRows(
    emptyTables(),
    Object.entries(tables).flatMap(([entity, table]) =>
      table.rows.map((values) => {
        const row = Object.fromEntries(
          table.fields.map((f, i) => [f, values[i]]),
        ) as unknown as RowOf['unit'];
        return { entity: entity as Entity, id: row.id, row };
      }),
    ),
  );
}

async function made(
  reshape: (road: Road) => Result<Reshaped>,
): Promise<Carriage & { readonly tables: Tables }> {
  const tables = await rows();
  const reshaped = reshape(tables.road.get(road) as Road);
  if (!reshaped.ok) throw new Error(reshaped.reason.code);
  const carriage = carry(tables, reshaped.value, newId);
  if (!carriage.ok) throw new Error(carriage.reason.code);
  return { ...carriage.value, tables };
}

const line = (metresEast: number): FieldsOf<'road'>['line'] =>
  ROAD_FIELDS.line.map(([lng, lat]) => [lng + metresEast / 103_000, lat] as const);

test('an approved stretch goes with its turned road, and comes back with it, for whoever may shape roads', async () => {
  const { ops, carry: said, tables } = await made(reverse);
  expect((await post(planner, ops)).json).toMatchObject({ error: { code: 'denied.not-plannable' } });
  expect((await post(leader, ops, said)).json).toMatchObject({ error: { code: 'denied.role' } });
  const number = await does(planner, ops, said);
  const turned = await rows();
  expect(turned.placement.get(stretch)).toMatchObject({ state: 'approved', approvedQuantity: 82 });
  expect(turned.placement.get(stretch)?.from).toBeGreaterThan(20_000);
  const inverse = inverseOps(ops, ((entity: Entity, id: Id) => tables[entity].get(id)) as never, newId);
  if (!inverse.ok) throw new Error(inverse.reason.code);
  await does(
    planner,
    inverse.value.map((op) => (op.kind === 'create' ? op : { ...op, version: number })),
    said,
  );
  expect((await rows()).placement.get(stretch)).toMatchObject({ from: 1000, to: 2000 });
  const { json } = await planner(`/campaigns/${campaign}/history`);
  expect((json.changes as object[]).map((c) => ('carry' in c ? c.carry : null)).slice(0, 3)).toEqual([
    said,
    said,
    null,
  ]);
});

test('what would move is moved only if it was shown', async () => {
  const { ops, carry: said, displaced } = await made((r) => renewed(r, line(8), [], 'place'));
  expect(displaced).toMatchObject([{ id: stretch, before: 82, after: 82 }]);
  const refused = await post(planner, ops, { ...said, moved: [] });
  expect(refused).toMatchObject({
    status: 422,
    json: { error: { code: 'carry.moved', field: 'carry', params: { count: 1, metres: 8 } } },
  });
  // Without a word about carrying the approved stretch would move as much.
  const bare = ops.filter((op) => op.entity === 'road');
  expect((await post(planner, bare)).json).toMatchObject({ error: { code: 'carry.moved' } });
  // Pages of before could not say it, and are asked for it all the same.
  expect((await post(planner, bare, undefined, 6)).json).toMatchObject({ error: { code: 'carry.moved' } });
});

test('what was not shown because somebody put it there meanwhile stops it', async () => {
  const { ops, carry: said, tables } = await made((r) => renewed(r, line(8), [], 'place'));
  const type = [...tables.assetType.keys()][0] as Id;
  const other = {
    kind: 'create',
    entity: 'placement',
    id: newId(),
    fields: stretchFields(type, road),
  } as const;
  await does(planner, [other]);
  expect((await post(planner, ops, said)).json).toMatchObject({
    error: { code: 'carry.moved', params: { count: 1 } },
  });
});

test('a cut divides what is approved, under its own state, and cannot make what was not there', async () => {
  const {
    ops,
    carry: said,
    tables,
  } = await made((r) => cutRoad(r, 1500, { id: newId(), code: 'QL.3', name: 'Quốc lộ 3 (đoạn 2)' }));
  const [[part] = ['']] = said.parts;
  const more = ops.map(
    (op): Op =>
      op.kind === 'create' && op.entity === 'placement'
        ? { ...op, fields: { ...op.fields, assetTypeId: newId() } }
        : op,
  );
  expect((await post(planner, more, said)).json).toMatchObject({ error: { code: 'denied.step' } });
  const longer = ops.map(
    (op): Op =>
      op.kind === 'create' && op.entity === 'placement' ? { ...op, fields: { ...op.fields, to: 2500 } } : op,
  );
  expect((await post(planner, longer, said)).json).toMatchObject({ error: { code: 'carry.moved' } });
  const twice = { ...said, parts: [...said.parts, ...said.parts] };
  expect((await post(planner, ops, twice)).json).toMatchObject({ error: { code: 'carry.parts' } });
  const number = await does(planner, ops, said);
  const after = await rows();
  expect(after.road.size).toBe(2);
  const counts = [stretch, part].map((id) => (after.placement.get(id) as Placement).approvedQuantity);
  expect(counts[0]).toBeGreaterThan(0);
  expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(82);
  const inverse = inverseOps(ops, ((entity: Entity, id: Id) => tables[entity].get(id)) as never, newId);
  if (!inverse.ok) throw new Error(inverse.reason.code);
  await does(
    planner,
    inverse.value.map((op) => (op.kind === 'create' ? op : { ...op, version: number })),
    said,
  );
  expect((await rows()).placement.get(stretch)).toMatchObject({ from: 1000, to: 2000, approvedQuantity: 82 });
});

test('an edit that carries writes nothing of an approved row but its address', async () => {
  const { ops, carry: said } = await made(reverse);
  for (const fields of [
    { note: 'x', pointQuantity: 5 },
    { unitId: null, assetTypeId: newId() },
  ]) {
    const other = ops.map(
      (op): Op =>
        op.kind === 'set' && op.entity === 'placement' ? { ...op, fields: { ...op.fields, ...fields } } : op,
    );
    expect((await post(planner, other, said)).json).toMatchObject({
      error: { code: 'denied.not-plannable' },
    });
  }
  const denser = ops.map((op): Op => {
    if (op.kind !== 'set' || op.entity !== 'placement' || op.fields.rule == null) return op;
    return { ...op, fields: { ...op.fields, rule: { ...op.fields.rule, spacing: 10 } } };
  });
  expect((await post(planner, denser, said)).json).toMatchObject({ error: { code: 'denied.not-plannable' } });
});

test('a word about carrying is no way to write approved rows', async () => {
  const tables = await rows();
  const row = tables.placement.get(stretch) as Placement;
  const { id: _id, version: _version, ...fields } = row;
  const part = newId();
  const twin = {
    kind: 'create',
    entity: 'placement',
    id: part,
    fields: { ...fields, from: 5000, to: 6000 },
  } as const;
  const said = { moved: [stretch, part], parts: [[part, stretch]] } as const;
  // No road gets another shape.
  expect((await post(planner, [twin], said)).json).toMatchObject({ error: { code: 'carry.no-road' } });
  const zero = { kind: 'set', entity: 'road', id: road, version: 2, fields: { zeroChainage: 0.5 } } as const;
  const seen = { ...zero, version: (tables.road.get(road) as Road).version };
  expect((await post(planner, [seen, twin], said)).json).toMatchObject({ error: { code: 'denied.step' } });
  const touched = {
    kind: 'set',
    entity: 'placement',
    id: stretch,
    version: row.version,
    fields: { approvedQuantity: 82 },
  } as const;
  expect((await post(planner, [seen, touched, twin], said)).json).toMatchObject({
    error: { code: 'carry.parts' },
  });
  // Part of something that is a part itself, and of nothing.
  for (const parts of [[[part, part]], [[part, newId()]], [[stretch, stretch]]] as const) {
    const refused = await post(planner, [seen], { moved: [stretch, part], parts });
    expect(refused.json).toMatchObject({ error: { code: 'carry.parts' } });
  }
  const elsewhere = {
    kind: 'set',
    entity: 'placement',
    id: stretch,
    version: row.version,
    fields: { from: 9000, to: 10_000 },
  } as const;
  expect((await post(planner, [seen, elsewhere], { moved: [stretch], parts: [] })).json).toMatchObject({
    error: { code: 'carry.too-far' },
  });
  const longer = { ...elsewhere, fields: { from: 1000, to: 2100 } };
  expect((await post(planner, [seen, longer], { moved: [stretch], parts: [] })).json).toMatchObject({
    error: { code: 'carry.too-far' },
  });
});

test('onto a road that stays as it is nothing approved is carried', async () => {
  const other = newId();
  await does(planner, [
    { kind: 'create', entity: 'road', id: other, fields: { ...ROAD_FIELDS, code: 'QL.3B' } },
  ]);
  const tables = await rows();
  const { version } = tables.placement.get(stretch) as Placement;
  const ops: Op[] = [
    {
      kind: 'set',
      entity: 'road',
      id: road,
      version: (tables.road.get(road) as Road).version,
      fields: { zeroChainage: 0.2 },
    },
    { kind: 'set', entity: 'placement', id: stretch, version, fields: { roadId: other } },
  ];
  expect((await post(planner, ops, { moved: [], parts: [] })).json).toMatchObject({
    error: { code: 'carry.too-far' },
  });
});

test('a wider road moves what is approved beside it only if that was shown', async () => {
  const tables = await rows();
  const wider: Op = {
    kind: 'set',
    entity: 'road',
    id: road,
    version: (tables.road.get(road) as Road).version,
    fields: { halfWidth: 40 },
  };
  expect((await post(planner, [wider])).json).toMatchObject({
    error: { code: 'carry.moved', params: { count: 1, metres: 34 } },
  });
  await does(planner, [wider], { moved: [stretch], parts: [] });
});

test('a bridge that somebody drew meanwhile is not left behind', async () => {
  const { ops, carry: said } = await made(reverse);
  const bridge = { roadId: road, kind: 'bridge', name: 'Cầu', from: 6000, to: 6050 } as const;
  await does(planner, [{ kind: 'create', entity: 'roadFeature', id: newId(), fields: bridge }]);
  expect((await post(planner, ops, said)).json).toMatchObject({ error: { code: 'carry.features' } });
  const again = await made(reverse);
  await does(planner, again.ops, again.carry);
  expect([...(await rows()).roadFeature.values()][0]?.from).toBeGreaterThan(16_000);
});

test('of two who cut a road at one place the second is told', async () => {
  const cut = () => made((r) => cutRoad(r, 1500, { id: newId(), code: 'QL.3B', name: '' }));
  const [one, two] = [await cut(), await cut()];
  await does(planner, one.ops, one.carry);
  const second = posting(campaign, two.ops, { protocol: PROTOCOL, carry: two.carry, replica: newId() });
  expect((await planner(...second)).status).toBe(409);
  expect((await rows()).road.size).toBe(2);
});

// What grew with the square of the positions kept everybody waiting for half an hour: this would not end in time.
test('what moves far is told like what moves little', async () => {
  const wide = newId();
  const east = Array.from({ length: 60 }, (_, i) => [105 + i * 0.01, 21.5] as const);
  const type = [...(await rows()).assetType.keys()][0] as Id;
  const flags = stretchFields(type, wide, { from: 0, to: 60_000 });
  await does(planner, [
    { kind: 'create', entity: 'road', id: wide, fields: { ...ROAD_FIELDS, line: east } },
    { kind: 'create', entity: 'placement', id: newId(), fields: flags },
  ]);
  const before = await rows();
  const far = before.road.get(wide) as Road;
  for (const shifted of [
    east.map(([lng, lat]) => [lng, lat + 0.0001] as const),
    [
      [-180, 90],
      [180, -90],
    ] as const,
  ]) {
    const reshaped = renewed(far, shifted, [], 'chainage');
    if (!reshaped.ok) throw new Error(reshaped.reason.code);
    const carriage = carry(before, reshaped.value, newId);
    if (!carriage.ok) throw new Error(carriage.reason.code);
    expect(carriage.value.displaced).toHaveLength(1);
  }
});

test('what was approved since a cut is not swallowed by taking it back; a stranger is no part', async () => {
  const tables = await rows();
  const type = [...tables.assetType.keys()][0] as Id;
  const draft = newId();
  const fields = { ...stretchFields(type, road), from: 4000, to: 6000 };
  await does(planner, [{ kind: 'create', entity: 'placement', id: draft, fields }]);
  const cut = await made((r) => cutRoad(r, 5000, { id: newId(), code: 'QL.3', name: 'Quốc lộ 3 (đoạn 2)' }));
  let version = await does(planner, cut.ops, cut.carry);
  const seen = version;
  for (const [who, step] of [
    [planner, { state: 'submitted' }],
    [leader, { state: 'approved', approvedQuantity: 80 }],
  ] as const)
    version = await does(who, [{ kind: 'set', entity: 'placement', id: draft, version, fields: step }]);
  const inverse = inverseOps(
    cut.ops,
    ((entity: Entity, id: Id) => cut.tables[entity].get(id)) as never,
    newId,
  );
  if (!inverse.ok) throw new Error(inverse.reason.code);
  const back = inverse.value.map((op) => (op.kind === 'create' ? op : { ...op, version: seen }));
  expect((await post(planner, back, cut.carry)).json).toMatchObject({ error: { code: 'carry.parts' } });
  expect((await rows()).placement.get(draft)).toMatchObject({ state: 'approved', to: 4999 });
});

test('a draft beside an approved row is no part of it, and makes it no longer', async () => {
  const tables = await rows();
  const stranger = newId();
  const type = newId();
  await does(planner, [
    { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    {
      kind: 'create',
      entity: 'placement',
      id: stranger,
      fields: { ...stretchFields(type, road), from: 2000, to: 9000 },
    },
  ]);
  const now = await rows();
  const version = now.placement.get(stranger)?.version ?? 0;
  const known = tables.placement.get(stretch) as Placement;
  const swallow: Op[] = [
    { kind: 'set', entity: 'road', id: road, version, fields: { zeroChainage: 1e-6 } },
    { kind: 'set', entity: 'placement', id: stretch, version: known.version, fields: { to: 9000 } },
    { kind: 'delete', entity: 'placement', id: stranger, version },
  ];
  const said = { moved: [stretch], parts: [[stranger, stretch]] } as const;
  expect((await post(planner, swallow, said)).json).toMatchObject({ error: { code: 'carry.parts' } });
  const grow = swallow.slice(0, 2);
  expect((await post(planner, grow, { moved: [stretch], parts: [] })).json).toMatchObject({
    error: { code: 'carry.too-far' },
  });
});

test('what keeps its chainage is not pushed beyond its road altogether', async () => {
  const version = (await rows()).road.get(road)?.version ?? 0;
  const zero = (metres: number): Op[] => [
    { kind: 'set', entity: 'road', id: road, version, fields: { zeroChainage: metres } },
  ];
  const said = { moved: [stretch], parts: [] };
  expect((await post(planner, zero(3000), said)).json).toMatchObject({ error: { code: 'carry.outside' } });
  // Nor half of it, whose pieces would all stand at the road's end.
  expect((await post(planner, zero(1500), said)).json).toMatchObject({ error: { code: 'carry.outside' } });
  // An end that runs out was shown, and may.
  expect((await post(planner, zero(1080), said)).status).toBe(200);
});
