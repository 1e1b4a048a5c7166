/** A column's head: sorts on click, and what else can be done with the column behind a small button. */
import { Button, Menu, Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconFilter, IconPin } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setTableView, useTableView } from '../../data/table/tableView.ts';
import { filterColumn, useView } from '../../data/workbench/view.ts';
import { type ColumnId, columnOf, GROUPINGS, type Grouping } from '../../domain/table/columns.ts';
import { narrows } from '../../domain/table/filter.ts';
import { useCellTexts } from './cells/cellText.ts';
import type { GridColumn } from './columns.ts';
import { ColumnFilter } from './filter/ColumnFilter.tsx';
import styles from './table.module.css';

interface Props {
  readonly column: GridColumn;
  readonly onResize: (event: unknown) => void;
}

export function HeaderCell({ column: { id, width, pinnedAt }, onResize }: Props) {
  const { t } = useTranslation();
  const texts = useCellTexts();
  const view = useTableView();
  const sorted = view.sorting.find((s) => s.id === id);
  const rank = view.sorting.length > 1 && sorted !== undefined ? view.sorting.indexOf(sorted) + 1 : null;
  const sort = (desc: boolean, also: boolean) =>
    setTableView({ sorting: [...(also ? view.sorting.filter((s) => s.id !== id) : []), { id, desc }] });
  const toggle = (also: boolean) => {
    if (sorted === undefined) sort(false, also);
    else if (!sorted.desc) {
      if (also) setTableView({ sorting: view.sorting.map((s) => (s.id === id ? { id, desc: true } : s)) });
      else sort(true, false);
    } else setTableView({ sorting: view.sorting.filter((s) => s.id !== id) });
  };
  const pinned = view.pinned.includes(id);
  const [filtering, setFiltering] = useState(false);
  return (
    <th
      scope="col"
      data-column={id}
      className={`${styles.headCell} ${columnOf(id).numeric ? styles.numeric : ''} ${pinnedAt === null ? '' : styles.pinned}`}
      style={{ width, ...(pinnedAt === null ? {} : { left: pinnedAt }) }}
      aria-sort={sorted === undefined ? 'none' : sorted.desc ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className={styles.sortButton}
        title={t('table.sortHint')}
        onClick={(event) => toggle(event.shiftKey || event.ctrlKey)}
      >
        {pinned && <IconPin size={12} aria-hidden />}
        <span>{texts.heading(id)}</span>
        {sorted !== undefined &&
          (sorted.desc ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
        {rank !== null && <small>{rank}</small>}
      </button>
      <FilterPopover column={id} opened={filtering} onOpen={setFiltering} />
      <ColumnMenu column={id} onSort={sort} onFilter={() => setFiltering(true)} />
      <span className={styles.resizer} aria-hidden onMouseDown={onResize} onTouchStart={onResize} />
    </th>
  );
}

interface FilterProps {
  readonly column: ColumnId;
  readonly opened: boolean;
  readonly onOpen: (opened: boolean) => void;
}

/** What the column is narrowed to; a column that is not narrowed has no button of its own for it. */
function FilterPopover({ column, opened, onOpen }: FilterProps) {
  const { t } = useTranslation();
  const texts = useCellTexts();
  const narrowed = useView((s) => narrows(s.filter, column));
  return (
    <Popover
      opened={opened}
      onChange={onOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      withRoles={false}
      withinPortal
    >
      <Popover.Target>
        {narrowed ? (
          <button
            type="button"
            className={styles.columnFilter}
            aria-haspopup="dialog"
            aria-expanded={opened}
            aria-label={t('filter.narrowed', { column: texts.heading(column) })}
            onClick={() => onOpen(true)}
          >
            <IconFilter size={13} aria-hidden />
          </button>
        ) : (
          <span className={styles.filterAnchor} />
        )}
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('filter.column')}>
        <div className={styles.filterPopover}>
          <ColumnFilter column={column} />
          <Button
            size="xs"
            variant="default"
            disabled={!narrowed}
            onClick={() => {
              filterColumn(column, undefined);
              onOpen(false);
            }}
          >
            {t('filter.clear')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface MenuProps {
  readonly column: ColumnId;
  /** `also`: besides the columns that the table is sorted by already. */
  readonly onSort: (desc: boolean, also: boolean) => void;
  readonly onFilter: () => void;
}

function ColumnMenu({ column, onSort, onFilter }: MenuProps) {
  const { t } = useTranslation();
  const texts = useCellTexts();
  const view = useTableView();
  const pinned = view.pinned.includes(column);
  const move = (by: number) => {
    const shown = view.order.filter((c) => !view.hidden.includes(c));
    const beside = shown[shown.indexOf(column) + by];
    if (beside === undefined) return;
    const order = view.order.filter((c) => c !== column);
    order.splice(order.indexOf(beside) + (by > 0 ? 1 : 0), 0, column);
    setTableView({ order });
  };
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={styles.columnMenu}
          aria-label={t('table.columnMenu', { column: texts.heading(column) })}
        >
          <IconChevronDown size={13} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onSort(false, true)}>{t('table.sortUp')}</Menu.Item>
        <Menu.Item onClick={() => onSort(true, true)}>{t('table.sortDown')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={onFilter}>{t('filter.column')}</Menu.Item>
        {GROUPINGS.includes(column as Grouping) && (
          <Menu.Item onClick={() => setTableView({ group: column as Grouping })}>
            {t('table.by', { what: texts.heading(column).toLocaleLowerCase() })}
          </Menu.Item>
        )}
        <Menu.Item
          onClick={() =>
            setTableView({
              pinned: pinned ? view.pinned.filter((c) => c !== column) : [...view.pinned, column],
            })
          }
        >
          {t(pinned ? 'table.unpin' : 'table.pin')}
        </Menu.Item>
        <Menu.Item onClick={() => move(-1)}>{t('table.moveLeft')}</Menu.Item>
        <Menu.Item onClick={() => move(1)}>{t('table.moveRight')}</Menu.Item>
        <Menu.Item onClick={() => setTableView({ hidden: [...view.hidden, column] })}>
          {t('table.hideColumn')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
