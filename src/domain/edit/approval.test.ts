import { expect, test } from 'vitest';
import { aPlacement, idsOf } from '../testing.ts';
import { stepFields, withApprovals } from './approval.ts';
import { inverseOps, type Op, type RowLookup } from './edit.ts';
import { mayDo } from './permissions.ts';
import { takeBack } from './revert.ts';

const newId = idsOf('N');

const submitted = aPlacement({ state: 'submitted' });
const approved = aPlacement({ state: 'approved', approvedQuantity: 82 });
const lookup = (row: typeof submitted) => (() => row) as RowLookup;
const set = (fields: object): Op =>
  ({ kind: 'set', entity: 'placement', id: submitted.id, version: 1, fields }) as Op;
const count = () => 82;

test('approving takes the quantity, going back drops it, other steps leave it alone', () => {
  expect(stepFields(submitted, 'approved', count)).toEqual({ state: 'approved', approvedQuantity: 82 });
  expect(stepFields(approved, 'draft', count)).toEqual({ state: 'draft', approvedQuantity: null });
  expect(stepFields(approved, 'in-production', count)).toEqual({ state: 'in-production' });
  const back = aPlacement({ state: 'in-production', approvedQuantity: 80 });
  expect(stepFields(back, 'approved', count)).toEqual({ state: 'approved' });
});

test('a button that only names the state gets the rest; what says a quantity keeps it', () => {
  const done = (op: Op, row = submitted) => withApprovals([op], lookup(row), count)[0];
  expect(done(set({ state: 'approved' }))).toEqual(set({ state: 'approved', approvedQuantity: 82 }));
  const said = set({ state: 'approved', approvedQuantity: 70 });
  expect(done(said)).toBe(said);
  const noted = set({ note: 'x' });
  expect(done(noted)).toBe(noted);
  const gone: Op = { kind: 'delete', entity: 'placement', id: submitted.id, version: 1 };
  expect(done(gone)).toBe(gone);
});

test('an approval is undone and redone with its quantity', () => {
  const leader = { campaignId: null, role: 'leader' as const, unitId: null };
  const step = set(stepFields(submitted, 'approved', count));
  const inverse = inverseOps([step], lookup(submitted), newId);
  expect(inverse).toEqual({ ok: true, value: [set({ state: 'submitted', approvedQuantity: null })] });
  if (inverse.ok)
    for (const op of inverse.value)
      expect(mayDo(leader, op, lookup(approved))).toEqual({ ok: true, value: true });
  expect(mayDo(leader, step, lookup(submitted)).ok).toBe(true);
});

test('a change of an earlier age is taken back whole', () => {
  const past = {
    kind: 'set' as const,
    entity: 'placement' as const,
    id: approved.id,
    before: { state: 'submitted' },
    fields: { state: 'approved' },
  };
  const back = takeBack([past], 9, lookup(approved), newId);
  if (!back.ok) throw new Error(back.reason.code);
  expect(withApprovals(back.value, lookup(approved), count)).toEqual([
    set({ state: 'submitted', approvedQuantity: null }),
  ]);
});
