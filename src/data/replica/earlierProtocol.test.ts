import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import type { SnapshotAnswer } from '../../api/contract/answers.ts';
import { newId } from '../../api/contract/newId.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { stageOf } from '../../domain/progress/stage.ts';
import { aCampaign, aPlacement } from '../../domain/testing.ts';
import type { OutboxEntry } from './deviceStore.ts';
import { CAMPAIGN, rename, SNAPSHOT, TestDevice } from './testing.ts';

let device: TestDevice;

beforeEach(async () => {
  device = await TestDevice.withRows();
});

test('an edit of one of two names, of an earlier page, takes the other from the row', async () => {
  const TYPE = newId();
  const row = { id: TYPE, version: 5, name: { vi: 'Cờ', en: 'Flag' }, unitName: { vi: 'lá', en: '' } };
  const op = (fields: object) =>
    ({ kind: 'set', entity: 'assetType', id: TYPE, version: 5, fields }) as unknown as Op;
  const entry = (fields: object): Omit<OutboxEntry, 'seq'> => ({
    key: newId(),
    campaignId: CAMPAIGN,
    edit: { ...rename(''), ops: [op(fields)] },
    at: 'now',
    state: 'waiting',
    refusal: null,
    protocol: 2,
    lineage: 'past-1',
  });
  await device.store.forgetRows(null);
  await device.store.enqueue(entry({ nameEn: 'Banner' }));
  await device.store.enqueue(entry({ name: 'Băng rôn', unitNameEn: 'pieces' }));
  expect(await device.restart()).toBe(false);
  // Without rows nothing can be said of the other name: such an edit goes as it is.
  expect(device.replica.outbox.map((e) => [e.protocol, e.edit.ops])).toEqual([
    [2, [op({ nameEn: 'Banner' })]],
    [2, [op({ name: 'Băng rôn', unitNameEn: 'pieces' })]],
  ]);
  device.replica.takePage({
    ...SNAPSHOT,
    tables: { assetType: { fields: Object.keys(row), rows: [Object.values(row)] } },
  } as unknown as SnapshotAnswer);
  expect(device.replica.outbox.map((e) => [e.protocol, e.edit.ops])).toEqual([
    [PROTOCOL, [op({ name: { vi: 'Cờ', en: 'Banner' } })]],
    [PROTOCOL, [op({ name: { vi: 'Băng rôn', en: 'Banner' }, unitName: { vi: 'lá', en: 'pieces' } })]],
  ]);
  expect(device.replica.visible.assetType.get(TYPE)?.name).toEqual({ vi: 'Băng rôn', en: 'Banner' });
});

test('a step back of an earlier page says so: it is read when it is taken back', async () => {
  const step = { key: 'k', note: { code: 'test' }, ops: [], inverse: [] };
  await device.store.moveStep(CAMPAIGN, step, 'undo');
  expect((await device.store.steps(CAMPAIGN)).undo).toEqual([step]);
  // As one of the second protocol was stored.
  const database = new Dexie(`cohoa-${device.person}`);
  await database.open();
  await database.table('undo').toCollection().modify({ protocol: undefined });
  database.close();
  expect((await device.store.steps(CAMPAIGN)).undo).toEqual([{ ...step, protocol: 2 }]);
});

test('edits of an earlier page that lived in its memory alone, and what stood against them, come in today’s form', async () => {
  const TYPE = newId();
  const row = { id: TYPE, version: 5, name: { vi: 'Cờ', en: 'Flag' }, unitName: { vi: 'lá', en: '' } };
  const one = { kind: 'set', entity: 'assetType', id: TYPE, version: 5, fields: { name: 'Băng rôn' } };
  const current = { id: TYPE, version: 6, name: 'Cờ', nameEn: 'Banner', unitName: 'lá', unitNameEn: '' };
  const entry = (key: string, refusal: OutboxEntry['refusal']) => ({
    key,
    campaignId: CAMPAIGN,
    edit: { ...rename(''), key, ops: [one as unknown as Op] },
    at: 'now',
    state: refusal === null ? ('waiting' as const) : ('attention' as const),
    refusal,
    protocol: 2,
    lineage: 'past-1',
  });
  await device.store.forgetRows(null);
  await device.restart();
  device.replica.takePage({
    ...SNAPSHOT,
    tables: { assetType: { fields: Object.keys(row), rows: [Object.values(row)] } },
  } as unknown as SnapshotAnswer);
  const conflict = { op: 0, entity: 'assetType', id: TYPE, fields: ['nameEn', 'name'], current, by: 'An' };
  const refusal = { code: 'edit.conflict', params: {}, field: undefined, conflicts: [conflict] };
  const taken = device.replica.takeBack([entry('a', null), entry('b', refusal as never)]);
  expect(device.replica.visible.assetType.get(TYPE)?.name).toEqual({ vi: 'Băng rôn', en: 'Flag' });
  await taken;
  const [first, second] = device.replica.outbox;
  expect([first?.protocol, second?.protocol]).toEqual([PROTOCOL, PROTOCOL]);
  expect(second?.refusal?.conflicts).toEqual([
    {
      ...conflict,
      fields: ['name'],
      current: {
        id: TYPE,
        version: 6,
        name: { vi: 'Cờ', en: 'Banner' },
        unitName: { vi: 'lá', en: '' },
        notBefore: null,
        until: null,
        periodDays: null,
        goesWith: [],
      },
    },
  ]);
});

test('what stood against the name of a congress is shown beside its occasion, not beside the campaign’s own name', async () => {
  const current = {
    id: CAMPAIGN,
    version: 4,
    name: 'Đợt',
    congressName: 'Đại hội lần thứ XII',
    openingDay: '2020-10-27',
  };
  const fields = { congressName: 'Đại hội lần thứ XIII' };
  const op = { kind: 'set', entity: 'campaign', id: CAMPAIGN, version: 3, fields } as unknown as Op;
  const conflict = {
    op: 0,
    entity: 'campaign',
    id: CAMPAIGN,
    fields: ['congressName'],
    current,
    by: 'A',
  } as const;
  await device.store.enqueue({
    key: newId(),
    campaignId: CAMPAIGN,
    edit: { ...rename(''), ops: [op] },
    at: 'now',
    state: 'attention',
    refusal: {
      code: 'edit.conflict',
      params: {},
      field: undefined,
      conflicts: [{ ...conflict, fields: [...conflict.fields] }],
    },
    protocol: 5,
    lineage: 'past-1',
  } satisfies Omit<OutboxEntry, 'seq'>);
  await device.restart();
  expect(device.replica.outbox[0]).toMatchObject({
    edit: { ops: [{ entity: 'occasion', fields: { name: 'Đại hội lần thứ XIII' } }] },
    refusal: {
      conflicts: [{ entity: 'occasion', fields: ['name'], current: { name: 'Đại hội lần thứ XII' } }],
    },
  });
});

test('rows of before reports are asked for anew; what waits is read as today’s once they have come', async () => {
  const row = aPlacement({ id: newId(), state: 'ready' });
  const { id, version: _, ...fields } = row;
  const step = { kind: 'set', entity: 'placement', id, version: 3, fields: { state: 'installed' } };
  await device.store.enqueue({
    key: newId(),
    campaignId: CAMPAIGN,
    edit: { ...rename(''), ops: [step as unknown as Op] },
    at: '2020-10-14T20:00:00.000Z',
    state: 'waiting',
    refusal: null,
    protocol: 9,
    lineage: 'past-1',
  });
  const database = new Dexie(`cohoa-${device.person}`);
  await database.open();
  await database.table('cursors').toCollection().modify({ protocol: 9 });
  database.close();
  expect(await device.restart()).toBe(false);
  expect(device.replica.visible.placement.size).toBe(0);
  const campaign = { ...aCampaign({ timeZone: 'Asia/Ho_Chi_Minh' }), id: CAMPAIGN };
  const tables = { campaign: [campaign], placement: [{ ...fields, id, version: 3 }] };
  device.replica.takePage({
    ...SNAPSHOT,
    tables: Object.fromEntries(
      Object.entries(tables).map(([entity, rows]) => [
        entity,
        { fields: Object.keys(rows[0] as object), rows: rows.map((r) => Object.values(r)) },
      ]),
    ),
  } as unknown as SnapshotAnswer);
  const { report, placement } = device.replica.visible;
  // It was three in the morning of the next day there.
  expect([...report.values()]).toMatchObject([{ placementId: id, kind: 'installed', day: '2020-10-15' }]);
  expect(placement.get(id)?.state).toBe('ready');
  expect(stageOf(device.replica.visible, placement.get(id) as Placement)).toBe('installed');
});
