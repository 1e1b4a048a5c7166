/** All findings that mend themselves, each with what of the plan is more or less by it: seen before it is done. */
import type { Op } from '../edit/edit.ts';
import { foldOps } from '../edit/tables.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Tables } from '../model/rows.ts';
import { quantityIn } from '../plan/amounts.ts';
import type { Finding, Fix } from './finding.ts';

export interface Mend {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Pieces of the placements that the fix touches, as they are and as they would be. */
  readonly before: number;
  readonly after: number;
}

/**
 * The fixes of findings that nobody accepted and that `may` be made: one a row, so that each says what it does whatever
 * else is done (what two would both change waits for the next time). What would delete a row is decided one by one, and
 * so is what is ordered: how much hangs on everything else that is mended.
 */
export function mendsOf(
  tables: Tables,
  findings: Iterable<Finding>,
  may: (ops: readonly Op[]) => boolean,
): Mend[] {
  const accepted = new Set([...tables.acceptance.values()].map((a) => a.finding));
  const touched = new Set<string>();
  const mends: Mend[] = [];
  for (const finding of findings) {
    const { fix, key } = finding;
    if (fix === null || accepted.has(key) || isOneByOne(fix)) continue;
    const rows = fix.ops.map((op) => `${op.entity}:${op.id}`);
    if (rows.some((row) => touched.has(row)) || !may(fix.ops)) continue;
    for (const row of rows) touched.add(row);
    mends.push({ finding, fix, ...amountsOf(tables, fix.ops) });
  }
  return mends;
}

function isOneByOne({ ops }: Fix): boolean {
  return ops.some((op) => op.kind === 'delete' || op.entity === 'assetType');
}

function amountsOf(tables: Tables, ops: readonly Op[]): { before: number; after: number } {
  let [before, after] = [0, 0];
  const byRow = Map.groupBy(
    ops.filter((op) => op.entity === 'placement'),
    (op) => op.id,
  );
  for (const [id, own] of byRow) {
    const row = tables.placement.get(id);
    const then = foldOps(row, own) as Placement | undefined;
    before += row === undefined ? 0 : quantityIn(tables, row);
    after += then === undefined ? 0 : quantityIn(tables, then);
  }
  return { before, after };
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
