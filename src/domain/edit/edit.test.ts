import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Unit } from '../model/entities/unit.ts';
import type { AnyRow } from '../model/rows.ts';
import { sameValue } from '../sameValue.ts';
import { idsOf } from '../testing.ts';
import { applyOp, inverseOps, type Op, type RowLookup, stillStands } from './edit.ts';

const newId = idsOf('N');

/** A tiny world of units: enough for the laws, which know no entity. */
class World {
  readonly rows: Map<string, AnyRow>;
  constructor(rows: readonly AnyRow[]) {
    this.rows = new Map(rows.map((r) => [r.id, r]));
  }
  readonly lookup = ((_, id) => this.rows.get(id)) as RowLookup;
  do(ops: readonly Op[]): void {
    for (const op of ops) {
      const done = applyOp(op, this.rows.get(op.id));
      if (!done.ok) throw new Error(done.reason.code);
      if (done.value === undefined) this.rows.delete(op.id);
      else this.rows.set(op.id, done.value);
    }
  }
  get content() {
    return [...this.rows.values()]
      .map(({ version: _, ...row }) => row)
      .sort((a, b) => a.id.localeCompare(b.id));
  }
}

const unit = (id: string, name: string): Unit => ({
  id,
  version: 3,
  code: '',
  name,
  kind: 'xã',
  centre: null,
  parentId: null,
  boundary: null,
  contact: '',
  phone: '',
});
const ids = ['a', 'b', 'c', 'd'];

const edits = fc
  .array(
    fc.tuple(
      fc.constantFrom('create', 'set', 'delete'),
      fc.constantFrom(...ids),
      fc.string({ maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => {
    // One op a row: an edit speaks of a row once.
    const seen = new Set<string>();
    const ops: Op[] = [];
    for (const [kind, id, name] of steps) {
      if (seen.has(id)) continue;
      seen.add(id);
      const exists = id === 'a' || id === 'b';
      if (!exists && kind !== 'delete')
        ops.push({
          kind: 'create',
          entity: 'unit',
          id,
          fields: {
            code: '',
            name,
            kind: 'xã',
            centre: null,
            parentId: null,
            boundary: null,
            contact: '',
            phone: '',
          },
        });
      if (exists && kind === 'set')
        ops.push({ kind: 'set', entity: 'unit', id, version: 3, fields: { name } });
      if (exists && kind === 'delete') ops.push({ kind: 'delete', entity: 'unit', id, version: 3 });
    }
    return ops;
  });

test('an edit and then its inverse is as if nothing had been', () => {
  fc.assert(
    fc.property(edits, (ops) => {
      const world = new World([unit('a', 'A'), unit('b', 'B')]);
      const before = world.content;
      const inverse = inverseOps(ops, world.lookup, newId);
      if (!inverse.ok) throw new Error(inverse.reason.code);
      world.do(ops);
      expect(stillStands(ops, world.lookup)).toBe(true);
      world.do(inverse.value);
      expect(world.content).toEqual(before);
    }),
  );
});

test('edits of different fields commute', () => {
  const name: Op = { kind: 'set', entity: 'unit', id: 'a', version: 3, fields: { name: 'X' } };
  const code: Op = { kind: 'set', entity: 'unit', id: 'a', version: 3, fields: { code: '02086' } };
  const [one, two] = [new World([unit('a', 'A')]), new World([unit('a', 'A')])];
  one.do([name, code]);
  two.do([code, name]);
  expect(one.content).toEqual(two.content);
});

test('an edit no longer stands when somebody went on from it', () => {
  const world = new World([unit('a', 'A')]);
  const ops: Op[] = [{ kind: 'set', entity: 'unit', id: 'a', version: 3, fields: { name: 'B' } }];
  world.do(ops);
  world.do([{ kind: 'set', entity: 'unit', id: 'a', version: 4, fields: { name: 'C' } }]);
  expect(stillStands(ops, world.lookup)).toBe(false);
});

test('values are compared by content, whatever the order of keys', () => {
  expect(sameValue({ a: [1, { b: 2 }], c: null }, { c: null, a: [1, { b: 2 }] })).toBe(true);
  expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(sameValue([1, 2], { 0: 1, 1: 2 })).toBe(false);
});
