import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import type { OutboxEntry } from './deviceStore.ts';
import { withHeld } from './held.ts';

const refusal = { code: 'edit.conflict', params: {}, field: undefined, conflicts: [] };

function entry(seq: number, rows: readonly string[], refused: boolean): OutboxEntry {
  const ops = rows.map((id): Op => ({ kind: 'set', entity: 'unit', id, version: 1, fields: { name: 'x' } }));
  const edit: Edit = { key: `k${seq}`, replica: 'r', campaignId: 'c', note: { code: 'test' }, ops };
  const state = refused ? 'attention' : 'waiting';
  return {
    seq,
    key: edit.key,
    campaignId: 'c',
    edit,
    at: '',
    state,
    refusal: refused ? refusal : null,
    protocol: 2,
    lineage: '',
  };
}

const outboxes = fc
  .array(fc.tuple(fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }), fc.boolean()), { maxLength: 12 })
  .map((list) => list.map(([rows, refused], i) => entry(i + 1, rows, refused)));

test('held is exactly what shares a row with an earlier refused or held edit', () => {
  fc.assert(
    fc.property(outboxes, (outbox) => {
      const states = withHeld(outbox);
      states.forEach((e, i) => {
        const before = states.slice(0, i).filter((x) => x.state !== 'waiting');
        const shares = before.some((x) => x.edit.ops.some((o) => e.edit.ops.some((p) => p.id === o.id)));
        expect(e.state).toBe(outbox[i]?.state === 'attention' ? 'attention' : shares ? 'held' : 'waiting');
      });
    }),
  );
});

test('whatever is decided in whatever order, nothing stays held once nothing is refused', () => {
  fc.assert(
    fc.property(outboxes, fc.array(fc.nat(11)), (outbox, order) => {
      let rest = withHeld(outbox);
      for (const n of order) rest = withHeld(rest.filter((e) => e.state !== 'attention' || e.seq !== n));
      rest = withHeld(
        rest.filter((e) => e.state !== 'attention').map((e) => ({ ...e, state: 'waiting' as const })),
      );
      expect(rest.every((e) => e.state === 'waiting')).toBe(true);
    }),
  );
});

test('what refers to a row that a refused edit was to create waits behind it', () => {
  const create: Op = {
    kind: 'create',
    entity: 'road',
    id: 'road',
    fields: { code: 'QL.3' } as never,
  };
  const placed: Op = { kind: 'create', entity: 'placement', id: 'p', fields: { roadId: 'road' } as never };
  const first = { ...entry(1, ['a'], true), edit: { ...entry(1, ['a'], true).edit, ops: [create] } };
  const second = { ...entry(2, ['b'], false), edit: { ...entry(2, ['b'], false).edit, ops: [placed] } };
  expect(withHeld([first, second]).map((e) => e.state)).toEqual(['attention', 'held']);
});
