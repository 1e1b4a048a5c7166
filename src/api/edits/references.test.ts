/** Nothing dangles: not what is written, not what is left behind, inside values either. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  placementFields,
  posting,
  TestApi,
  UNIT_FIELDS,
} from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { BLANK_ITEM, type ChecklistItem } from '../../domain/model/entities/assetType.ts';
import type { DressingItem } from '../../domain/model/entities/dressingSet.ts';
import type { Entity, FieldsOf, Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;

const create = <E extends Entity>(entity: E, fields: FieldsOf<E>, id = newId()) =>
  ({ kind: 'create', entity, id, fields }) as Op;
const set = (entity: Entity, id: Id, version: number, fields: object) =>
  ({ kind: 'set', entity, id, version, fields }) as Op;
const gone = (entity: Entity, id: Id, version: number): Op => ({ kind: 'delete', entity, id, version });

const milestone = { name: 'Xong đợt 1', day: null, offsetDays: -7 };
const item = (due: Id): ChecklistItem => ({
  id: 'survey',
  name: { vi: 'Khảo sát', en: '' },
  due: { milestone: due, days: 0 },
  ...BLANK_ITEM,
});
const slogan = (typeIds: readonly Id[]): FieldsOf<'slogan'> => ({
  text: 'Việt Nam muôn năm!',
  typeIds,
  priority: 0,
  approved: false,
  approvalDocument: '',
  approvalDay: null,
});
const piece = (assetTypeId: Id, sloganId: Id | null): DressingItem => ({
  assetTypeId,
  sloganId,
  rule: null,
  anchor: 'start',
  offset: 0,
  side: 'right',
  pointQuantity: 1,
});

async function does(...ops: Op[]): Promise<number> {
  const done = await planner(...posting(campaign, ops));
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  return done.json.number as number;
}

const ask = (...ops: Op[]) => planner(...posting(campaign, ops));

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
});

describe('nothing may be written that refers to nothing, or to another campaign', () => {
  test('each reference is named by its path', async () => {
    const type = newId();
    await does(create('assetType', ASSET_TYPE_FIELDS, type));
    const elsewhere = newId();
    const other = await api.campaign();
    const admin = await api.asRole('admin', null);
    const made = await admin(
      ...posting(other, [
        create('milestone', milestone, elsewhere),
        create('assetType', ASSET_TYPE_FIELDS, elsewhere.replace(/^./, '0')),
      ]),
    );
    expect(made.status).toBe(200);
    const cases: readonly [Op, string, Entity][] = [
      [
        create('placement', placementFields(type, { installBy: { milestone: elsewhere, days: 0 } })),
        'installBy.milestone',
        'milestone',
      ],
      [
        create('placement', placementFields(type, { removeBy: { milestone: 'openning', days: 0 } })),
        'removeBy.milestone',
        'milestone',
      ],
      [
        create('assetType', { ...ASSET_TYPE_FIELDS, checklist: [item('opening'), item(newId())] }),
        'checklist.1.due.milestone',
        'milestone',
      ],
      [create('slogan', slogan([type, newId()])), 'typeIds.1', 'assetType'],
      [
        create('dressingSet', { name: 'Bộ', items: [piece(type, null), piece(newId(), null)] }),
        'items.1.assetTypeId',
        'assetType',
      ],
      [create('dressingSet', { name: 'Bộ', items: [piece(type, newId())] }), 'items.0.sloganId', 'slogan'],
    ];
    for (const [op, path, entity] of cases)
      expect(await ask(op), path).toMatchObject({
        status: 422,
        json: {
          error: {
            code: 'row.refers-to-nothing',
            field: `ops.0.fields.${path}`,
            params: { entity },
          },
        },
      });
  });

  test('what the same edit makes is there', async () => {
    const [type, day] = [newId(), newId()];
    await does(
      create('milestone', milestone, day),
      create('assetType', { ...ASSET_TYPE_FIELDS, checklist: [item(day)] }, type),
      create('slogan', slogan([type])),
    );
  });

  test('a list that holds a dead id from before can still be mended item by item', async () => {
    const [type, id] = [newId(), newId()];
    const version = await does(
      create('assetType', ASSET_TYPE_FIELDS, type),
      create('slogan', slogan([type]), id),
    );
    const dead = newId();
    await api.db.execute(`update slogan set type_ids = '["${dead}", "${type}"]' where id = '${id}'`);
    await does(set('slogan', id, version, { typeIds: [dead] }));
    expect((await ask(set('slogan', id, version, { typeIds: [dead, newId()] }))).status).toBe(422);
  });
});

describe('what is still used cannot be deleted, wherever it is named', () => {
  const refused = (entity: Entity, by: string, field: string) => ({
    status: 422,
    json: { error: { code: 'row.still-used', field: 'ops.0', params: { entity, by, field } } },
  });

  test('a milestone in due rules and checklists', async () => {
    const [type, day, placed] = [newId(), newId(), newId()];
    const version = await does(
      create('milestone', milestone, day),
      create('assetType', { ...ASSET_TYPE_FIELDS, checklist: [item(day)] }, type),
      create('placement', placementFields(type, { installBy: { milestone: day, days: 0 } }), placed),
    );
    expect(await ask(gone('milestone', day, version))).toMatchObject(
      refused('milestone', 'assetType', 'checklist'),
    );
    await does(set('assetType', type, version, { checklist: [item('opening')] }));
    expect(await ask(gone('milestone', day, version))).toMatchObject(
      refused('milestone', 'placement', 'installBy'),
    );
    // An edit that first takes the day out of what uses it may delete it.
    await does(
      set('placement', placed, version, { installBy: { milestone: 'opening', days: -7 } }),
      gone('milestone', day, version),
    );
  });

  test('a type in slogans and sets, a slogan in sets', async () => {
    const [type, words, bundle] = [newId(), newId(), newId()];
    const version = await does(
      create('assetType', ASSET_TYPE_FIELDS, type),
      create('slogan', slogan([type]), words),
      create('dressingSet', { name: 'Bộ', items: [piece(type, words)] }, bundle),
    );
    expect(await ask(gone('assetType', type, version))).toMatchObject(
      refused('assetType', 'slogan', 'typeIds'),
    );
    expect(await ask(gone('slogan', words, version))).toMatchObject(
      refused('slogan', 'dressingSet', 'items'),
    );
    await does(set('slogan', words, version, { typeIds: [] }));
    expect(await ask(gone('assetType', type, version))).toMatchObject(
      refused('assetType', 'dressingSet', 'items'),
    );
    await does(
      gone('dressingSet', bundle, version),
      gone('slogan', words, version),
      gone('assetType', type, version),
    );
  });

  test('a unit to which somebody’s role is bound', async () => {
    const unit = newId();
    const version = await does(create('unit', UNIT_FIELDS, unit));
    await api.asRole('unit-officer', campaign, unit);
    expect(await ask(gone('unit', unit, version))).toMatchObject(refused('unit', 'member', 'unitId'));
  });

  test('an id that stands in a text is no reference', async () => {
    const day = newId();
    const type = newId();
    const version = await does(
      create('milestone', milestone, day),
      create(
        'assetType',
        { ...ASSET_TYPE_FIELDS, checklist: [{ ...item('opening'), name: { vi: day, en: '' } }] },
        type,
      ),
    );
    await does(gone('milestone', day, version));
  });
});
