/** All findings that mend themselves, each with what of the plan is more or less by it: seen before it is done. */
import type { Op } from '../edit/edit.ts';
import { foldOps } from '../edit/tables.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Id, Tables } from '../model/rows.ts';
import { quantityIn } from '../plan/amounts.ts';
import { sameValue } from '../sameValue.ts';
import type { Finding, Fix } from './finding.ts';

export interface Mend {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Pieces of the placements that the fix touches, as they are and as they would be. */
  readonly before: number;
  readonly after: number;
  /** The difference by type: what need not be ordered, or must be besides. */
  readonly byType: ReadonlyMap<Id, number>;
}

/**
 * The fixes of findings that nobody accepted and that `may` be made: one a row, so that each says what it does whatever
 * else is done (what two would both change waits for the next time). What would delete a row is decided one by one.
 */
export function mendsOf(
  tables: Tables,
  findings: Iterable<Finding>,
  may: (ops: readonly Op[]) => boolean,
): Mend[] {
  return [...mendable(tables, findings, may)].map(({ finding, fix }) => ({
    finding,
    fix,
    ...amountsOf(tables, fix.ops),
  }));
}

/** Whether there is any: asked often, and answered by the first. */
export function hasMend(
  tables: Tables,
  findings: Iterable<Finding>,
  may: (ops: readonly Op[]) => boolean,
): boolean {
  return mendable(tables, findings, may).next().done !== true;
}

function* mendable(
  tables: Tables,
  findings: Iterable<Finding>,
  may: (ops: readonly Op[]) => boolean,
): Generator<Pick<Mend, 'finding' | 'fix'>, undefined> {
  const accepted = new Set([...tables.acceptance.values()].map((a) => a.finding));
  const touched = new Set<string>();
  for (const finding of findings) {
    const { fix, key } = finding;
    if (fix === null || accepted.has(key) || fix.ops.some((op) => op.kind === 'delete')) continue;
    const rows = fix.ops.map((op) => `${op.entity}:${op.id}`);
    if (rows.some((row) => touched.has(row)) || !may(fix.ops)) continue;
    for (const row of rows) touched.add(row);
    yield { finding, fix };
  }
}

function amountsOf(tables: Tables, ops: readonly Op[]): Pick<Mend, 'before' | 'after' | 'byType'> {
  let [before, after] = [0, 0];
  const byType = new Map<Id, number>();
  const byRow = Map.groupBy(
    ops.filter((op) => op.entity === 'placement'),
    (op) => op.id,
  );
  for (const [id, own] of byRow) {
    const row = tables.placement.get(id);
    const then = foldOps(row, own) as Placement | undefined;
    const [was, is] = [row, then].map((p) => (p === undefined ? 0 : quantityIn(tables, p))) as [
      number,
      number,
    ];
    before += was;
    after += is;
    if (row !== undefined) byType.set(row.assetTypeId, (byType.get(row.assetTypeId) ?? 0) - was);
    if (then !== undefined) byType.set(then.assetTypeId, (byType.get(then.assetTypeId) ?? 0) + is);
  }
  return { before, after, byType };
}

/** The same mends as they are by now; null where one of them would no longer do what was shown. */
export function stillMeant(shown: readonly Mend[], now: readonly Mend[]): readonly Mend[] | null {
  const byKey = new Map(now.map((mend) => [mend.finding.key, mend]));
  const same = shown.flatMap((mend) => {
    const by = byKey.get(mend.finding.key);
    return by !== undefined && sameValue(shownOf(mend), shownOf(by)) ? [by] : [];
  });
  return same.length === shown.length ? same : null;
}

/** All that a person is shown of a mend, and all that it writes; which version of a row it goes on from is not his affair. */
function shownOf({ finding, fix, before, after }: Mend) {
  const ops = fix.ops.map((op) => (op.kind === 'create' ? op : { ...op, version: 0 }));
  return { params: finding.params, fix: { ...fix, ops }, before, after };
}

/** The edit that several come to: nothing is ordered that the others take out of the plan. */
export function opsOfMends(tables: Tables, mends: readonly Mend[]): Op[] {
  const more = new Map<Id, number>();
  for (const { byType } of mends)
    for (const [id, pieces] of byType) more.set(id, (more.get(id) ?? 0) + pieces);
  return mends.flatMap(({ fix }) =>
    fix.ops.flatMap((op): Op[] => {
      if (op.kind !== 'set' || op.entity !== 'assetType' || op.fields.ordered === undefined) return [op];
      const known = tables.assetType.get(op.id)?.ordered ?? 0;
      const ordered = Math.max(known, op.fields.ordered + (more.get(op.id) ?? 0));
      // The others have taken out what was short.
      return ordered === known ? [] : [{ ...op, fields: { ...op.fields, ordered } }];
    }),
  );
}

/** What a mend says of itself, once it is known what else is made with it: an order shrinks by what the others take out. */
export function fixAsDone({ fix }: Mend, tables: Tables, done: readonly Op[]): Fix {
  const [op] = fix.ops;
  if (op?.kind !== 'set' || op.entity !== 'assetType' || op.fields.ordered === undefined) return fix;
  const made = done.find((o) => o.entity === 'assetType' && o.id === op.id);
  const known = tables.assetType.get(op.id)?.ordered ?? 0;
  const ordered = made?.kind === 'set' && made.entity === 'assetType' ? made.fields.ordered : undefined;
  const count = (ordered ?? known) - known;
  return { ...fix, params: { ...fix.params, count } };
}

/** What several come to: pieces that go, and pieces that are added. */
export function sumOf(mends: readonly Mend[]): { readonly lost: number; readonly added: number } {
  let [lost, added] = [0, 0];
  for (const { before, after } of mends) {
    lost += Math.max(0, before - after);
    added += Math.max(0, after - before);
  }
  return { lost, added };
}
