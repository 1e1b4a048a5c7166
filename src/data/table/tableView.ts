/** How the table is looked at: columns, order, grouping. Kept on the device, saved for everyone, or sent as a link. */
import { create } from 'zustand';
import { COLUMN_IDS, type ColumnId, columnOf, GROUPINGS, type Grouping } from '../../domain/table/columns.ts';
import { filterFrom, type PlanFilter } from '../../domain/table/filter.ts';
import { setDock, setFilter, useView } from '../workbench/view.ts';

export interface Sorting {
  readonly id: ColumnId;
  readonly desc: boolean;
}

export interface TableView {
  readonly order: readonly ColumnId[];
  readonly hidden: readonly ColumnId[];
  readonly sizes: Readonly<Partial<Record<ColumnId, number>>>;
  readonly pinned: readonly ColumnId[];
  readonly sorting: readonly Sorting[];
  readonly group: Grouping | null;
}

const USUAL: TableView = {
  order: COLUMN_IDS,
  hidden: COLUMN_IDS.filter((id) => columnOf(id).hidden),
  sizes: {},
  pinned: [],
  sorting: [],
  group: null,
};

const STORED = 'cohoa.table';

export const useTableView = create<TableView>(() => {
  const stored = localStorage.getItem(STORED);
  return stored === null ? USUAL : viewFrom(parsed(stored));
});

export function setTableView(change: Partial<TableView>): void {
  useTableView.setState(change);
  localStorage.setItem(STORED, JSON.stringify(useTableView.getState()));
}

export function resetTableView(): void {
  setTableView(USUAL);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A view from outside: what is not understood is left as usual, and no column is lost or doubled. */
function viewFrom(json: unknown): TableView {
  if (typeof json !== 'object' || json === null) return USUAL;
  const o = json as Record<string, unknown>;
  const columns = (v: unknown): ColumnId[] =>
    Array.isArray(v) ? COLUMN_IDS.filter((c) => v.includes(c)) : [];
  const order = Array.isArray(o.order)
    ? [
        ...new Set([
          ...o.order.filter((c): c is ColumnId => COLUMN_IDS.includes(c as ColumnId)),
          ...COLUMN_IDS,
        ]),
      ]
    : USUAL.order;
  const sizes: Partial<Record<ColumnId, number>> = {};
  for (const [column, size] of Object.entries((o.sizes as object | null) ?? {}))
    if (COLUMN_IDS.includes(column as ColumnId) && typeof size === 'number')
      sizes[column as ColumnId] = Math.max(40, Math.min(800, size));
  const sorting = (Array.isArray(o.sorting) ? o.sorting : []).flatMap((s: unknown): Sorting[] => {
    const { id, desc } = (s ?? {}) as { id?: unknown; desc?: unknown };
    return COLUMN_IDS.includes(id as ColumnId) ? [{ id: id as ColumnId, desc: desc === true }] : [];
  });
  const group = GROUPINGS.find((g) => g === o.group) ?? null;
  // A column that came since the view was kept is hidden as it is at first, and does not push in.
  const known: readonly unknown[] = Array.isArray(o.order) ? o.order : COLUMN_IDS;
  const hidden = Array.isArray(o.hidden)
    ? [...columns(o.hidden), ...USUAL.hidden.filter((c) => !known.includes(c))]
    : USUAL.hidden;
  return { order, hidden, sizes, pinned: columns(o.pinned), sorting, group };
}

/** The whole way of looking, filter included, as one text. */
export function viewText(): string {
  const { filter } = useView.getState();
  return JSON.stringify({ ...useTableView.getState(), filter });
}

/** Looks the way a text says; gives whether it was one. */
export function showView(text: string): boolean {
  const json = parsed(text);
  if (typeof json !== 'object' || json === null) return false;
  setTableView(viewFrom(json));
  const filter: PlanFilter = filterFrom((json as { filter?: unknown }).filter);
  setFilter(filter);
  setDock('table');
  return true;
}

/** For a link: letters that need no escaping in an address. */
export function encodeView(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function decodeView(code: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}
