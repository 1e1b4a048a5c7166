/** The grid by keyboard and clipboard: moving from cell to cell, editing, copying and pasting blocks. */
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { may } from '../../data/campaign/may.ts';
import { request } from '../../data/commands/requests.ts';
import { select, selectMany } from '../../data/workbench/choose.ts';
import { goTo } from '../../data/workbench/view.ts';
import { readBlock, writeBlock } from '../../domain/table/block.ts';
import { type ColumnId, isTyped } from '../../domain/table/columns.ts';
import type { Line } from '../../domain/table/lines.ts';
import type { CellTexts } from './cells/cellText.ts';
import type { GridColumn } from './columns.ts';
import type { Pasting } from './PastePreview.tsx';

export interface ActiveCell {
  readonly id: string;
  readonly column: ColumnId;
}

interface GridState {
  readonly lines: readonly Line[];
  readonly columns: readonly GridColumn[];
  readonly selection: readonly string[];
  readonly active: ActiveCell | null;
  readonly editing: boolean;
  readonly setActive: (cell: ActiveCell | ((now: ActiveCell | null) => ActiveCell)) => void;
  readonly setEditing: (editing: boolean) => void;
}

export function gridKeys({ lines, columns, selection, active, editing, setActive, setEditing }: GridState) {
  const activate = (line: Line, column: ColumnId) => setActive({ id: line.id, column });
  const step = (line: Line, by: number, extend: boolean) => {
    const from = lines.indexOf(line);
    const next = lines[Math.max(0, Math.min(lines.length - 1, from + by))];
    if (next === undefined) return;
    if (extend) selectMany([...selection, next.id]);
    else select(next.id);
    setActive((a) => ({ id: next.id, column: a?.column ?? columns[0]?.id ?? 'type' }));
  };
  const pressed = (event: KeyboardEvent, line: Line) => {
    if (editing) return;
    const column = active?.column ?? columns[0]?.id ?? 'type';
    const place = columns.findIndex((c) => c.id === column);
    const act = {
      ArrowDown: () => step(line, 1, event.shiftKey),
      ArrowUp: () => step(line, -1, event.shiftKey),
      ArrowRight: () => activate(line, columns[Math.min(columns.length - 1, place + 1)]?.id ?? column),
      ArrowLeft: () => activate(line, columns[Math.max(0, place - 1)]?.id ?? column),
      F2: () => setEditing(mayEdit(line, column)),
      Enter: () => {
        if (mayEdit(line, column) && active?.id === line.id) setEditing(true);
        else {
          select(line.id);
          goTo({ placementId: line.id });
        }
      },
      ' ': () => {
        select(line.id);
        goTo({ placementId: line.id });
      },
    }[event.key];
    if (act === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return { activate, pressed };
}

interface ClipboardState extends GridState {
  readonly chosen: ReadonlySet<string>;
  readonly selected: string | null;
  readonly texts: CellTexts;
  readonly onPaste: (pasting: Pasting) => void;
}

export function gridClipboard(state: ClipboardState) {
  const { lines, columns, chosen, active, editing, selected, texts, onPaste } = state;
  const copy = (event: ClipboardEvent) => {
    const copied = lines.filter((l) => chosen.has(l.id));
    if (copied.length === 0 || editing) return;
    event.preventDefault();
    // For another campaign, or another road of this one, they go onto our own clipboard as well.
    request('copy');
    event.clipboardData.setData(
      'text/plain',
      writeBlock([
        columns.map((c) => texts.heading(c.id)),
        ...copied.map((line) => columns.map((c) => texts.typed(line, c.id))),
      ]),
    );
  };
  const paste = (event: ClipboardEvent) => {
    if (editing) return;
    const block = readBlock(event.clipboardData.getData('text/plain'));
    const first = lines.findIndex((l) => l.id === (active?.id ?? selected));
    if (block.length === 0) return;
    event.preventDefault();
    const from = columns.findIndex((c) => c.id === (active?.column ?? columns[0]?.id));
    onPaste({
      block,
      targets: first < 0 ? [] : lines.slice(first, first + block.length).map((l) => l.row),
      columns: columns.slice(Math.max(0, from)).map((c) => c.id),
    });
  };
  return { copy, paste };
}

export function mayEdit(line: Line, column: ColumnId): boolean {
  return isTyped(column, line.row) && may.plan([line.row]);
}
