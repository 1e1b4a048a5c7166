/** What the door refuses although every field is in order by itself. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  posting,
  ROAD_FIELDS,
  stretchFields,
  TestApi,
  UNIT_FIELDS,
} from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Entity, FieldsOf, Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;
let leader: Ask;
const [type, road] = [newId(), newId()];

const create = <E extends Entity>(entity: E, fields: FieldsOf<E>, id = newId()) =>
  ({ kind: 'create', entity, id, fields }) as Op;
const set = (entity: Entity, id: Id, version: number, fields: object) =>
  ({ kind: 'set', entity, id, version, fields }) as Op;
const refused = (status: number, code: string, more: object = {}) => ({
  status,
  json: { error: { code, ...more } },
});

async function does(...ops: Op[]): Promise<number> {
  const done = await planner(...posting(campaign, ops));
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  return done.json.number as number;
}

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  leader = await api.asRole('admin', campaign);
  await does(create('assetType', ASSET_TYPE_FIELDS, type), create('road', ROAD_FIELDS, road));
});

describe('rows that an edit makes', () => {
  test('are written together, whatever they are and refer to, and changed in the same edit', async () => {
    const [top, below, pole] = [newId(), newId(), newId()];
    await does(
      create('unit', UNIT_FIELDS, top),
      create('unit', { ...UNIT_FIELDS, parentId: top }, below),
      create('placement', { ...stretchFields(type, road), unitId: below }, pole),
      set('unit', top, 0, { name: 'Thị trấn' }),
      create('unit', { ...UNIT_FIELDS, parentId: below }),
    );
    const { json } = await planner(`/campaigns/${campaign}/snapshot`);
    const text = JSON.stringify(json);
    for (const id of [top, below, pole, 'Thị trấn']) expect(text).toContain(id);
  });

  test('one that exists among many is named, and none of the others is there', async () => {
    const [there, fresh] = [newId(), newId()];
    await does(create('unit', UNIT_FIELDS, there));
    const mixed = [create('unit', UNIT_FIELDS, fresh), create('unit', UNIT_FIELDS, there)];
    expect(await planner(...posting(campaign, mixed))).toMatchObject({
      status: 409,
      json: { conflicts: [{ op: 1, entity: 'unit', id: there }] },
    });
    const { json } = await planner(`/campaigns/${campaign}/snapshot`);
    expect(JSON.stringify(json)).not.toContain(fresh);
  });

  test('with the id of a row of another entity are no reason to pass that one by', async () => {
    const [top, middle, low, pole] = [newId(), newId(), newId(), newId()];
    const version = await does(
      create('unit', UNIT_FIELDS, top),
      create('unit', { ...UNIT_FIELDS, parentId: top }, middle),
      create('unit', { ...UNIT_FIELDS, parentId: middle }, low),
      create('placement', stretchFields(type, road), pole),
    );
    const milestone = { name: 'Mốc', day: null, offsetDays: 0 };
    const circle = [create('milestone', milestone, middle), set('unit', top, version, { parentId: low })];
    expect(await planner(...posting(campaign, circle))).toMatchObject(refused(422, 'row.parents-in-circle'));
    const beyond = [create('milestone', milestone, road), set('placement', pole, version, { to: 9_000_000 })];
    expect(await planner(...posting(campaign, beyond))).toMatchObject(refused(422, 'row.beyond-road'));
  });

  test('more than one statement carries', async () => {
    const many = Array.from({ length: 4500 }, () => create('unit', UNIT_FIELDS));
    const number = await does(...many);
    expect(await does(create('unit', UNIT_FIELDS))).toBe(number + 1);
  });
});

describe('versions and keys', () => {
  test('a version that is not there yet is refused: it would switch the conflict check off', async () => {
    const id = newId();
    const version = await does(create('unit', UNIT_FIELDS, id));
    const ahead = posting(campaign, [set('unit', id, version + 1, { name: 'X' })]);
    expect(await planner(...ahead)).toMatchObject(
      refused(422, 'edit.version-ahead', {
        field: 'ops.0.version',
        params: { version: version + 1, number: version },
      }),
    );
    expect(await does(set('unit', id, version, { name: 'X' }))).toBe(version + 1);
  });

  test('the same key with another body is refused, with the same body answered as before', async () => {
    const [path, edit] = posting(campaign, [create('unit', UNIT_FIELDS)]);
    const { number } = (await planner(path, edit)).json;
    expect((await planner(path, edit)).json.number).toBe(number);
    const { ops, ...rest } = edit;
    expect((await planner(path, { ops, ...rest })).json.number).toBe(number);
    for (const other of [{ ops: [create('unit', UNIT_FIELDS)] }, { note: { code: 'other' } }])
      expect(await planner(path, { ...edit, ...other })).toMatchObject(
        refused(409, 'edit.key-taken', { field: 'key' }),
      );
  });
});

describe('what there can be once', () => {
  const acceptance = (finding: string): FieldsOf<'acceptance'> => ({
    finding,
    rule: 'overlap',
    placementId: null,
    reason: 'Đã thống nhất',
    acceptedBy: 'Vũ Hoài',
    day: '2020-10-15',
  });

  test('the second who accepts a finding sees the first’s acceptance and who gave it', async () => {
    const [first, second] = [newId(), newId()];
    await does(create('acceptance', acceptance('overlap:1'), first));
    const done = await leader(...posting(campaign, [create('acceptance', acceptance('overlap:1'), second)]));
    expect(done).toMatchObject({
      ...refused(409, 'edit.conflict'),
      json: {
        conflicts: [
          {
            op: 0,
            entity: 'acceptance',
            id: first,
            fields: ['finding'],
            current: { reason: 'Đã thống nhất' },
            by: 'Tên planner-all',
          },
        ],
      },
    });
  });

  test('nor can a row be changed into a second one, or two be made at once', async () => {
    const id = newId();
    const version = await does(
      create('acceptance', acceptance('overlap:2')),
      create('acceptance', acceptance('overlap:3'), id),
    );
    const change = posting(campaign, [set('acceptance', id, version, { finding: 'overlap:2' })]);
    expect((await planner(...change)).status).toBe(409);
    const twice = [4, 4].map(() => create('acceptance', acceptance('overlap:4')));
    expect((await planner(...posting(campaign, twice))).status).toBe(409);
    await does(set('acceptance', id, version, { reason: 'Khác' }));
  });

  test('an id of this campaign shows the row that has it, one of another says no more than that it is taken', async () => {
    const [here, there] = [newId(), newId()];
    await does(create('unit', UNIT_FIELDS, here));
    expect(await leader(...posting(campaign, [create('unit', UNIT_FIELDS, here)]))).toMatchObject({
      status: 409,
      json: { conflicts: [{ id: here, by: 'Tên planner-all' }] },
    });
    const elsewhere = await api.campaign();
    const admin = await api.asRole('admin', null);
    await admin(...posting(elsewhere, [create('unit', { ...UNIT_FIELDS, name: 'Bí mật' }, there)]));
    const taken = await planner(...posting(campaign, [create('unit', UNIT_FIELDS, there)]));
    expect(taken).toMatchObject(refused(409, 'row.exists', { field: 'ops.0.id' }));
    expect(JSON.stringify(taken.json)).not.toContain('Bí mật');
  });
});

describe('places', () => {
  const at = (from: number, to: number, spacing = 25) => {
    const fields = stretchFields(type, road);
    return { ...fields, from, to, rule: { ...(fields.rule as object), spacing } } as FieldsOf<'placement'>;
  };

  test('a stretch beyond its road is refused with what the road has', async () => {
    expect(
      await planner(...posting(campaign, [create('placement', at(1_460_000, 1_465_000))])),
    ).toMatchObject(
      refused(422, 'row.beyond-road', {
        field: 'ops.0.fields.from',
        params: { at: '1460+000', from: '0+000' },
      }),
    );
    // 44 million positions: what happened before.
    const absurd = await planner(
      ...posting(campaign, [create('placement', at(-1_000_000, 10_000_000, 0.5))]),
    );
    expect(absurd).toMatchObject(refused(422, 'row.beyond-road'));
  });

  test('too many positions in a stretch', async () => {
    const long = newId();
    const line = [
      [105, 10],
      [105, 12],
    ] as const;
    await does(create('road', { ...ROAD_FIELDS, line }, long));
    const dense = posting(campaign, [create('placement', { ...at(0, 100_000, 0.5), roadId: long })]);
    expect(await planner(...dense)).toMatchObject(
      refused(422, 'row.too-many-positions', { params: { count: 400_002, limit: 100_000 } }),
    );
  });

  test('what lies beyond because its road was cut can be stepped, noted on, spaced anew and mended', async () => {
    const [id, cut] = [newId(), newId()];
    const version = await does(
      create('road', ROAD_FIELDS, cut),
      create('placement', { ...at(1000, 20_000), roadId: cut }, id),
    );
    const line = [
      [105.77, 21.8],
      [105.77, 21.85],
    ] as const;
    await does(set('road', cut, version, { line }));
    await does(set('placement', id, version, { note: 'Đường đã cắt' }));
    await does(set('placement', id, version, { rule: { ...(at(0, 1).rule as object), spacing: 50 } }));
    // A hand that drags one end writes both: the other has not changed.
    await does(set('placement', id, version, { from: 1500, to: 20_000 }));
    const farther = posting(campaign, [set('placement', id, version, { to: 21_000 })]);
    expect(await planner(...farther)).toMatchObject(refused(422, 'row.beyond-road'));
    await does(set('placement', id, version, { state: 'submitted' }));
    await does(set('placement', id, version, { state: 'draft', to: 5000 }));
  });

  test('a road that cannot be measured', async () => {
    const here = [105.7, 21.8] as const;
    const point = create('road', { ...ROAD_FIELDS, line: [here, here] });
    expect(await planner(...posting(campaign, [point]))).toMatchObject(
      refused(422, 'road.too-short', { field: 'ops.0.fields.line' }),
    );
  });

  test('units in a circle, over several edits', async () => {
    const [a, b, c] = [newId(), newId(), newId()];
    const version = await does(
      create('unit', UNIT_FIELDS, a),
      create('unit', { ...UNIT_FIELDS, parentId: a }, b),
      create('unit', { ...UNIT_FIELDS, parentId: b }, c),
    );
    expect(await planner(...posting(campaign, [set('unit', a, version, { parentId: c })]))).toMatchObject(
      refused(422, 'row.parents-in-circle'),
    );
  });

  test('two million positions in a campaign, and a campaign that is over may shrink', async () => {
    const dense = () => create('placement', at(0, 22_000, 0.5));
    const ids = Array.from({ length: 22 }, dense);
    const version = await does(...ids);
    expect(await planner(...posting(campaign, [dense()]))).toMatchObject(
      refused(422, 'row.too-many-in-campaign', { field: 'ops.0.fields.rule', params: { limit: 2_000_000 } }),
    );
    // An edit that takes away as much as it brings is no growth.
    const [first] = ids;
    await does(dense(), { kind: 'delete', entity: 'placement', id: first?.id ?? '', version });
    await does(create('unit', UNIT_FIELDS));
  });
});
