/** A column's head: sorts on click, and what else can be done with the column behind a small button. */
import { Button, Menu, Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconFilter, IconPin } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setTableView, useTableView } from '../../data/table/tableView.ts';
import { filterColumn, useView } from '../../data/workbench/view.ts';
import { columnOf, GROUPINGS, type Grouping } from '../../domain/table/columns.ts';
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
  const move = (by: number) => {
    const shown = view.order.filter((c) => !view.hidden.includes(c));
    const beside = shown[shown.indexOf(id) + by];
    if (beside === undefined) return;
    const order = view.order.filter((c) => c !== id);
    order.splice(order.indexOf(beside) + (by > 0 ? 1 : 0), 0, id);
    setTableView({ order });
  };
  const pinned = view.pinned.includes(id);
  const narrowed = useView((s) => narrows(s.filter, id));
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
      <Popover
        opened={filtering}
        onChange={setFiltering}
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
              aria-expanded={filtering}
              aria-label={t('filter.narrowed', { column: texts.heading(id) })}
              onClick={() => setFiltering(true)}
            >
              <IconFilter size={13} aria-hidden />
            </button>
          ) : (
            <span className={styles.filterAnchor} />
          )}
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={t('filter.column')}>
          <div className={styles.filterPopover}>
            <ColumnFilter column={id} />
            <Button
              size="xs"
              variant="default"
              disabled={!narrowed}
              onClick={() => {
                filterColumn(id, undefined);
                setFiltering(false);
              }}
            >
              {t('filter.clear')}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <button
            type="button"
            className={styles.columnMenu}
            aria-label={t('table.columnMenu', { column: texts.heading(id) })}
          >
            <IconChevronDown size={13} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => sort(false, true)}>{t('table.sortUp')}</Menu.Item>
          <Menu.Item onClick={() => sort(true, true)}>{t('table.sortDown')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setFiltering(true)}>{t('filter.column')}</Menu.Item>
          {GROUPINGS.includes(id as Grouping) && (
            <Menu.Item onClick={() => setTableView({ group: id as Grouping })}>
              {t('table.by', { what: texts.heading(id).toLocaleLowerCase() })}
            </Menu.Item>
          )}
          <Menu.Item
            onClick={() =>
              setTableView({ pinned: pinned ? view.pinned.filter((c) => c !== id) : [...view.pinned, id] })
            }
          >
            {t(pinned ? 'table.unpin' : 'table.pin')}
          </Menu.Item>
          <Menu.Item onClick={() => move(-1)}>{t('table.moveLeft')}</Menu.Item>
          <Menu.Item onClick={() => move(1)}>{t('table.moveRight')}</Menu.Item>
          <Menu.Item onClick={() => setTableView({ hidden: [...view.hidden, id] })}>
            {t('table.hideColumn')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className={styles.resizer} aria-hidden onMouseDown={onResize} onTouchStart={onResize} />
    </th>
  );
}
