import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { ChangeAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import { newId } from '../../api/contract/newId.ts';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import type { Id } from '../../domain/model/rows.ts';
import { giveWay, insist } from '../sync/attention.ts';
import { DeviceStore, type OutboxEntry } from './deviceStore.ts';
import { Replica } from './replica.ts';

const CAMPAIGN = newId();
const UNIT = newId();
let person: string;
let store: DeviceStore;
let replica: Replica;
let failures: unknown[] = [];
const failed = (error: unknown) => void failures.push(error);

const SNAPSHOT = {
  number: 5,
  tables: {
    unit: {
      fields: ['id', 'version', 'code', 'name', 'kind', 'centre'],
      rows: [[UNIT, 5, '02107', 'Nông Hạ', 'commune', null]],
    },
  },
} as unknown as SnapshotAnswer;

/** The same device, started again: nothing in memory survives. */
async function restart(): Promise<boolean> {
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
  await replica.take(SNAPSHOT);
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

test('a refused edit is no longer shown, but stays until somebody decides, with later ones of its rows behind it', async () => {
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
  expect(shown()?.name).toBe('Nông Hạ');
  await restart();
  expect(replica.outbox.map((e) => e.state)).toEqual(['attention', 'held', 'waiting']);
  expect(replica.outbox[0]?.refusal?.code).toBe('edit.conflict');
  await insist(replica, replica.outbox[0] as OutboxEntry);
  expect(replica.outbox.map((e) => e.state)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(replica.outbox[0]?.key).not.toBe(first.key);
  expect(shown()?.name).toBe('Sau đó');
});

test('giving way takes the edit out and lets the others go on', async () => {
  await replica.enqueue(rename('Một'), 'now');
  await replica.enqueue(rename('Hai'), 'now');
  await replica.refuse(replica.outbox[0] as OutboxEntry, REFUSAL);
  await giveWay(replica, replica.outbox[0] as OutboxEntry);
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
