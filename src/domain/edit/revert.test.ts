import { expect, test } from 'vitest';
import type { AnyRow } from '../model/rows.ts';
import { aPlacement, aSlogan, idOf, idsOf } from '../testing.ts';
import type { RowLookup } from './edit.ts';
import { type PastOp, restoreOp, statesOf, takeBack } from './revert.ts';

const newId = idsOf('N');

const row = aPlacement({ note: 'B', from: 100 });
const lookup = (now: AnyRow | undefined) => (() => now) as RowLookup;
const set: PastOp = {
  kind: 'set',
  entity: 'placement',
  id: row.id,
  before: { note: 'A' },
  fields: { note: 'B' },
};

test('a change is taken back while it still stands', () => {
  expect(takeBack([set], 9, lookup(row), newId)).toEqual({
    ok: true,
    value: [{ kind: 'set', entity: 'placement', id: row.id, version: 1, fields: { note: 'A' } }],
  });
  const made: PastOp = { kind: 'create', entity: 'placement', id: row.id, before: {}, fields: { note: 'B' } };
  expect(takeBack([made], 9, lookup(row), newId)).toMatchObject({ ok: true, value: [{ kind: 'delete' }] });
  const gone: PastOp = { kind: 'delete', entity: 'placement', id: row.id, before: { note: 'A' }, fields: {} };
  expect(takeBack([gone], 9, lookup(undefined), newId)).toMatchObject({
    ok: true,
    value: [{ kind: 'create', fields: { note: 'A' } }],
  });
});

test('an approval that is taken up again has read what stood there then, and nothing later', () => {
  const slogan = aSlogan({ approved: false, text: 'Đã đổi sau đó', version: 12 });
  const withdrawn: PastOp = {
    kind: 'set',
    entity: 'slogan',
    id: slogan.id,
    before: { approved: true },
    fields: { approved: false },
  };
  expect(takeBack([withdrawn], 9, lookup(slogan), newId)).toMatchObject({
    value: [{ version: 9, fields: { approved: true } }],
  });
  // What says nothing of what was read goes on from the row as it is.
  const approving: PastOp = { ...withdrawn, before: { approved: false }, fields: { approved: true } };
  expect(takeBack([approving], 9, lookup({ ...slogan, approved: true }), newId)).toMatchObject({
    value: [{ version: 12, fields: { approved: false } }],
  });
});

test('it is refused whole when somebody went on from one of its rows', () => {
  const refused = { ok: false, reason: { code: 'undo.changed-since' } };
  expect(takeBack([set], 9, lookup({ ...row, note: 'C' }), newId)).toEqual(refused);
  expect(takeBack([set], 9, lookup(undefined), newId)).toEqual(refused);
  const other: PastOp = { ...set, id: idOf('P', 2) };
  const rows: RowLookup = ((_: string, id: string) =>
    id === row.id ? row : { ...row, note: 'C' }) as RowLookup;
  expect(takeBack([set, other], 9, rows, newId)).toEqual(refused);
});

test('a row is followed through its changes and made as it was after any of them', () => {
  const states = statesOf([
    { kind: 'create', entity: 'placement', id: row.id, before: {}, fields: { note: '', from: 0 } },
    { kind: 'set', entity: 'placement', id: row.id, before: { note: '' }, fields: { note: 'A' } },
    { kind: 'set', entity: 'placement', id: row.id, before: { from: 0 }, fields: { from: 100 } },
    { kind: 'delete', entity: 'placement', id: row.id, before: { note: 'A', from: 100 }, fields: {} },
  ]);
  expect(states).toEqual([{ note: '', from: 0 }, { note: 'A', from: 0 }, { note: 'A', from: 100 }, null]);
  expect(restoreOp('placement', row.id, { note: 'A', from: 0 }, row)).toMatchObject({
    ok: true,
    value: { kind: 'set', fields: { note: 'A', from: 0 } },
  });
  expect(restoreOp('placement', row.id, { note: 'A' }, undefined)).toMatchObject({
    value: { kind: 'create' },
  });
  expect(restoreOp('placement', row.id, { note: 'B' }, row)).toEqual({
    ok: false,
    reason: { code: 'restore.same' },
  });
});
