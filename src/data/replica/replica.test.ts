import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ChangeAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import { newId } from '../../api/contract/newId.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import type { AnyRow, Id } from '../../domain/model/rows.ts';
import { sendMine, takeTheirs } from '../sync/attention.ts';
import { DeviceStore, type OutboxEntry } from './deviceStore.ts';
import { Outdated } from './incoming.ts';
import { type Batch, Replica } from './replica.ts';

const CAMPAIGN = newId();
const UNIT = newId();
let person: string;
let store: DeviceStore;
let replica: Replica;
let failures: unknown[] = [];
const failed = (error: unknown) => void failures.push(error);

const SNAPSHOT = {
  number: 5,
  lineage: 'past-1',
  next: null,
  tables: {
    unit: {
      fields: ['id', 'version', 'code', 'name', 'kind', 'centre'],
      rows: [[UNIT, 5, '02107', 'Nông Hạ', 'commune', null]],
    },
  },
} as unknown as SnapshotAnswer;

/** The same device, started again: nothing in memory survives. */
async function restart(): Promise<boolean> {
  await replica.stored;
  store.close();
  store = new DeviceStore(person);
  replica = new Replica(CAMPAIGN, store, () => {}, failed);
  return replica.open();
}

beforeEach(async () => {
  failures = [];
  person = newId();
  store = new DeviceStore(person);
  replica = new Replica(CAMPAIGN, store, () => {}, failed);
  await replica.open();
  replica.takePage(SNAPSHOT);
  await replica.stored;
});

function rename(name: string): Edit {
  const op: Op = { kind: 'set', entity: 'unit', id: UNIT, version: 5, fields: { name } };
  return { key: newId(), replica: 'r', campaignId: CAMPAIGN, note: { code: 'test' }, ops: [op] };
}

function change(number: number, fields: Record<string, unknown>, key: Id = newId()): ChangeAnswer {
  return {
    number,
    key,
    at: '',
    by: 'ai đó',
    note: { code: 'test' },
    ops: [{ kind: 'set', entity: 'unit', id: UNIT, fields }],
  };
}

const shown = () => replica.visible.unit.get(UNIT);

test('a device that was never here has nothing; one that was, has the rows and the number', async () => {
  const fresh = new Replica(CAMPAIGN, new DeviceStore(newId()), () => {}, failed);
  expect(await fresh.open()).toBe(false);
  expect(await restart()).toBe(true);
  expect(replica.number).toBe(5);
  expect(shown()?.name).toBe('Nông Hạ');
});

test('an edit shows before it is kept, and is kept before the promise is fulfilled', async () => {
  const kept = replica.enqueue(rename('Mới'), 'now');
  expect(shown()?.name).toBe('Mới');
  await kept;
  await restart();
  expect(shown()?.name).toBe('Mới');
  expect(replica.outbox).toHaveLength(1);
});

test('fifty edits survive a restart, in order', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, i) => replica.enqueue(rename(`tên ${i}`), 'now')));
  await restart();
  expect(replica.outbox.map((e) => (e.edit.ops[0] as { fields: { name: string } }).fields.name)).toEqual(
    Array.from({ length: 50 }, (_, i) => `tên ${i}`),
  );
  expect(shown()?.name).toBe('tên 49');
});

test('a pulled change never covers a waiting edit, but shows beside it', async () => {
  await replica.enqueue(rename('Của tôi'), 'now');
  await replica.receive([change(6, { name: 'Của người khác', code: '1' })]);
  expect(shown()).toMatchObject({ name: 'Của tôi', code: '1', version: 6 });
});

test('an edit leaves the outbox when it comes back as a change, even if its answer was lost', async () => {
  const edit = rename('Mới');
  await replica.enqueue(edit, 'now');
  await replica.receive([change(6, { name: 'Mới' }, edit.key)]);
  expect(replica.outbox).toEqual([]);
  await restart();
  expect(replica.outbox).toEqual([]);
  expect(shown()).toMatchObject({ name: 'Mới', version: 6 });
});

test('changes that are known already are passed over', async () => {
  await replica.receive([change(6, { name: 'A' })]);
  await replica.receive([change(6, { name: 'B' }), change(7, { code: '9' })]);
  expect(shown()).toMatchObject({ name: 'A', code: '9', version: 7 });
});

const REFUSAL = { code: 'edit.conflict', params: {}, field: undefined, conflicts: [] };

test('a refused edit is no longer shown; it stays until somebody decides, and what was typed since stays on the screen', async () => {
  const [first, second] = [rename('Bị từ chối'), rename('Sau đó')];
  const elsewhere: Edit = {
    ...rename(''),
    ops: [
      {
        kind: 'create',
        entity: 'unit',
        id: newId(),
        fields: { code: '', name: 'Khác', kind: 'commune', centre: null, parentId: null, boundary: null },
      },
    ],
  };
  for (const edit of [first, second, elsewhere]) await replica.enqueue(edit, 'now');
  await replica.refuse(replica.outbox[0] as OutboxEntry, REFUSAL);
  expect(shown()?.name).toBe('Sau đó');
  await restart();
  expect(replica.outbox.map((e) => e.state)).toEqual(['attention', 'held', 'waiting']);
  expect(replica.outbox[0]?.refusal?.code).toBe('edit.conflict');
  expect(shown()?.name).toBe('Sau đó');
  await sendMine(replica, replica.outbox[0] as OutboxEntry, REFUSAL.conflicts);
  expect(replica.outbox.map((e) => e.state)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(replica.outbox[0]?.key).not.toBe(first.key);
  expect(shown()?.name).toBe('Sau đó');
});

test('giving way takes the edit out and lets the others go on', async () => {
  await replica.enqueue(rename('Một'), 'now');
  await replica.enqueue(rename('Hai'), 'now');
  await replica.refuse(replica.outbox[0] as OutboxEntry, REFUSAL);
  await takeTheirs(replica, replica.outbox[0] as OutboxEntry);
  expect(replica.outbox.map((e) => e.state)).toEqual(['waiting']);
  expect(shown()?.name).toBe('Hai');
});

test('a device that keeps nothing says so; the edit is shown, waits to be sent, and leaves when it came back', async () => {
  store.close();
  store.enqueue = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const edit = rename('Không lưu được');
  await replica.enqueue(edit, 'now');
  expect(failures).toHaveLength(1);
  expect(shown()?.name).toBe('Không lưu được');
  expect(replica.outbox.map((e) => [e.key, e.state])).toEqual([[edit.key, 'waiting']]);
  await replica.receive([change(6, { name: 'Không lưu được' }, edit.key)]);
  expect(replica.outbox).toEqual([]);
  expect(shown()).toMatchObject({ name: 'Không lưu được', version: 6 });
});

test('one person’s waiting edits are not another’s', async () => {
  await replica.enqueue(rename('Mới'), 'now');
  const other = new Replica(CAMPAIGN, new DeviceStore(newId()), () => {}, failed);
  await other.open();
  expect(other.outbox).toEqual([]);
});

test('what waits behind a refused edit goes on when that is decided, however the two are linked', async () => {
  const second = newId();
  const both: Edit = {
    ...rename('Cả hai'),
    ops: [
      { kind: 'set', entity: 'unit', id: UNIT, version: 5, fields: { name: 'Cả hai' } },
      { kind: 'set', entity: 'unit', id: second, version: 5, fields: { name: 'Cả hai' } },
    ],
  };
  const other: Edit = {
    ...rename('C'),
    ops: [{ kind: 'set', entity: 'unit', id: second, version: 5, fields: { name: 'C' } }],
  };
  for (const edit of [rename('A'), both, other]) await replica.enqueue(edit, 'now');
  await replica.refuse(replica.outbox[0] as OutboxEntry, REFUSAL);
  expect(replica.outbox.map((e) => e.state)).toEqual(['attention', 'held', 'held']);
  await takeTheirs(replica, replica.outbox[0] as OutboxEntry);
  expect(replica.outbox.map((e) => e.state)).toEqual(['waiting', 'waiting']);
  await restart();
  expect(replica.outbox.map((e) => e.state)).toEqual(['waiting', 'waiting']);
});

test('a change of an entity that this page does not know asks for a reload, and the outbox stays', async () => {
  await replica.enqueue(rename('Của tôi'), 'now');
  const unknown = {
    ...change(6, {}),
    ops: [{ kind: 'create', entity: 'loudspeakerPlan', id: newId(), fields: {} }],
  };
  await expect(replica.receive([unknown as unknown as ChangeAnswer])).rejects.toThrow(Outdated);
  await restart();
  expect(replica.outbox).toHaveLength(1);
  expect(replica.number).toBe(5);
});

test('a batch that follows on is taken in; one behind a gap is not', async () => {
  const batch = (from: number, to: number, name: string): Batch => ({
    from,
    to,
    lineage: 'past-1',
    rows: [{ entity: 'unit', id: UNIT, row: { id: UNIT, version: to, name } as never }],
    keys: [],
  });
  expect(await replica.follow(batch(5, 7, 'bảy'))).toBe(true);
  expect([replica.number, shown()?.name]).toEqual([7, 'bảy']);
  expect(await replica.follow(batch(9, 10, 'mười'))).toBe(false);
  expect([replica.number, shown()?.name]).toEqual([7, 'bảy']);
  expect(await replica.follow({ ...batch(7, 8, 'khác'), lineage: 'past-2' })).toBe(false);
});

test('edits made on rows of another past wait for the person', async () => {
  await replica.enqueue(rename('Trước khôi phục'), 'now');
  await replica.meetLineage('past-2');
  expect(replica.outbox.map((e) => [e.state, e.refusal?.code])).toEqual([['attention', 'edit.other-past']]);
});

test('a snapshot comes in pages; one that breaks off goes on where it was, also after a restart', async () => {
  person = newId();
  store = new DeviceStore(person);
  const fresh = new Replica(CAMPAIGN, store, () => {}, failed);
  const page = (id: Id, number: number, next: string | null) =>
    ({
      number,
      lineage: 'past-1',
      next,
      tables: { unit: { fields: ['id', 'version', 'name'], rows: [[id, 1, `tên ${number}`]] } },
    }) as unknown as SnapshotAnswer;
  const [one, two] = [newId(), newId()];
  await fresh.open();
  expect(fresh.takePage(page(one, 5, 'trang 2'))).toBe(false);
  expect(fresh.ready).toBe(false);
  replica = fresh;
  expect(await restart()).toBe(false);
  expect(replica.loadingAt).toMatchObject({ after: 'trang 2', lineage: 'past-1' });
  expect(replica.takePage(page(two, 8, null))).toBe(true);
  // The first page is of change 5 and the second of 8: only then are they rows of one moment.
  expect([replica.number, replica.ready]).toEqual([5, false]);
  await replica.receive([change(6, { name: 'x' }), change(8, { name: 'y' })]);
  expect(replica.ready).toBe(true);
  expect([...replica.visible.unit.keys()].sort()).toEqual([one, two, UNIT].sort());
  expect(await restart()).toBe(true);
  expect(replica.number).toBe(8);
  expect([...replica.visible.unit.keys()].sort()).toEqual([one, two, UNIT].sort());
});

test('one change may do several things to one row', async () => {
  const one = newId();
  const unit = { code: '1', name: 'Mới', kind: 'commune', centre: null, parentId: null, boundary: null };
  const set = (id: Id, fields: object) => ({ kind: 'set', entity: 'unit', id, fields }) as const;
  const ops = [
    { kind: 'create', entity: 'unit', id: one, fields: unit },
    set(UNIT, { name: 'Lần một', code: '7' }),
    set(one, { name: 'Mới hơn' }),
    set(UNIT, { name: 'Lần hai' }),
  ];
  await replica.receive([{ ...change(6, {}), ops } as ChangeAnswer]);
  const both = () => [shown(), replica.visible.unit.get(one)].map((u) => [u?.name, u?.code, u?.version]);
  expect(both()).toEqual([
    ['Lần hai', '7', 6],
    ['Mới hơn', '1', 6],
  ]);
  await restart();
  expect(both()).toEqual([
    ['Lần hai', '7', 6],
    ['Mới hơn', '1', 6],
  ]);
  const gone = { kind: 'delete', entity: 'unit', id: one, fields: {} } as const;
  await replica.receive([{ ...change(7, {}), ops: [set(one, { name: 'x' }), gone] } as ChangeAnswer]);
  expect([...replica.visible.unit.keys()]).toEqual([UNIT]);
});

test('rows of several moments are not shown as one after a restart, nor told to other tabs as a batch', async () => {
  person = newId();
  store = new DeviceStore(person);
  replica = new Replica(CAMPAIGN, store, () => {}, failed);
  await replica.open();
  const page = (id: Id, number: number, next: string | null) =>
    ({
      number,
      lineage: 'past-1',
      next,
      tables: { unit: { fields: ['id', 'version', 'name'], rows: [[id, number, 'x']] } },
    }) as unknown as SnapshotAnswer;
  replica.takePage(page(newId(), 5, 'trang 2'));
  expect(replica.takePage(page(UNIT, 8, null))).toBe(true);
  expect(await restart()).toBe(true);
  expect([replica.number, replica.ready]).toEqual([5, false]);
  // A tab that stands at 6 would never learn of 7, which no change of this batch tells: the page had it.
  expect(await replica.receive([change(6, { name: 'cũ' })])).toEqual({
    kind: 'at',
    number: 6,
    lineage: 'past-1',
  });
  await replica.receive([change(7, { name: 'cũ' }), change(8, { name: 'x' })]);
  expect([replica.ready, shown()?.name, shown()?.version]).toEqual([true, 'x', 8]);
  expect(await replica.receive([change(9, { name: 'số 9' })])).toMatchObject({
    kind: 'batch',
    batch: { from: 8, to: 9, rows: [{ id: UNIT, row: { name: 'số 9' } }] },
  });
  await restart();
  expect([replica.number, replica.ready]).toEqual([9, true]);
});

test('an edit does not wait for thousands of received rows to be stored', async () => {
  const writes = Array.from({ length: 6000 }, () => {
    const id = newId();
    return { entity: 'unit', id, row: { id, version: 6, name: 'x' } as unknown as AnyRow } as const;
  });
  const order: string[] = [];
  const rows = store.advance(CAMPAIGN, { from: 5, to: 6 }, writes, []).then(() => order.push('rows'));
  // When the rows have begun.
  await store.cursor(CAMPAIGN).then(() => new Promise((r) => setTimeout(r, 1)));
  expect(order).toEqual([]);
  await replica.enqueue(rename('Giữa chừng'), 'now').then(() => order.push('edit'));
  await rows;
  expect(order).toEqual(['edit', 'rows']);
});

test('changes that a later page of the snapshot already has are not written again, also where a row came back', async () => {
  person = newId();
  store = new DeviceStore(person);
  replica = new Replica(CAMPAIGN, store, () => {}, failed);
  await replica.open();
  const rows = [
    [UNIT, 7, 'như ở số 7'],
    [newId(), 5, 'như ở số 5'],
  ];
  const tables = { unit: { fields: ['id', 'version', 'name'], rows } };
  const whole = { number: 5, lineage: 'past-1', next: null, tables } as unknown as SnapshotAnswer;
  expect(replica.takePage(whole)).toBe(true);
  const advance = vi.spyOn(store, 'advance');
  const gone = {
    ...change(6, {}),
    ops: [{ kind: 'delete', entity: 'unit', id: UNIT, fields: {} }],
  } as ChangeAnswer;
  await replica.receive([gone, change(7, { name: 'như ở số 7' })]);
  expect(advance.mock.calls.map(([, , writes]) => writes)).toEqual([[]]);
  expect([replica.number, shown()?.name]).toEqual([7, 'như ở số 7']);
  await replica.receive([change(8, { name: 'số 8' })]);
  expect([replica.number, shown()?.name]).toEqual([8, 'số 8']);
  await restart();
  expect([replica.number, shown()?.name]).toEqual([8, 'số 8']);
});

test('leaving takes the rows off the device and keeps what was not sent', async () => {
  await replica.enqueue(rename('Chưa gửi'), 'now');
  await store.forgetRows(null);
  expect(await restart()).toBe(false);
  expect(replica.visible.unit.size).toBe(0);
  expect(replica.outbox).toHaveLength(1);
});

test('the steps that can be undone survive a restart, in order, a hundred of them', async () => {
  const step = (n: number) => ({ key: `k${n}`, note: { code: 'test' }, ops: [], inverse: [] });
  for (let n = 0; n < 105; n++) await store.moveStep(CAMPAIGN, step(n), 'undo', 'redo');
  await store.moveStep(CAMPAIGN, step(104), 'redo');
  await restart();
  const steps = await store.steps(CAMPAIGN);
  expect([steps.undo.length, steps.undo[0]?.key, steps.undo.at(-1)?.key]).toEqual([99, 'k5', 'k103']);
  expect(steps.redo.map((s) => s.key)).toEqual(['k104']);
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
  await store.forgetRows(null);
  await store.enqueue(entry({ nameEn: 'Banner' }));
  await store.enqueue(entry({ name: 'Băng rôn', unitNameEn: 'pieces' }));
  expect(await restart()).toBe(false);
  // Without rows nothing can be said of the other name: such an edit goes as it is.
  expect(replica.outbox.map((e) => [e.protocol, e.edit.ops])).toEqual([
    [2, [op({ nameEn: 'Banner' })]],
    [2, [op({ name: 'Băng rôn', unitNameEn: 'pieces' })]],
  ]);
  replica.takePage({
    ...SNAPSHOT,
    tables: { assetType: { fields: Object.keys(row), rows: [Object.values(row)] } },
  } as unknown as SnapshotAnswer);
  expect(replica.outbox.map((e) => [e.protocol, e.edit.ops])).toEqual([
    [PROTOCOL, [op({ name: { vi: 'Cờ', en: 'Banner' } })]],
    [PROTOCOL, [op({ name: { vi: 'Băng rôn', en: 'Banner' }, unitName: { vi: 'lá', en: 'pieces' } })]],
  ]);
  expect(replica.visible.assetType.get(TYPE)?.name).toEqual({ vi: 'Băng rôn', en: 'Banner' });
});

test('a step back of an earlier page says so: it is read when it is taken back', async () => {
  const step = { key: 'k', note: { code: 'test' }, ops: [], inverse: [] };
  await store.moveStep(CAMPAIGN, step, 'undo');
  expect((await store.steps(CAMPAIGN)).undo).toEqual([step]);
  // As one of the second protocol was stored.
  const device = new Dexie(`cohoa-${person}`);
  await device.open();
  await device.table('undo').toCollection().modify({ protocol: undefined });
  device.close();
  expect((await store.steps(CAMPAIGN)).undo).toEqual([{ ...step, protocol: 2 }]);
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
  await store.forgetRows(null);
  await restart();
  replica.takePage({
    ...SNAPSHOT,
    tables: { assetType: { fields: Object.keys(row), rows: [Object.values(row)] } },
  } as unknown as SnapshotAnswer);
  const conflict = { op: 0, entity: 'assetType', id: TYPE, fields: ['nameEn', 'name'], current, by: 'An' };
  const refusal = { code: 'edit.conflict', params: {}, field: undefined, conflicts: [conflict] };
  const taken = replica.takeBack([entry('a', null), entry('b', refusal as never)]);
  expect(replica.visible.assetType.get(TYPE)?.name).toEqual({ vi: 'Băng rôn', en: 'Flag' });
  await taken;
  const [first, second] = replica.outbox;
  expect([first?.protocol, second?.protocol]).toEqual([PROTOCOL, PROTOCOL]);
  expect(second?.refusal?.conflicts).toEqual([
    {
      ...conflict,
      fields: ['name'],
      current: { id: TYPE, version: 6, name: { vi: 'Cờ', en: 'Banner' }, unitName: { vi: 'lá', en: '' } },
    },
  ]);
});

const full = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));

test('an edit that fits does not overtake one that did not, and both are stored once there is room', async () => {
  const enqueue = store.enqueue.bind(store);
  let room = false;
  store.enqueue = (entry) => (room || entry.edit.note.code === 'small' ? enqueue(entry) : full());
  const large = rename('Lớn');
  const small = { ...rename('Nhỏ'), note: { code: 'small' } };
  await Promise.all([replica.enqueue(large, 'now'), replica.enqueue(small, 'now')]);
  expect(replica.outbox.map((e) => e.key)).toEqual([large.key, small.key]);
  expect(replica.inMemory).toHaveLength(2);
  expect(shown()?.name).toBe('Nhỏ');
  room = true;
  const third = rename('Ba');
  await replica.enqueue(third, 'now');
  expect(replica.inMemory).toEqual([]);
  await restart();
  expect(replica.outbox.map((e) => e.key)).toEqual([large.key, small.key, third.key]);
});

test('changes that could not be stored leave no hole: what comes after them waits to be fetched again', async () => {
  const advance = store.advance.bind(store);
  store.advance = full;
  await replica.receive([change(6, { code: 'sáu' })]);
  store.advance = advance;
  await replica.receive([change(7, { name: 'Bảy' })]);
  expect(shown()).toMatchObject({ code: 'sáu', name: 'Bảy' });
  await restart();
  expect(replica.number).toBe(5);
  expect(shown()).toMatchObject({ code: '02107', name: 'Nông Hạ' });
});

test('of a snapshot with a page that could not be stored the device says nothing', async () => {
  replica.takePage({ ...SNAPSHOT, number: 9, next: 'a' });
  await replica.stored;
  const addPage = store.addPage.bind(store);
  store.addPage = full;
  replica.takePage({ ...SNAPSHOT, number: 9, next: 'b' });
  await replica.stored;
  store.addPage = addPage;
  replica.takePage({ ...SNAPSHOT, number: 9 });
  await replica.stored;
  expect(replica.number).toBe(9);
  expect(await restart()).toBe(false);
  expect(replica.loadingAt?.after).toBe('a');
});

test('a refusal that the device cannot store steps aside all the same, and what is given up stays out', async () => {
  const [first, second] = [rename('Một'), { ...rename('Hai'), ops: [] }];
  for (const edit of [first, second]) await replica.enqueue(edit, 'now');
  store.setAttention = full;
  await replica.refuse(replica.outbox[0] as OutboxEntry, REFUSAL);
  expect(replica.outbox.map((e) => e.state)).toEqual(['attention', 'waiting']);
  store.drop = full;
  await takeTheirs(replica, replica.outbox[0] as OutboxEntry);
  expect(replica.outbox.map((e) => e.key)).toEqual([second.key]);
  await replica.reloadOutbox();
  expect(replica.outbox.map((e) => e.key)).toEqual([second.key]);
});
