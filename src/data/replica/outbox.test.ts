import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../api/contract/newId.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import { sendMine, takeTheirs } from '../sync/attention.ts';
import type { OutboxEntry } from './deviceStore.ts';
import { change, full, rename, TestDevice, UNIT } from './testing.ts';

let device: TestDevice;

beforeEach(async () => {
  device = await TestDevice.withRows();
});

const REFUSAL = { code: 'edit.conflict', params: {}, field: undefined, conflicts: [] };

test('an edit shows before it is kept, and is kept before the promise is fulfilled', async () => {
  const kept = device.replica.enqueue(rename('Mới'), 'now');
  expect(device.shown?.name).toBe('Mới');
  await kept;
  await device.restart();
  expect(device.shown?.name).toBe('Mới');
  expect(device.replica.outbox).toHaveLength(1);
});

test('fifty edits survive a restart, in order', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, i) => device.replica.enqueue(rename(`tên ${i}`), 'now')));
  await device.restart();
  expect(
    device.replica.outbox.map((e) => (e.edit.ops[0] as { fields: { name: string } }).fields.name),
  ).toEqual(Array.from({ length: 50 }, (_, i) => `tên ${i}`));
  expect(device.shown?.name).toBe('tên 49');
});

test('an edit leaves the outbox when it comes back as a change, even if its answer was lost', async () => {
  const edit = rename('Mới');
  await device.replica.enqueue(edit, 'now');
  await device.replica.receive([change(6, { name: 'Mới' }, edit.key)]);
  expect(device.replica.outbox).toEqual([]);
  await device.restart();
  expect(device.replica.outbox).toEqual([]);
  expect(device.shown).toMatchObject({ name: 'Mới', version: 6 });
});

test('a refused edit is no longer shown; it stays until somebody decides, and what was typed since stays on the screen', async () => {
  const [first, second] = [rename('Bị từ chối'), rename('Sau đó')];
  const elsewhere: Edit = {
    ...rename(''),
    ops: [
      {
        kind: 'create',
        entity: 'unit',
        id: newId(),
        fields: {
          code: '',
          name: 'Khác',
          kind: 'xã',
          centre: null,
          parentId: null,
          boundary: null,
          contact: '',
          phone: '',
        },
      },
    ],
  };
  for (const edit of [first, second, elsewhere]) await device.replica.enqueue(edit, 'now');
  await device.replica.refuse(device.replica.outbox[0] as OutboxEntry, REFUSAL);
  expect(device.shown?.name).toBe('Sau đó');
  await device.restart();
  expect(device.replica.outbox.map((e) => e.state)).toEqual(['attention', 'held', 'waiting']);
  expect(device.replica.outbox[0]?.refusal?.code).toBe('edit.conflict');
  expect(device.shown?.name).toBe('Sau đó');
  await sendMine(device.replica, device.replica.outbox[0] as OutboxEntry, REFUSAL.conflicts);
  expect(device.replica.outbox.map((e) => e.state)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(device.replica.outbox[0]?.key).not.toBe(first.key);
  expect(device.shown?.name).toBe('Sau đó');
});

test('giving way takes the edit out and lets the others go on', async () => {
  await device.replica.enqueue(rename('Một'), 'now');
  await device.replica.enqueue(rename('Hai'), 'now');
  await device.replica.refuse(device.replica.outbox[0] as OutboxEntry, REFUSAL);
  await takeTheirs(device.replica, device.replica.outbox[0] as OutboxEntry);
  expect(device.replica.outbox.map((e) => e.state)).toEqual(['waiting']);
  expect(device.shown?.name).toBe('Hai');
});

test('a device that keeps nothing says so; the edit is shown, waits to be sent, and leaves when it came back', async () => {
  device.store.close();
  device.store.enqueue = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const edit = rename('Không lưu được');
  await device.replica.enqueue(edit, 'now');
  expect(device.failures).toHaveLength(1);
  expect(device.shown?.name).toBe('Không lưu được');
  expect(device.replica.outbox.map((e) => [e.key, e.state])).toEqual([[edit.key, 'waiting']]);
  await device.replica.receive([change(6, { name: 'Không lưu được' }, edit.key)]);
  expect(device.replica.outbox).toEqual([]);
  expect(device.shown).toMatchObject({ name: 'Không lưu được', version: 6 });
});

test('one person’s waiting edits are not another’s', async () => {
  await device.replica.enqueue(rename('Mới'), 'now');
  const other = await TestDevice.empty();
  expect(other.replica.outbox).toEqual([]);
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
  for (const edit of [rename('A'), both, other]) await device.replica.enqueue(edit, 'now');
  await device.replica.refuse(device.replica.outbox[0] as OutboxEntry, REFUSAL);
  expect(device.replica.outbox.map((e) => e.state)).toEqual(['attention', 'held', 'held']);
  await takeTheirs(device.replica, device.replica.outbox[0] as OutboxEntry);
  expect(device.replica.outbox.map((e) => e.state)).toEqual(['waiting', 'waiting']);
  await device.restart();
  expect(device.replica.outbox.map((e) => e.state)).toEqual(['waiting', 'waiting']);
});

test('edits made on rows of another past wait for the person', async () => {
  await device.replica.enqueue(rename('Trước khôi phục'), 'now');
  await device.replica.meetLineage('past-2');
  expect(device.replica.outbox.map((e) => [e.state, e.refusal?.code])).toEqual([
    ['attention', 'edit.other-past'],
  ]);
});

test('an edit that fits does not overtake one that did not, and both are stored once there is room', async () => {
  const enqueue = device.store.enqueue.bind(device.store);
  let room = false;
  device.store.enqueue = (entry) => (room || entry.edit.note.code === 'small' ? enqueue(entry) : full());
  const large = rename('Lớn');
  const small = { ...rename('Nhỏ'), note: { code: 'small' } };
  await Promise.all([device.replica.enqueue(large, 'now'), device.replica.enqueue(small, 'now')]);
  expect(device.replica.outbox.map((e) => e.key)).toEqual([large.key, small.key]);
  expect(device.replica.inMemory).toHaveLength(2);
  expect(device.shown?.name).toBe('Nhỏ');
  room = true;
  const third = rename('Ba');
  await device.replica.enqueue(third, 'now');
  expect(device.replica.inMemory).toEqual([]);
  await device.restart();
  expect(device.replica.outbox.map((e) => e.key)).toEqual([large.key, small.key, third.key]);
});

test('a refusal that the device cannot store steps aside all the same, and what is given up stays out', async () => {
  const [first, second] = [rename('Một'), { ...rename('Hai'), ops: [] }];
  for (const edit of [first, second]) await device.replica.enqueue(edit, 'now');
  device.store.setAttention = full;
  await device.replica.refuse(device.replica.outbox[0] as OutboxEntry, REFUSAL);
  expect(device.replica.outbox.map((e) => e.state)).toEqual(['attention', 'waiting']);
  device.store.drop = full;
  await takeTheirs(device.replica, device.replica.outbox[0] as OutboxEntry);
  expect(device.replica.outbox.map((e) => e.key)).toEqual([second.key]);
  await device.replica.reloadOutbox();
  expect(device.replica.outbox.map((e) => e.key)).toEqual([second.key]);
});
