/** Rows of the table, drawn as far as they are in view; columns are TanStack's: order, width, pins, visibility. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindingsByPlacement } from '../../data/checks/findings.ts';
import { select, selectMany, toggleSelected } from '../../data/workbench/choose.ts';
import { hover, useOnlySelected, useSelectedIds, useSelection } from '../../data/workbench/selection.ts';
import { goTo } from '../../data/workbench/view.ts';
import type { ColumnId } from '../../domain/table/columns.ts';
import type { Line } from '../../domain/table/lines.ts';
import type { DisplayRow } from './arrange.ts';
import { CellEditor } from './cells/CellEditor.tsx';
import { useCellTexts } from './cells/cellText.ts';
import { LineCells } from './cells/LineCells.tsx';
import { useColumns } from './columns.ts';
import { GroupRow } from './GroupRow.tsx';
import { type ActiveCell, gridClipboard, gridKeys, mayEdit } from './gridKeys.ts';
import { HeaderCell } from './HeaderCell.tsx';
import type { Pasting } from './PastePreview.tsx';
import styles from './table.module.css';

const ROW_HEIGHT = 34;
const HEAD_HEIGHT = 34;

interface Props {
  readonly rows: readonly DisplayRow[];
  readonly folded: ReadonlySet<string>;
  readonly onFold: (group: string) => void;
  readonly onPaste: (pasting: Pasting) => void;
}

export function Grid({ rows, folded, onFold, onPaste }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const selection = useSelectedIds('placement');
  const selected = useOnlySelected('placement')?.id ?? null;
  const hovered = useSelection((s) => s.hovered);
  const findings = useFindingsByPlacement();
  const texts = useCellTexts();
  const { columns, table } = useColumns();
  const [active, setActive] = useState<ActiveCell | null>(null);
  const [editing, setEditing] = useState(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    // The head lies above the rows and stays there: a row beneath it is not in view.
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const at = useMemo(
    () => (selected === null ? -1 : rows.findIndex((r) => r.kind === 'line' && r.line.id === selected)),
    [rows, selected],
  );
  const room = virtual.scrollRect?.height ?? 0;
  // The panel that opens beside or below takes room from the table: the chosen row stays in view.
  useEffect(() => {
    if (at >= 0 && room > 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual, room]);
  const chosen = useMemo(() => new Set(selection), [selection]);
  const lines = useMemo(() => rows.flatMap((r) => (r.kind === 'line' ? [r.line] : [])), [rows]);

  const grid = { lines, columns, selection, active, editing, setActive, setEditing };
  const { activate, pressed } = gridKeys(grid);
  const { copy, paste } = gridClipboard({ ...grid, chosen, selected, texts, onPaste });
  return (
    <section
      className={styles.scroller}
      ref={scroller}
      aria-label={t('table.title')}
      onCopy={copy}
      onPaste={paste}
    >
      <table className={styles.table} aria-rowcount={rows.length + 1} style={{ width: table.getTotalSize() }}>
        <thead>
          <tr className={styles.head} aria-rowindex={1} style={{ height: HEAD_HEIGHT }}>
            {columns.map((column) => {
              const header = table.getFlatHeaders().find((h) => h.id === column.id);
              return (
                <HeaderCell
                  key={column.id}
                  column={column}
                  onResize={header?.getResizeHandler() ?? (() => {})}
                />
              );
            })}
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const place = { transform: `translateY(${item.start - HEAD_HEIGHT}px)`, height: ROW_HEIGHT };
            if (row.kind === 'group')
              return (
                <GroupRow
                  key={`group ${row.name}`}
                  row={row}
                  index={item.index}
                  folded={folded.has(row.name)}
                  style={place}
                  onFold={() => onFold(row.name)}
                />
              );
            const { line } = row;
            const isActive = active?.id === line.id;
            return (
              <tr
                key={line.id}
                tabIndex={0}
                aria-rowindex={item.index + 2}
                aria-selected={chosen.has(line.id)}
                className={`${styles.row} ${line.id === hovered ? styles.hovered : ''}`}
                style={place}
                ref={(node) => {
                  // The row that the keyboard moved to takes the focus with it.
                  if (isActive && line.id === selected && !editing && node !== null && lostFocus(node))
                    node.focus();
                }}
                onPointerEnter={() => hover(line.id)}
                onPointerLeave={() => hover(null)}
                onClick={(event) => {
                  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
                  const column = (cell?.dataset.column ?? columns[0]?.id) as ColumnId;
                  if (event.shiftKey) selectMany([...selection, ...between(lines, selected, line)]);
                  else if (event.ctrlKey || event.metaKey) toggleSelected(line.id);
                  else {
                    select(line.id);
                    goTo({ placementId: line.id, onlyIfOutside: true });
                  }
                  activate(line, column);
                }}
                onDoubleClick={(event) => {
                  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
                  const column = cell?.dataset.column as ColumnId | undefined;
                  if (column !== undefined && mayEdit(line, column)) setEditing(true);
                  else goTo({ placementId: line.id });
                }}
                onKeyDown={(event) => pressed(event, line)}
              >
                <LineCells
                  line={line}
                  columns={columns}
                  active={isActive ? active.column : null}
                  findings={findings.get(line.id)}
                  editor={
                    isActive && editing ? (
                      <CellEditor line={line} column={active.column} onDone={() => setEditing(false)} />
                    ) : null
                  }
                />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Whether focus was on a row that has gone: only then may another take it. */
function lostFocus(node: HTMLElement): boolean {
  const now = document.activeElement;
  return (
    now !== node &&
    (now === document.body || now?.closest('table') === node.closest('table')) &&
    now?.tagName !== 'INPUT'
  );
}

function between(lines: readonly Line[], from: string | null, to: Line): string[] {
  const a = lines.findIndex((l) => l.id === from);
  const b = lines.indexOf(to);
  if (a < 0) return [to.id];
  return lines.slice(Math.min(a, b), Math.max(a, b) + 1).map((l) => l.id);
}
