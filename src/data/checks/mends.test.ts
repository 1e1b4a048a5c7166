/** What «mend all» says that is lost is what is then gone, in the demonstration with all of the rules. */
import { beforeAll, expect, test } from 'vitest';
import { demoTables } from '../../../tests/support/paper.ts';
import { PlanChecker } from '../../domain/checks/checker.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import {
  fixAsDone,
  hasMend,
  type Mend,
  mendsOf,
  opsOfMends,
  stillMeant,
  sumOf,
} from '../../domain/checks/mends.ts';
import { foldOps, rowIn, withRows } from '../../domain/edit/tables.ts';
import type { Acceptance } from '../../domain/model/entities/acceptance.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { quantityIn } from '../../domain/plan/amounts.ts';
import { neededIn } from '../../domain/plan/needed.ts';
import { ALL_RULES } from './allRules.ts';

let tables: Tables;
let findings: readonly Finding[];
let mends: readonly Mend[];

beforeAll(() => {
  tables = demoTables();
  findings = new PlanChecker(ALL_RULES, tables, '2020-10-15').findings;
  mends = mendsOf(tables, findings, () => true);
});

/** The plan with the fixes made, one after the other. */
function mended(made: readonly Mend[]): Tables {
  return made
    .flatMap((mend) => mend.fix.ops)
    .reduce(
      (now, op) => withRows(now, [{ entity: op.entity, id: op.id, row: foldOps(rowIn(now, op), [op]) }]),
      tables,
    );
}

const pieces = (of: Tables) => [...of.placement.values()].reduce((sum, p) => sum + quantityIn(of, p), 0);

test('the sum of what is lost and added is the difference of the plan, of all and of some', () => {
  expect(mends.length).toBeGreaterThan(5);
  const some = mends.filter((_, i) => i % 2 === 0);
  for (const made of [mends, some]) {
    const { lost, added } = sumOf(made);
    expect(lost).toBeGreaterThan(0);
    expect(pieces(mended(made))).toBe(pieces(tables) - lost + added);
  }
});

test('each line’s own figures are the plan’s', () => {
  for (const mend of mends) {
    const then = pieces(mended([mend]));
    expect(then - pieces(tables), mend.finding.key).toBe(mend.after - mend.before);
  }
});

test('what is ordered is what is short once everything else is mended, not before', () => {
  const then = opsOfMends(tables, mends).reduce(
    (now, op) => withRows(now, [{ entity: op.entity, id: op.id, row: foldOps(rowIn(now, op), [op]) }]),
    tables,
  );
  const orders = mends.flatMap((mend) => mend.fix.ops).filter((op) => op.entity === 'assetType');
  for (const { id } of orders) {
    const [before, after] = [tables.assetType.get(id), then.assetType.get(id)];
    if (before === undefined || after === undefined) throw new Error('the type is there');
    const short = neededIn(then, id) - before.inStock;
    expect(after.ordered, id).toBe(Math.max(before.ordered, short));
  }
  // What is not short any more is not written at all.
  for (const op of opsOfMends(tables, mends))
    if (op.kind === 'set' && op.entity === 'assetType')
      expect(op.fields.ordered).toBeGreaterThan(tables.assetType.get(op.id)?.ordered ?? 0);
  expect(orders.length).toBeGreaterThan(0);
  // And so it is said, whatever else is ticked.
  for (const made of [mends, mends.filter((mend) => mend.fix.code === 'order')]) {
    const done = opsOfMends(tables, made);
    for (const mend of made) {
      const [op] = mend.fix.ops;
      const fix = fixAsDone(mend, tables, done);
      if (op?.entity !== 'assetType') expect(fix).toBe(mend.fix);
      else {
        const written = done.find((o) => o.id === op.id);
        const before = tables.assetType.get(op.id)?.ordered ?? 0;
        const after =
          written?.kind === 'set' && written.entity === 'assetType' ? written.fields.ordered : before;
        expect(fix.params?.count).toBe((after ?? 0) - before);
      }
    }
  }
});

test('no row is changed by two, nothing is deleted, and what was accepted or may not be made is left out', () => {
  const ids = mends.flatMap((mend) => [...new Set(mend.fix.ops.map((op) => op.id))]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(mends.flatMap((mend) => mend.fix.ops).filter((op) => op.kind === 'delete')).toEqual([]);
  const [first] = mends;
  const acceptance = { id: 'a', finding: first?.finding.key } as Acceptance;
  const accepted = withRows(tables, [{ entity: 'acceptance', id: 'a', row: acceptance }]);
  const left = mendsOf(accepted, findings, () => true);
  expect(left.some((mend) => mend.finding.key === first?.finding.key)).toBe(false);
  expect(mendsOf(tables, findings, () => false)).toEqual([]);
  expect([() => true, () => false].map((may) => hasMend(tables, findings, may))).toEqual([true, false]);
});

test('what was shown is done only while it would still do the same; on another version of the row it does', () => {
  const again = (change: (mend: Mend) => Mend) => mends.map((mend, i) => (i === 0 ? change(mend) : mend));
  const [first] = mends;
  if (first === undefined) throw new Error('nothing to mend');
  const later = again((mend) => ({
    ...mend,
    fix: { ...mend.fix, ops: mend.fix.ops.map((op) => (op.kind === 'create' ? op : { ...op, version: 99 })) },
  }));
  // It goes on from the rows as they are by now.
  expect(stillMeant([first], later)).toEqual([later[0]]);
  expect(stillMeant([first], mends.slice(1))).toBeNull();
  const others: ((mend: Mend) => Mend)[] = [
    (mend) => ({ ...mend, before: mend.before + 1 }),
    (mend) => ({ ...mend, finding: { ...mend.finding, params: { day: 'another' } } }),
    // A slogan’s text, an order: the pieces are the same, and what is written is not.
    (mend) => ({
      ...mend,
      fix: {
        ...mend.fix,
        ops: mend.fix.ops.map((op) =>
          op.kind === 'set' ? ({ ...op, fields: { note: 'x' } } as typeof op) : op,
        ),
      },
    }),
  ];
  for (const change of others) expect(stillMeant([first], again(change))).toBeNull();
});
