/** Above the table: search, filters, grouping, views, columns, and the ways out. */
import { ActionIcon, Button, Checkbox, Menu, Select, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconColumns3, IconFileTypeCsv, IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, mayCommit, newRowId, useCampaign } from '../../data/campaign.ts';
import type { PlacementLine } from '../../data/derived/lines.ts';
import { useRows } from '../../data/hooks.ts';
import {
  encodeView,
  GROUPINGS,
  type Grouping,
  resetTableView,
  setTableView,
  showView,
  useTableView,
  viewText,
} from '../../data/tableView.ts';
import { setFilter, useWorkbench } from '../../data/workbench.ts';
import { writeCsv } from '../../domain/plan/block.ts';
import { isFiltering, NO_FILTER } from '../../domain/plan/filter.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import { useCellTexts } from './cellText.ts';
import { FilterFields } from './FilterFields.tsx';
import type { Pasting } from './PastePreview.tsx';
import styles from './table.module.css';
import type { Totals } from './totals.ts';

interface Props {
  readonly lines: readonly PlacementLine[];
  readonly totals: Totals;
  readonly onPaste: (pasting: Pasting) => void;
}

export function TableBar({ lines, totals }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const filter = useWorkbench((s) => s.filter);
  const group = useTableView((s) => s.group);
  const [filters, setFilters] = useState(false);
  const { text: _text, ...lists } = filter;
  const narrowed = isFiltering({ ...lists, text: '' });
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
      <Views />
      <Columns />
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

function Views() {
  const { t } = useTranslation();
  const reason = useReason();
  const views = useRows('savedView');
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const [naming, setNaming] = useState<string | null>(null);
  const create = { kind: 'create', entity: 'savedView', id: '', fields: { name: '', view: '' } } as const;
  const save = () => {
    const done = commit({ code: 'view.saved', params: { where: naming ?? '' } }, [
      { ...create, id: newRowId(), fields: { name: (naming ?? '').trim(), view: viewText() } },
    ]);
    setNaming(null);
    if (!done.ok) notifications.show({ message: reason(done.reason), color: 'red' });
  };
  const share = async () => {
    const link = `${location.origin}${location.pathname}#/c/${campaignId}/plan/view/${encodeView(viewText())}`;
    await navigator.clipboard.writeText(link);
    notifications.show({ message: t('table.linkCopied'), color: 'green' });
  };
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={250}>
        <Menu.Target>
          <Tooltip label={t('table.views')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('table.views')}>
              <IconBookmark size={18} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((v) => (
            <Menu.Item
              key={v.id}
              onClick={() => {
                if (!showView(v.view)) notifications.show({ message: t('table.badView'), color: 'red' });
              }}
            >
              {v.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          {mayCommit([create]).ok && (
            <Menu.Item onClick={() => setNaming('')}>{t('table.saveView')}</Menu.Item>
          )}
          <Menu.Item onClick={() => void share()}>{t('table.shareView')}</Menu.Item>
          {views.map((v) => {
            const op = { kind: 'delete', entity: 'savedView', id: v.id, version: v.version } as const;
            return mayCommit([op]).ok ? (
              <Menu.Item
                key={`delete ${v.id}`}
                color="gray"
                onClick={() => commit({ code: 'view.deleted', params: { where: v.name } }, [op])}
              >
                {t('table.deleteView', { name: v.name })}
              </Menu.Item>
            ) : null;
          })}
        </Menu.Dropdown>
      </Menu>
      {naming !== null && (
        <Dialog opened onClose={() => setNaming(null)} title={t('table.saveView')} size="sm">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <TextInput
              data-autofocus
              label={t('table.viewName')}
              maxLength={100}
              value={naming}
              onChange={(event) => setNaming(event.currentTarget.value)}
            />
            <Button type="submit" fullWidth mt="md" disabled={naming.trim() === ''}>
              {t('table.saveView')}
            </Button>
          </form>
        </Dialog>
      )}
    </>
  );
}

function ExportButton({ lines }: { readonly lines: readonly PlacementLine[] }) {
  const { t } = useTranslation();
  const texts = useCellTexts();
  const order = useTableView((s) => s.order);
  const hidden = useTableView((s) => s.hidden);
  const download = () => {
    const columns = order.filter((c) => !hidden.includes(c));
    const csv = writeCsv([
      columns.map(texts.heading),
      ...lines.map((line) => columns.map((c) => texts.raw(line, c))),
    ]);
    const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${t('table.fileName')}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Tooltip label={t('table.export')}>
      <ActionIcon variant="subtle" color="gray" aria-label={t('table.export')} onClick={download}>
        <IconFileTypeCsv size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
