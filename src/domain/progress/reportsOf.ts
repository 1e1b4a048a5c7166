/** Reports by the placement that they are of; of what did not change the list is the same one. */
import { perObject } from '../memo.ts';
import type { Report } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import { inForce } from './inForce.ts';

interface Group {
  readonly all: readonly Report[];
  /** Those that count, in their order; made when somebody asks. */
  counting: readonly Report[] | null;
}

let last: ReadonlyMap<Id, Group> = new Map();

const groups = perObject((reports: Tables['report']): ReadonlyMap<Id, Group> => {
  const next = new Map<Id, Group>();
  for (const [id, all] of Map.groupBy(reports.values(), (report) => report.placementId)) {
    const before = last.get(id);
    next.set(id, before !== undefined && isSame(before.all, all) ? before : { all, counting: null });
  }
  last = next;
  return next;
});

function isSame(a: readonly Report[], b: readonly Report[]): boolean {
  return a.length === b.length && a.every((report, i) => report === b[i]);
}

const NONE: readonly Report[] = [];

/** The reports of a placement that count, in the order in which things were done. */
export function reportsOf({ report }: Pick<Tables, 'report'>, placementId: Id): readonly Report[] {
  const group = groups(report).get(placementId);
  if (group === undefined) return NONE;
  group.counting ??= inForce(group.all);
  return group.counting;
}

/** All that was told of a placement, taken back or not. */
export function toldOf({ report }: Pick<Tables, 'report'>, placementId: Id): readonly Report[] {
  return groups(report).get(placementId)?.all ?? NONE;
}
