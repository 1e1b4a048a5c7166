/** The plan as a table: the same rows, selection and hover as the map. */
import { TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react';
import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable as useTanStackTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo, hover, select, useWorkbench } from '../../data/workbench.ts';
import { useFormat } from '../../ui/format.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { type PlacementLine, usePlacementLines } from './placementLines.ts';
import { plainText } from './plainText.ts';
import styles from './table.module.css';

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns: {
    text: (a, b, id) => String(a.getValue(id)).localeCompare(String(b.getValue(id)), 'vi', { numeric: true }),
    number: (a, b, id) => Number(a.getValue(id)) - Number(b.getValue(id)),
  },
  filterFns: {
    words: (row, _id, wanted: string) =>
      wanted.split(' ').every((word) => (row.original as PlacementLine).searchText.includes(word)),
  },
});

const ROW_HEIGHT = 34;

export function PlacementTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = usePlacementLines();
  const [sorting, setSorting] = useState<SortingState>([]);
  const [search, setSearch] = useState('');
  const columns = useColumns();
  const table = useTanStackTable({
    features,
    columns,
    data: lines as PlacementLine[],
    getRowId: (line) => line.id,
    state: { sorting, globalFilter: plainText(search.trim()) },
    onSortingChange: setSorting,
    globalFilterFn: 'words',
    getColumnCanGlobalFilter: (column) => column.id === 'type',
  });
  const { rows } = table.getRowModel();
  const totals = useMemo(
    () => ({
      quantity: rows.reduce((sum, r) => sum + r.original.quantity, 0),
      cost: rows.reduce((sum, r) => sum + r.original.cost, 0),
    }),
    [rows],
  );
  return (
    <div className={styles.wrap}>
      <div className={styles.bar}>
        <TextInput
          size="xs"
          aria-label={t('table.search')}
          placeholder={t('table.search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span className={styles.totals} aria-live="polite">
          {t('table.total', {
            rows: format.number(rows.length),
            quantity: format.number(totals.quantity),
            cost: format.money(totals.cost),
          })}
        </span>
      </div>
      {rows.length === 0 ? (
        <p className={styles.empty}>
          {search.trim() === '' ? t('table.empty') : t('table.noMatch', { text: search.trim() })}
        </p>
      ) : (
        <Rows table={table} />
      )}
    </div>
  );
}

type TanStackTable = ReturnType<typeof useTanStackTable<typeof features, PlacementLine>>;

function Rows({ table }: { readonly table: TanStackTable }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const { rows } = table.getRowModel();
  const selected = useWorkbench((s) => s.selected);
  const hovered = useWorkbench((s) => s.hovered);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const at = selected === null ? -1 : rows.findIndex((r) => r.id === selected);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const step = (from: number, by: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, from + by))];
    if (next !== undefined) select(next.id);
  };
  return (
    <section className={styles.scroller} ref={scroller} aria-label={t('table.title')}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr className={styles.head} aria-rowindex={1}>
            {table.getHeaderGroups()[0]?.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <th
                  key={header.id}
                  scope="col"
                  className={styles[header.column.id]}
                  aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
                >
                  <button type="button" onClick={header.column.getToggleSortingHandler()}>
                    <table.FlexRender header={header} />
                    {sorted === 'asc' && <IconArrowUp size={13} aria-hidden />}
                    {sorted === 'desc' && <IconArrowDown size={13} aria-hidden />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <tr
                key={row.id}
                tabIndex={0}
                aria-rowindex={item.index + 2}
                aria-selected={row.id === selected}
                className={`${styles.row} ${row.id === hovered ? styles.hovered : ''}`}
                style={{ transform: `translateY(${item.start}px)`, height: ROW_HEIGHT }}
                onPointerEnter={() => hover(row.id)}
                onPointerLeave={() => hover(null)}
                onClick={() => select(row.id)}
                onDoubleClick={() => goTo({ placementId: row.id })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' || event.key === ' ') {
                    event.preventDefault();
                    select(row.id);
                    goTo({ placementId: row.id });
                  }
                  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                    event.preventDefault();
                    step(item.index, event.key === 'ArrowDown' ? 1 : -1);
                  }
                }}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} className={styles[cell.column.id]}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function useColumns() {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    type Cell = { readonly row: { readonly original: PlacementLine } };
    const text = (id: keyof PlacementLine & string, header: string) => ({
      id,
      accessorFn: (line: PlacementLine) => line[id] ?? '',
      header,
      sortFn: 'text' as const,
    });
    const number = (id: 'quantity' | 'cost' | 'position', header: string) => ({
      id,
      accessorFn: (line: PlacementLine) => line[id],
      header,
      sortFn: 'number' as const,
    });
    return [
      {
        ...text('type', t('table.type')),
        cell: ({ row }: Cell) => (
          <span className={styles.withSymbol}>
            <AssetSymbol shape={row.original.shape} size={18} />
            {row.original.type}
          </span>
        ),
      },
      text('road', t('table.road')),
      { ...number('position', t('table.where')), cell: ({ row }: Cell) => row.original.where },
      text('side', t('table.side')),
      {
        ...number('quantity', t('table.quantity')),
        cell: ({ row }: Cell) => format.number(row.original.quantity),
      },
      { ...number('cost', t('table.cost')), cell: ({ row }: Cell) => format.money(row.original.cost) },
      text('unit', t('table.unit')),
      text('state', t('table.state')),
      {
        ...text('installBy', t('table.installBy')),
        cell: ({ row }: Cell) =>
          row.original.installBy === '' ? '' : format.shortDay(row.original.installBy),
      },
    ];
  }, [t, format]);
}
