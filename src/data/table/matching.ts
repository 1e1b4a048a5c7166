import { useMemo } from 'react';
import type { Finding, Severity } from '../../domain/checks/finding.ts';
import { latest } from '../../domain/memo.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { isFiltering, matcher, type PlanFilter } from '../../domain/table/filter.ts';
import type { Line } from '../../domain/table/lines.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { useFindingsByPlacement } from '../checks/findings.ts';
import { useView } from '../workbench/view.ts';
import { useLines } from './lines.ts';

const NONE: ReadonlySet<Severity> = new Set();

/** Table, map, diagram and the tab's count ask for the same in one moment: it is worked out once. */
const matchingLines = latest(
  (
    lines: readonly Line[],
    filter: PlanFilter,
    bySeverity: ReadonlyMap<Id, readonly Finding[]> | null,
    tables: Tables,
  ) => {
    const matches = matcher(filter, tables);
    return lines.filter((line) => {
      const findings = bySeverity?.get(line.id);
      return matches(line, findings === undefined ? NONE : new Set(findings.map((f) => f.severity)));
    });
  },
);

/** The lines that the campaign's filter lets pass. */
export function useMatchingLines(): readonly Line[] {
  return useFiltered(useLines());
}

function useFiltered(lines: readonly Line[]): readonly Line[] {
  const filter = useView((s) => s.filter);
  const findings = useFindingsByPlacement();
  const tables = useCampaign((s) => s.tables);
  // What somebody accepts changes nothing while nobody filters by findings.
  const bySeverity = filter.severities.length === 0 ? null : findings;
  return useMemo(
    () => (isFiltering(filter) ? matchingLines(lines, filter, bySeverity, tables) : lines),
    [lines, filter, bySeverity, tables],
  );
}

/**
 * The placements that pass the filter, or null while nothing is filtered: for map and diagram, which dim the rest,
 * and for the number on the table's tab. */
export function useMatching(): ReadonlySet<Id> | null {
  const filtering = useView((s) => isFiltering(s.filter));
  const lines = useFiltered(useLines(filtering));
  return useMemo(() => (filtering ? new Set(lines.map((l) => l.id)) : null), [filtering, lines]);
}
