/** Above the table: search, filters, grouping, views, columns, and the ways out. */
import { ActionIcon, Button, Checkbox, Menu, Select, TextInput, Tooltip } from '@mantine/core';
import { IconColumns3, IconFileImport, IconFileTypeCsv, IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../data/campaign/may.ts';
import { useTable } from '../../data/campaign/rows.ts';
import { resetTableView, setTableView, useTableView } from '../../data/table/tableView.ts';
import { setFilter, showDialog, useView } from '../../data/workbench/view.ts';
import { writeCsv } from '../../domain/table/block.ts';
import { GROUPINGS, type Grouping } from '../../domain/table/columns.ts';
import { isFiltering, NO_FILTER } from '../../domain/table/filter.ts';
import type { Line } from '../../domain/table/lines.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { download } from '../../ui/download.ts';
import { useFormat } from '../../ui/format.ts';
import { useCellTexts } from './cells/cellText.ts';
import { FilterFields } from './filter/FilterFields.tsx';
import styles from './table.module.css';
import type { Totals } from './totals.ts';
import { ViewsMenu } from './ViewsMenu.tsx';

interface Props {
  readonly lines: readonly Line[];
  readonly totals: Totals;
}

export function TableBar({ lines, totals }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const filter = useView((s) => s.filter);
  const group = useTableView((s) => s.group);
  const [filters, setFilters] = useState(false);
  const narrowed = isFiltering({ ...filter, text: '' });
  return (
    <div className={styles.bar}>
      <TextInput
        size="xs"
        className={styles.search ?? ''}
        aria-label={t('table.search')}
        placeholder={t('table.search')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={filter.text}
        onChange={(event) => setFilter({ text: event.currentTarget.value })}
      />
      <Button
        size="xs"
        variant={narrowed ? 'light' : 'default'}
        leftSection={<IconFilter size={15} aria-hidden />}
        aria-pressed={narrowed}
        onClick={() => setFilters(true)}
      >
        {t('table.filter')}
      </Button>
      {isFiltering(filter) && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => setFilter(NO_FILTER)}>
          {t('table.clearFilter')}
        </Button>
      )}
      <Select
        size="xs"
        w={140}
        aria-label={t('table.group')}
        data={[
          { value: '', label: t('table.noGroup') },
          ...GROUPINGS.map((g) => ({
            value: g,
            label: t('table.by', { what: t(`table.${g}`).toLocaleLowerCase() }),
          })),
        ]}
        value={group ?? ''}
        allowDeselect={false}
        onChange={(g) => setTableView({ group: (g === '' ? null : g) as Grouping | null })}
      />
      <span className={styles.totals} aria-live="polite">
        {totals.ofSelection && `${t('table.selected')}: `}
        {t('table.total', {
          rows: format.number(totals.rows),
          quantity: format.number(totals.quantity),
          cost: format.money(totals.cost),
        })}
      </span>
      <ViewsMenu />
      <Columns />
      <ImportButton />
      <ExportButton lines={lines} />
      {filters && (
        <Dialog opened onClose={() => setFilters(false)} title={t('table.filter')}>
          <FilterFields />
        </Dialog>
      )}
    </div>
  );
}

function Columns() {
  const { t } = useTranslation();
  const texts = useCellTexts();
  const order = useTableView((s) => s.order);
  const hidden = useTableView((s) => s.hidden);
  return (
    <Menu position="bottom-end" shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label={t('table.columns')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('table.columns')}>
            <IconColumns3 size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {order.map((column) => {
          const shown = !hidden.includes(column);
          return (
            <Menu.Item
              key={column}
              role="menuitemcheckbox"
              aria-checked={shown}
              leftSection={<Checkbox size="xs" checked={shown} readOnly tabIndex={-1} aria-hidden />}
              onClick={() =>
                setTableView({ hidden: shown ? [...hidden, column] : hidden.filter((c) => c !== column) })
              }
            >
              {texts.heading(column)}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item onClick={resetTableView}>{t('table.resetColumns')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ImportButton() {
  const { t } = useTranslation();
  const roads = useTable('road');
  if (roads.size === 0 || !may.add('placement')) return null;
  const label = t('command.open-import-placements');
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        onClick={() => showDialog('import-placements')}
      >
        <IconFileImport size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}

function ExportButton({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  const texts = useCellTexts();
  const order = useTableView((s) => s.order);
  const hidden = useTableView((s) => s.hidden);
  const write = () => {
    const columns = order.filter((c) => !hidden.includes(c));
    const csv = writeCsv([
      columns.map(texts.heading),
      ...lines.map((line) => columns.map((c) => texts.typed(line, c))),
    ]);
    download(`${t('table.fileName')}.csv`, csv, 'text/csv;charset=utf-8');
  };
  return (
    <Tooltip label={t('table.export')}>
      <ActionIcon variant="subtle" color="gray" aria-label={t('table.export')} onClick={write}>
        <IconFileTypeCsv size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
