/** Columns of the table: TanStack's, with their order, width, pins and visibility; what the rows need of them. */
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable as useTanStackTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { setTableView, useTableView } from '../../data/table/tableView.ts';
import { COLUMN_IDS, type ColumnId, columnOf } from '../../domain/table/columns.ts';
import type { Line } from '../../domain/table/lines.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** A column as the rows need it: TanStack's, with its place when it is pinned. */
export interface GridColumn {
  readonly id: ColumnId;
  readonly width: number;
  /** Pixels from the left edge when pinned, else null. */
  readonly pinnedAt: number | null;
}

const COLUMN_DEFS = COLUMN_IDS.map((id) => ({
  id,
  accessorFn: (line: Line) => line.id,
  header: id,
  size: columnOf(id).width,
  minSize: 40,
  maxSize: 800,
}));
const NO_DATA: Line[] = [];

/** The rows are ours: TanStack is asked about columns alone, so that 20,000 lines cost it nothing. */
export function useColumns() {
  const view = useTableView();
  const columnSizing = view.sizes as Record<string, number>;
  const columnPinning = { start: [...view.pinned], end: [] as string[] };
  const table = useTanStackTable({
    features,
    columns: COLUMN_DEFS,
    data: NO_DATA,
    columnResizeMode: 'onChange',
    state: {
      columnOrder: [...view.order],
      columnVisibility: Object.fromEntries(view.hidden.map((c) => [c, false])),
      columnSizing,
      columnPinning,
    },
    onColumnSizingChange: (updater) =>
      setTableView({ sizes: typeof updater === 'function' ? updater(columnSizing) : updater }),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table is asked anew whenever the view has changed
  const columns = useMemo(() => columnsOf(table), [view.order, view.hidden, view.sizes, view.pinned]);
  return { columns, table };
}

type ColumnTable = ReturnType<typeof useTanStackTable<typeof features, Line>>;

function columnsOf(table: ColumnTable): GridColumn[] {
  const visible = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()];
  let left = 0;
  return visible.map((column): GridColumn => {
    const width = column.getSize();
    const pinned = column.getIsPinned() === 'start';
    const at = left;
    left += width;
    return { id: column.id as ColumnId, width, pinnedAt: pinned ? at : null };
  });
}
