/** Which reports count: all but those that another, which counts itself, takes the place of. */
import type { Report } from '../model/entities/report.ts';
import type { Id } from '../model/rows.ts';

/**
 * The reports that count, in the order in which things were done: by day, and on one day as they were told. Whatever
 * order they came in, the outcome is the same. Reports that name each other in a circle count both.
 */
export function inForce(reports: readonly Report[]): readonly Report[] {
  const voided = voidedOf(reports);
  return reports
    .filter(({ id, kind }) => kind !== 'withdrawn' && !voided.has(id))
    .sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id));
}

/** The reports that count and name one. */
export function namersInForce(reports: readonly Report[], id: Id): readonly Report[] {
  const voided = voidedOf(reports);
  return reports.filter((report) => report.corrects === id && !voided.has(report.id));
}

/** From those that nobody names back to those that are named: chains of undo and redo may be long. */
function voidedOf(reports: readonly Report[]): ReadonlySet<Id> {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const namers = new Map<Id, number>();
  for (const { corrects } of reports)
    if (corrects !== null && byId.has(corrects)) namers.set(corrects, (namers.get(corrects) ?? 0) + 1);
  const voided = new Set<Id>();
  const settled = reports.filter(({ id }) => !namers.has(id));
  for (let report = settled.pop(); report !== undefined; report = settled.pop()) {
    const named = byId.get(report.corrects ?? '');
    if (named === undefined) continue;
    if (!voided.has(report.id)) voided.add(named.id);
    const left = (namers.get(named.id) ?? 1) - 1;
    namers.set(named.id, left);
    if (left === 0) settled.push(named);
  }
  return voided;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
