/** Which reports count, and of what: what another, which counts itself, takes back or takes the place of, does not. */
import type { Report, SpotRange } from '../model/entities/report.ts';
import type { Id } from '../model/rows.ts';

/** A report that counts. */
export interface Counting extends Report {
  /** Ranges of which it was taken back: of the pieces there it tells nothing. Empty: it was not. */
  readonly except: readonly SpotRange[];
}

/**
 * The reports that count, in the order in which things were done: by day, and on one day as they were told; what says an
 * earlier one rightly stands in its place. Whatever order they came in, the outcome is the same. Reports that name each
 * other in a circle count both.
 */
export function inForce(reports: readonly Report[]): readonly Counting[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const voided = voidedOf(reports, byId);
  const except = new Map<Id, SpotRange[]>();
  for (const report of reports)
    if (isOfPart(report, byId) && !voided.has(report.id)) {
      const named = report.corrects as Id;
      except.set(named, [...(except.get(named) ?? []), ...(report.spots ?? [])]);
    }
  return reports
    .filter(({ id, kind }) => kind !== 'withdrawn' && !voided.has(id))
    .map((report) => ({ ...report, except: except.get(report.id) ?? [], place: placeOf(report, byId) }))
    .sort((a, b) => compare(a.day, b.day) || compare(a.place, b.place) || compare(a.id, b.id));
}

/** The reports that count and name one. */
export function namersInForce(reports: readonly Report[], id: Id): readonly Report[] {
  const voided = voidedOf(reports, new Map(reports.map((report) => [report.id, report])));
  return reports.filter((report) => report.corrects === id && !voided.has(report.id));
}

/** Whether a report takes another back for some of its ranges alone; two who do that for different ranges both count. */
function isOfPart({ kind, spots, corrects }: Report, byId: ReadonlyMap<Id, Report>): boolean {
  if (kind !== 'withdrawn' || spots === null) return false;
  const named = byId.get(corrects ?? '');
  return named !== undefined && named.kind !== 'withdrawn';
}

/** The id of what was said first of what a report says: a correction is no later deed. */
function placeOf(report: Report, byId: ReadonlyMap<Id, Report>): Id {
  const seen = new Set<Id>();
  let at = report;
  // A circle, should there be one, ends.
  while (at.corrects !== null && !seen.has(at.id)) {
    seen.add(at.id);
    const named = byId.get(at.corrects);
    if (named === undefined) break;
    at = named;
  }
  return at.id;
}

/** From those that nobody names back to those that are named: chains of undo and redo may be long. */
function voidedOf(reports: readonly Report[], byId: ReadonlyMap<Id, Report>): ReadonlySet<Id> {
  const namers = new Map<Id, number>();
  for (const { corrects } of reports)
    if (corrects !== null && byId.has(corrects)) namers.set(corrects, (namers.get(corrects) ?? 0) + 1);
  const voided = new Set<Id>();
  const settled = reports.filter(({ id }) => !namers.has(id));
  for (let report = settled.pop(); report !== undefined; report = settled.pop()) {
    const named = byId.get(report.corrects ?? '');
    if (named === undefined) continue;
    if (!voided.has(report.id) && !isOfPart(report, byId)) voided.add(named.id);
    const left = (namers.get(named.id) ?? 1) - 1;
    namers.set(named.id, left);
    if (left === 0) settled.push(named);
  }
  return voided;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
