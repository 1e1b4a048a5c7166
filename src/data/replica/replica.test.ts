import { beforeEach, expect, test } from 'vitest';
import type { ChangeAnswer } from '../../api/contract/answers.ts';
import { newId } from '../../api/contract/newId.ts';
import type { Id } from '../../domain/model/rows.ts';
import { Outdated } from './incoming.ts';
import type { Batch } from './replica.ts';
import { change, full, rename, TestDevice, UNIT } from './testing.ts';

let device: TestDevice;

beforeEach(async () => {
  device = await TestDevice.withRows();
});

test('a device that was never here has nothing; one that was, has the rows and the number', async () => {
  expect(await new TestDevice().replica.open()).toBe(false);
  expect(await device.restart()).toBe(true);
  expect(device.replica.number).toBe(5);
  expect(device.shown?.name).toBe('Nông Hạ');
});

test('a pulled change never covers a waiting edit, but shows beside it', async () => {
  await device.replica.enqueue(rename('Của tôi'), 'now');
  await device.replica.receive([change(6, { name: 'Của người khác', code: '1' })]);
  expect(device.shown).toMatchObject({ name: 'Của tôi', code: '1', version: 6 });
});

test('changes that are known already are passed over', async () => {
  await device.replica.receive([change(6, { name: 'A' })]);
  await device.replica.receive([change(6, { name: 'B' }), change(7, { code: '9' })]);
  expect(device.shown).toMatchObject({ name: 'A', code: '9', version: 7 });
});

test('a change of an entity that this page does not know asks for a reload, and the outbox stays', async () => {
  await device.replica.enqueue(rename('Của tôi'), 'now');
  const unknown = {
    ...change(6, {}),
    ops: [{ kind: 'create', entity: 'loudspeakerPlan', id: newId(), fields: {} }],
  };
  await expect(device.replica.receive([unknown as unknown as ChangeAnswer])).rejects.toThrow(Outdated);
  await device.restart();
  expect(device.replica.outbox).toHaveLength(1);
  expect(device.replica.number).toBe(5);
});

test('a batch that follows on is taken in; one behind a gap is not', async () => {
  const batch = (from: number, to: number, name: string): Batch => ({
    from,
    to,
    lineage: 'past-1',
    rows: [{ entity: 'unit', id: UNIT, row: { id: UNIT, version: to, name } as never }],
    keys: [],
  });
  expect(await device.replica.follow(batch(5, 7, 'bảy'))).toBe(true);
  expect([device.replica.number, device.shown?.name]).toEqual([7, 'bảy']);
  expect(await device.replica.follow(batch(9, 10, 'mười'))).toBe(false);
  expect([device.replica.number, device.shown?.name]).toEqual([7, 'bảy']);
  expect(await device.replica.follow({ ...batch(7, 8, 'khác'), lineage: 'past-2' })).toBe(false);
});

test('one change may do several things to one row', async () => {
  const one = newId();
  const unit = {
    code: '1',
    name: 'Mới',
    kind: 'xã',
    centre: null,
    parentId: null,
    boundary: null,
    contact: '',
    phone: '',
  };
  const set = (id: Id, fields: object) => ({ kind: 'set', entity: 'unit', id, fields }) as const;
  const ops = [
    { kind: 'create', entity: 'unit', id: one, fields: unit },
    set(UNIT, { name: 'Lần một', code: '7' }),
    set(one, { name: 'Mới hơn' }),
    set(UNIT, { name: 'Lần hai' }),
  ];
  await device.replica.receive([{ ...change(6, {}), ops } as ChangeAnswer]);
  const both = () =>
    [device.shown, device.replica.visible.unit.get(one)].map((u) => [u?.name, u?.code, u?.version]);
  expect(both()).toEqual([
    ['Lần hai', '7', 6],
    ['Mới hơn', '1', 6],
  ]);
  await device.restart();
  expect(both()).toEqual([
    ['Lần hai', '7', 6],
    ['Mới hơn', '1', 6],
  ]);
  const gone = { kind: 'delete', entity: 'unit', id: one, fields: {} } as const;
  await device.replica.receive([{ ...change(7, {}), ops: [set(one, { name: 'x' }), gone] } as ChangeAnswer]);
  expect([...device.replica.visible.unit.keys()]).toEqual([UNIT]);
});

test('changes that could not be stored leave no hole: what comes after them waits to be fetched again', async () => {
  const advance = device.store.advance.bind(device.store);
  device.store.advance = full;
  await device.replica.receive([change(6, { code: 'sáu' })]);
  device.store.advance = advance;
  await device.replica.receive([change(7, { name: 'Bảy' })]);
  expect(device.shown).toMatchObject({ code: 'sáu', name: 'Bảy' });
  await device.restart();
  expect(device.replica.number).toBe(5);
  expect(device.shown).toMatchObject({ code: '02107', name: 'Nông Hạ' });
});
