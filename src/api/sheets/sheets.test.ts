/** A printed sheet's code, scanned: still right, changed, and by how much. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  OCCASION_FIELDS,
  placementFields,
  posting,
  ROAD_FIELDS,
  stretchFields,
  TestApi,
  UNIT_FIELDS,
} from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';
import { PROTOCOL } from '../contract/protocol.ts';
import type { SheetAnswer, SheetBody } from '../contract/sheets.ts';
import { renewLineage } from '../db/installation.ts';

let api: TestApi;
let planner: Ask;
let leader: Ask;
let nobody: Ask;
let campaign: Id;
let number: number;
let ids: { type: Id; text: Id; road: Id; unit: Id; stretch: Id; board: Id; slogan: Id };

beforeAll(async () => {
  api = await TestApi.open();
  nobody = await api.as(null);
});

async function edit(ops: readonly Op[], by = planner): Promise<void> {
  const { status, json } = await by(...posting(campaign, ops, { protocol: PROTOCOL }));
  expect([status, json]).toEqual([200, expect.anything()]);
  number = json.number as number;
}

/** The version of a row is asked for, so that a test need not count. */
async function set(
  entity: 'placement' | 'slogan' | 'unit' | 'assetType',
  id: Id,
  fields: object,
  by = planner,
) {
  const { json } = await planner(`/campaigns/${campaign}/snapshot`);
  const { fields: names, rows } = (json.tables as Record<string, { fields: string[]; rows: unknown[][] }>)[
    entity
  ] as { fields: string[]; rows: unknown[][] };
  const row = rows.find((values) => values[names.indexOf('id')] === id);
  const version = row?.[names.indexOf('version')] as number;
  await edit([{ kind: 'set', entity, id, version, fields } as Op], by);
}

async function approve(id: Id, approvedQuantity: number): Promise<void> {
  await set('placement', id, { state: 'submitted' });
  await set('placement', id, { state: 'approved', approvedQuantity }, leader);
}

/** What is approved is changed by taking it back, and approving it anew. */
async function replan(id: Id, fields: object, approvedQuantity: number): Promise<void> {
  await set('placement', id, WITHDRAWN);
  await set('placement', id, fields);
  await approve(id, approvedQuantity);
}

const WITHDRAWN = { state: 'draft', approvedQuantity: null };

beforeEach(async () => {
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  leader = await api.asRole('leader', campaign);
  ids = {
    type: newId(),
    text: newId(),
    road: newId(),
    unit: newId(),
    stretch: newId(),
    board: newId(),
    slogan: newId(),
  };
  const words: FieldsOf<'slogan'> = {
    text: 'Đảng quang vinh muôn năm!',
    typeIds: [],
    priority: 0,
    approved: false,
    approvalDocument: '',
    approvalDay: null,
  };
  const admin = await api.asRole('admin', campaign);
  await edit(
    [
      { kind: 'create', entity: 'assetType', id: ids.type, fields: ASSET_TYPE_FIELDS },
      {
        kind: 'create',
        entity: 'assetType',
        id: ids.text,
        fields: { ...ASSET_TYPE_FIELDS, code: 'pano', name: { vi: 'Pa nô', en: 'Pano' }, carriesText: true },
      },
      { kind: 'create', entity: 'occasion', id: newId(), fields: OCCASION_FIELDS },
      { kind: 'create', entity: 'road', id: ids.road, fields: ROAD_FIELDS },
      { kind: 'create', entity: 'unit', id: ids.unit, fields: { ...UNIT_FIELDS, name: 'Xã Một' } },
      { kind: 'create', entity: 'slogan', id: ids.slogan, fields: words },
      {
        kind: 'create',
        entity: 'placement',
        id: ids.stretch,
        fields: stretchFields(ids.type, ids.road, { unitId: ids.unit }),
      },
      {
        kind: 'create',
        entity: 'placement',
        id: ids.board,
        fields: placementFields(ids.text, {
          roadId: ids.road,
          coordinate: null,
          from: 1500,
          side: 'right',
          sloganId: ids.slogan,
        }),
      },
    ],
    admin,
  );
  await set('slogan', ids.slogan, { approved: true }, leader);
  await approve(ids.stretch, 82);
  await approve(ids.board, 1);
});

const ofRoad = (): SheetBody => ({
  by: 'road',
  id: ids.road,
  work: 'install',
  drafts: false,
  until: null,
  number,
});

async function printed(list: SheetBody = ofRoad()): Promise<string> {
  const { status, json } = await planner(`/campaigns/${campaign}/sheets`, list);
  expect(status).toBe(200);
  return json.token as string;
}

/** As somebody with a telephone and no account. */
async function scanned(token: string): Promise<SheetAnswer> {
  const { status, json, headers } = await nobody(`/sheet/${token}`);
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  return json as unknown as SheetAnswer;
}

describe('a sheet that was printed', () => {
  test('is still right until its plan changes, and says so signed out', async () => {
    const token = await printed();
    const first = await scanned(token);
    expect(first).toMatchObject({
      standing: 'right',
      printed: number,
      number,
      campaign: { id: campaign, name: 'Chào mừng Đại hội' },
      list: { by: 'road', id: ids.road, name: 'QL.3' },
      since: { rows: [], due: null },
    });
    // Another road is another sheet.
    await edit([{ kind: 'create', entity: 'road', id: newId(), fields: { ...ROAD_FIELDS, code: 'ĐT.1' } }]);
    expect(await scanned(token)).toMatchObject({ standing: 'right', number, since: { rows: [] } });
  });

  test('says what changed on it, row by row, and no more than is on paper', async () => {
    const token = await printed();
    await replan(ids.stretch, { to: 1500, note: 'Cẩn thận điện' }, 42);
    const { standing, since } = await scanned(token);
    expect(standing).toBe('changed');
    expect(since?.rows).toEqual([
      {
        name: { vi: 'Cờ', en: 'Flag' },
        where: 'QL.3, Km 1+000 – 1+500',
        changes: ['moved', 'quantity', 'note'],
        quantity: { before: 82, now: 42 },
      },
    ]);
  });

  test.each<[string, string[], () => Promise<void>]>([
    ['another unit', ['unit'], () => replan(ids.stretch, { unitId: null }, 82)],
    ['its unit’s new name', ['unit'], () => set('unit', ids.unit, { name: 'Xã Hai' })],
    [
      'what goes with its pieces',
      ['type'],
      () => set('assetType', ids.type, { goesWith: [{ name: { vi: 'Cột cờ', en: 'Pole' }, each: 1 }] }),
    ],
    ['another type', ['type'], () => set('assetType', ids.type, { size: '90 × 60' }, planner)],
    ['a slogan taken back', ['content'], () => set('slogan', ids.slogan, { approved: false }, leader)],
    ['a row withdrawn', ['gone'], () => set('placement', ids.board, WITHDRAWN)],
    [
      'a row moved away',
      ['gone'],
      () => replan(ids.board, { roadId: null, from: null, side: null, coordinate: [105.77, 21.88] }, 1),
    ],
  ])('tells of %s', async (_, changes, change) => {
    const token = await printed();
    await change();
    const { standing, since } = await scanned(token);
    expect([standing, since?.rows.map((row) => row.changes)]).toEqual(['changed', [changes]]);
  });

  test('tells of a row that is new on it, and of one that is gone again', async () => {
    const token = await printed();
    const id = newId();
    await edit([{ kind: 'create', entity: 'placement', id, fields: stretchFields(ids.type, ids.road) }]);
    expect((await scanned(token)).standing).toBe('right');
    await approve(id, 82);
    expect((await scanned(token)).since?.rows.map((row) => row.changes)).toEqual([['added']]);
    await set('placement', id, WITHDRAWN);
    expect((await scanned(token)).standing).toBe('right');
  });

  test('stays right while its work goes on, and says how far that is', async () => {
    const token = await printed();
    await edit([
      {
        kind: 'create',
        entity: 'report',
        id: newId(),
        fields: {
          placementId: ids.stretch,
          kind: 'installed',
          spots: [{ from: 1000, to: 1250, sides: 'both' }],
          quantity: null,
          day: '2020-10-15',
          who: 'Tổ cờ',
          note: '',
          corrects: null,
        },
      },
    ]);
    const { standing, since } = await scanned(token);
    expect(standing).toBe('right');
    expect(since?.done).toEqual({ before: 0, now: 22, of: 83 });
  });

  test('tells of another day by which it is to be done', async () => {
    await replan(ids.stretch, { installBy: { milestone: 'opening', days: -7 } }, 82);
    const token = await printed();
    await replan(ids.stretch, { installBy: { milestone: 'opening', days: -9 } }, 82);
    expect(await scanned(token)).toMatchObject({
      standing: 'changed',
      since: { rows: [], due: { before: '2020-10-20', now: '2020-10-18' } },
    });
  });

  test('is compared for a unit, for drafts, and for taking down as it was printed', async () => {
    const list = ofRoad();
    const ofUnit = await printed({ ...list, by: 'unit', id: ids.unit });
    const ofDrafts = await printed({ ...list, drafts: true });
    const ofTakingDown = await printed({ ...list, work: 'take-down' });
    await set('placement', ids.board, WITHDRAWN);
    await set('placement', ids.board, { pointQuantity: 3 });
    expect((await scanned(ofUnit)).standing).toBe('right');
    expect((await scanned(ofTakingDown)).standing).toBe('right');
    expect((await scanned(ofDrafts)).since?.rows).toMatchObject([
      { changes: ['quantity'], quantity: { before: 1, now: 3 } },
    ]);
  });

  test('cannot be compared once a copy was put back', async () => {
    const token = await printed();
    await renewLineage(api.db);
    expect(await scanned(token)).toMatchObject({ standing: 'restored', since: null });
  });
});

describe('a token', () => {
  test('that this server did not sign, or that was tampered with, is none', async () => {
    const token = await printed();
    const [own, ...rest] = token.split('.');
    const forged = [
      'x',
      'a.b',
      token.slice(0, -1),
      `${token}A`,
      [own, 'u', ...rest.slice(1)].join('.'),
      [own, ...rest.slice(0, 2), '0', ...rest.slice(3)].join('.'),
      token.replace('.ia.', '.id.'),
    ];
    for (const wrong of forged) {
      const { status, json } = await nobody(`/sheet/${encodeURIComponent(wrong)}`);
      expect([wrong, status]).toEqual([wrong, 404]);
      expect(json).toMatchObject({ error: { code: 'sheet.unknown' } });
    }
  });

  test('of a road or unit of another campaign says nothing of it', async () => {
    const elsewhere = await api.campaign();
    const other = await api.asRole('viewer', elsewhere);
    for (const list of [ofRoad(), { ...ofRoad(), by: 'unit' as const, id: ids.unit }]) {
      const { status, json } = await other(`/campaigns/${elsewhere}/sheets`, { ...list, number: 0 });
      expect(status).toBe(200);
      expect((await scanned(json.token as string)).list.name).toBe('');
    }
  });

  test('is given to whoever may read the campaign, of no change that is still to come', async () => {
    const viewer = await api.asRole('viewer', campaign);
    expect((await viewer(`/campaigns/${campaign}/sheets`, ofRoad())).status).toBe(200);
    const stranger = await api.as('stranger', {
      campaignId: await api.campaign(),
      role: 'viewer',
      unitId: null,
    });
    expect((await stranger(`/campaigns/${campaign}/sheets`, ofRoad())).status).toBe(403);
    expect((await nobody(`/campaigns/${campaign}/sheets`, ofRoad())).status).toBe(401);
    const ahead = { ...ofRoad(), number: number + 1 };
    expect(await viewer(`/campaigns/${campaign}/sheets`, ahead)).toMatchObject({
      status: 400,
      json: { error: { field: 'number' } },
    });
  });
});
