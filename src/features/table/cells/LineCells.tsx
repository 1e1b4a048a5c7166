import { type ComponentType, memo, type ReactNode } from 'react';
import type { Finding } from '../../../domain/checks/finding.ts';
import { type ColumnId, columnOf } from '../../../domain/table/columns.ts';
import type { Line } from '../../../domain/table/lines.ts';
import type { GridColumn } from '../columns.ts';
import styles from '../table.module.css';
import { useCellTexts } from './cellText.ts';
import { TypeCell } from './TypeCell.tsx';

export interface CellProps {
  readonly line: Line;
  readonly findings: readonly Finding[] | undefined;
}

/** Columns whose cells are more than text. */
const CELLS: Readonly<Partial<Record<ColumnId, ComponentType<CellProps>>>> = { type: TypeCell };

interface Props extends CellProps {
  readonly columns: readonly GridColumn[];
  readonly active: ColumnId | null;
  readonly editor: ReactNode;
}

export const LineCells = memo(function LineCells({ line, columns, active, findings, editor }: Props) {
  const texts = useCellTexts();
  return columns.map(({ id, width, pinnedAt }) => {
    const edited = active === id && editor !== null;
    const Cell = CELLS[id];
    return (
      <td
        key={id}
        data-column={id}
        className={`${styles[id] ?? ''} ${columnOf(id).numeric ? styles.numeric : ''} ${pinnedAt === null ? '' : styles.pinned} ${active === id ? styles.active : ''}`}
        style={{ width, ...(pinnedAt === null ? {} : { left: pinnedAt }) }}
      >
        {edited ? (
          editor
        ) : Cell === undefined ? (
          texts.show(line, id)
        ) : (
          <Cell line={line} findings={findings} />
        )}
      </td>
    );
  });
});
