/** Sums below the table. */
import { useMemo } from 'react';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useSelectedIds } from '../../data/workbench/selection.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { costIn, quantityIn } from '../../domain/plan/amounts.ts';
import type { Line } from '../../domain/table/lines.ts';

export interface Totals {
  readonly rows: number;
  readonly quantity: number;
  readonly cost: number;
  /** Whether they are of the selection rather than of everything listed. */
  readonly ofSelection: boolean;
}

/** Of the selection where several are selected, else of everything that is listed. */
export function useTotals(lines: readonly Line[]): Totals {
  const selection = useSelectedIds('placement');
  const tables = useCampaign((s) => s.tables);
  return useMemo(() => totalsOf(tables, lines, selection), [tables, lines, selection]);
}

/**
 * What is selected counts also where a filter hides it: all of it is what a command changes. Rows that are gone, taken back
 * perhaps, are none.
 */
export function totalsOf(
  tables: Tables,
  lines: readonly Pick<Line, 'cells'>[],
  selection: readonly Id[],
): Totals {
  const chosen = selection.flatMap((id) => tables.placement.get(id) ?? []);
  const sum = (figures: readonly number[]) => figures.reduce((all, n) => all + n, 0);
  return chosen.length > 1
    ? {
        rows: chosen.length,
        quantity: sum(chosen.map((row) => quantityIn(tables, row))),
        cost: sum(chosen.map((row) => costIn(tables, row))),
        ofSelection: true,
      }
    : {
        rows: lines.length,
        quantity: sum(lines.map((l) => l.cells.quantity)),
        cost: sum(lines.map((l) => l.cells.cost)),
        ofSelection: false,
      };
}
