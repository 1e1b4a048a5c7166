/** Sums below the table. */
import { useMemo } from 'react';
import { useSelectedIds } from '../../data/workbench/selection.ts';
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
  return useMemo(() => {
    const chosen = selection.length > 1 ? new Set(selection) : null;
    const counted = chosen === null ? lines : lines.filter((l) => chosen.has(l.id));
    return {
      rows: counted.length,
      quantity: counted.reduce((sum, l) => sum + l.cells.quantity, 0),
      cost: counted.reduce((sum, l) => sum + l.cells.cost, 0),
      ofSelection: chosen !== null,
    };
  }, [lines, selection]);
}
