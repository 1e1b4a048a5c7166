/** The workbench: map, table and inspector as views of one selection. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconFileImport, IconPrinter, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, mayCommit, useCampaign } from '../../data/campaign.ts';
import { useRow, useTable } from '../../data/hooks.ts';
import { goTo, select, useWorkbench } from '../../data/workbench.ts';
import { MapView } from '../../features/map/MapView.tsx';
import { DraftPanel } from '../../features/plan/DraftPanel.tsx';
import { Inspector } from '../../features/plan/Inspector.tsx';
import { Toolbar } from '../../features/plan/Toolbar.tsx';
import { stepBack, TOOLS } from '../../features/plan/tools.ts';
import { PlacementTable } from '../../features/table/PlacementTable.tsx';
import styles from './plan.module.css';

const ImportRoads = lazy(() =>
  import('../../features/exchange/ImportRoads.tsx').then((m) => ({ default: m.ImportRoads })),
);

interface Props {
  /** A road to bring into view, from a link or the code on a printed sheet. */
  readonly roadId?: string | undefined;
  readonly onPrint: () => void;
}

export function PlanScreen({ roadId, onPrint }: Props) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 700px)') ?? false;
  const [importing, setImporting] = useState(false);
  const [dock, setDock] = useState(true);
  const [phoneView, setPhoneView] = useState<'map' | 'table'>('map');
  const draft = useWorkbench((s) => s.draft);
  const selected = useRow(
    'placement',
    useWorkbench((s) => s.selected),
  );
  const roads = useTable('road');
  const roadsReady = roads.size > 0;
  useKeys();
  useEffect(() => {
    if (roadId !== undefined && roadsReady) goTo({ roadId });
  }, [roadId, roadsReady]);
  const panel =
    draft !== null ? (
      <DraftPanel draft={draft} />
    ) : selected === undefined ? null : (
      <Inspector row={selected} />
    );
  const mayImport = mayImportRoads();
  const showTable = narrow ? phoneView === 'table' : dock;
  return (
    <main className={`${styles.plan} ${panel === null ? '' : styles.withPanel}`}>
      <section className={styles.map} aria-label={t('map.label')} hidden={narrow && phoneView === 'table'}>
        <MapView />
        <Toolbar />
        <div className={styles.actions}>
          {mayImport && (
            <Tooltip label={t('tool.import')} position="left">
              <ActionIcon
                size={36}
                variant="default"
                aria-label={t('tool.import')}
                onClick={() => setImporting(true)}
              >
                <IconFileImport size={18} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={t('tool.print')} position="left">
            <ActionIcon size={36} variant="default" aria-label={t('tool.print')} onClick={onPrint}>
              <IconPrinter size={18} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </div>
        {!roadsReady && (
          <div className={styles.empty}>
            <h2>{t('plan.empty.title')}</h2>
            <p>{t('plan.empty.body')}</p>
            {mayImport && <Button onClick={() => setImporting(true)}>{t('tool.import')}</Button>}
          </div>
        )}
      </section>
      <section
        className={`${styles.dock} ${showTable ? '' : styles.closed}`}
        hidden={narrow && phoneView === 'map'}
      >
        {!narrow && (
          <button
            type="button"
            className={styles.dockBar}
            aria-expanded={dock}
            aria-label={t(dock ? 'table.hide' : 'table.show')}
            onClick={() => setDock(!dock)}
          >
            <IconTable size={17} stroke={1.75} aria-hidden />
            <span>{t('table.title')}</span>
            <PlacementCount />
            {dock ? <IconChevronDown size={17} aria-hidden /> : <IconChevronUp size={17} aria-hidden />}
          </button>
        )}
        {showTable && <PlacementTable />}
      </section>
      {panel !== null && <aside className={styles.side}>{panel}</aside>}
      {narrow && panel === null && (
        <div className={styles.switch}>
          <Button variant="default" onClick={() => setPhoneView(phoneView === 'map' ? 'table' : 'map')}>
            {t(phoneView === 'map' ? 'plan.view.table' : 'plan.view.map')}
          </Button>
        </div>
      )}
      {importing && (
        <Suspense>
          <ImportRoads onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </main>
  );
}

function PlacementCount() {
  const placements = useTable('placement');
  return <span className={styles.count}>{placements.size}</span>;
}

/** Whether a road could be created at all: the same question the server asks. */
function mayImportRoads(): boolean {
  const fields = {
    code: '',
    name: '',
    class: 'other' as const,
    line: [],
    gaps: [],
    zeroChainage: 0,
    calibration: [],
    halfWidth: 3,
    source: '',
  };
  return mayCommit([{ kind: 'create', entity: 'road', id: '', fields }]).ok;
}

/** The keys of the workbench. A field that is being typed in keeps its letters. */
function useKeys(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.key === 'Escape' && !event.defaultPrevented && at.closest('[role="dialog"]') === null) {
        stepBack();
        return;
      }
      if (
        at.closest('input:not([type="radio"]), textarea, select, [contenteditable], [role="dialog"]') !== null
      )
        return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const tool = TOOLS.find((x) => x.key === event.key.toUpperCase());
      if (tool?.available()) tool.run();
      if (event.key === 'Delete') deleteSelected();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function deleteSelected(): void {
  const { selected } = useWorkbench.getState();
  const row = useCampaign.getState().tables.placement.get(selected ?? '');
  if (row === undefined) return;
  const done = commit({ code: 'placement.deleted' }, [
    { kind: 'delete', entity: 'placement', id: row.id, version: row.version },
  ]);
  if (done.ok) select(null);
}
