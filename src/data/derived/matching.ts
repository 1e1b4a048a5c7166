import { useMemo } from 'react';
import type { Finding, Severity } from '../../domain/checks/finding.ts';
import type { Id } from '../../domain/model/rows.ts';
import { isFiltering, matcher, type PlanFilter } from '../../domain/plan/filter.ts';
import { useFindingsByPlacement } from '../checks/findings.ts';
import { useWorkbench } from '../workbench.ts';
import { type PlacementLine, searchTextOf, useLines } from './lines.ts';

const NONE: ReadonlySet<Severity> = new Set();

interface Cache {
  readonly lines: readonly PlacementLine[] | null;
  readonly filter: PlanFilter | null;
  readonly bySeverity: ReadonlyMap<Id, readonly Finding[]> | null;
  readonly matching: readonly PlacementLine[];
}

let cache: Cache = { lines: null, filter: null, bySeverity: null, matching: [] };

/** The lines that the campaign's filter lets pass. */
export function useMatchingLines(): readonly PlacementLine[] {
  const lines = useLines();
  const filter = useWorkbench((s) => s.filter);
  const findings = useFindingsByPlacement();
  // What somebody accepts changes nothing while nobody filters by findings.
  const bySeverity = filter.severities.length === 0 ? null : findings;
  return useMemo(() => {
    if (!isFiltering(filter)) return lines;
    // Table, map, diagram and the tab's count ask for the same in one moment: it is worked out once.
    if (cache.lines === lines && cache.filter === filter && cache.bySeverity === bySeverity)
      return cache.matching;
    const matches = matcher(filter);
    const searching = filter.text.trim() !== '';
    const matching = lines.filter((line) => {
      const severities = bySeverity?.get(line.id);
      return matches(line.row, {
        searchText: searching ? searchTextOf(line) : '',
        unitIds: line.unitIds,
        quantity: line.quantity,
        cost: line.cost,
        installBy: line.installBy,
        removeBy: line.removeBy,
        severities: severities === undefined ? NONE : new Set(severities.map((f) => f.severity)),
      });
    });
    cache = { lines, filter, bySeverity, matching };
    return matching;
  }, [lines, filter, bySeverity]);
}

/** The placements that pass the filter, or null while nothing is filtered: for map and diagram, which dim the rest. */
export function useMatching(): ReadonlySet<Id> | null {
  const lines = useMatchingLines();
  const filtering = useWorkbench((s) => isFiltering(s.filter));
  return useMemo(() => (filtering ? new Set(lines.map((l) => l.id)) : null), [filtering, lines]);
}
