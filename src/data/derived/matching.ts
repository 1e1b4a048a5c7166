import { useMemo } from 'react';
import type { Severity } from '../../domain/checks/finding.ts';
import type { Id } from '../../domain/model/rows.ts';
import { isFiltering, matcher } from '../../domain/plan/filter.ts';
import { useFindingsByPlacement } from '../checks/findings.ts';
import { useWorkbench } from '../workbench.ts';
import { type PlacementLine, useLines } from './lines.ts';

const NONE: ReadonlySet<Severity> = new Set();

/** The lines that the campaign's filter lets pass. */
export function useMatchingLines(): readonly PlacementLine[] {
  const lines = useLines();
  const filter = useWorkbench((s) => s.filter);
  const findings = useFindingsByPlacement();
  // What somebody accepts changes nothing while nobody filters by findings.
  const bySeverity = filter.severities.length === 0 ? null : findings;
  return useMemo(() => {
    if (!isFiltering(filter)) return lines;
    const matches = matcher(filter);
    return lines.filter((line) => {
      const severities = bySeverity?.get(line.id);
      return matches(line.row, {
        searchText: line.searchText,
        unitIds: line.unitIds,
        severities: severities === undefined ? NONE : new Set(severities.map((f) => f.severity)),
      });
    });
  }, [lines, filter, bySeverity]);
}

/** The placements that pass the filter, or null while nothing is filtered: for map and diagram, which dim the rest. */
export function useMatching(): ReadonlySet<Id> | null {
  const lines = useMatchingLines();
  const filtering = useWorkbench((s) => isFiltering(s.filter));
  return useMemo(() => (filtering ? new Set(lines.map((l) => l.id)) : null), [filtering, lines]);
}
