/** What a cell shows, and the text that it is copied and edited as. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnId, columnOf } from '../../../domain/table/columns.ts';
import type { Line } from '../../../domain/table/lines.ts';
import { useFormat } from '../../../ui/format.ts';

export interface CellTexts {
  readonly show: (line: Line, column: ColumnId) => string;
  /** As it would be typed. */
  readonly typed: (line: Line, column: ColumnId) => string;
  readonly heading: (column: ColumnId) => string;
}

export function useCellTexts(): CellTexts {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const typed = ({ row, cells }: Line, id: ColumnId) =>
      columnOf(id).typed?.(cells[id], format, row) ?? String(cells[id] ?? '');
    return {
      heading: (id) => t(`table.${id}`),
      typed,
      show: (line, id) => columnOf(id).show?.(line.cells[id], format, line.row) ?? typed(line, id),
    };
  }, [t, format]);
}
