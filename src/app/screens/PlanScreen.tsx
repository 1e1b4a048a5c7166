/** The workbench: map, diagram, table and inspector as views of one selection. */

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../data/campaign/may.ts';
import { useCampaignRow, useTable } from '../../data/campaign/rows.ts';
import { useHealth, watchPlan } from '../../data/checks/findings.ts';
import { offered } from '../../data/commands/registry.ts';
import { request } from '../../data/commands/requests.ts';
import { addOpenStreetMap, hasOpenStreetMap } from '../../data/map/baseMaps.ts';
import { useMatching } from '../../data/table/matching.ts';
import { decodeView, showView } from '../../data/table/tableView.ts';
import { select, selectOnly } from '../../data/workbench/choose.ts';
import { useDrafts } from '../../data/workbench/drafts.ts';
import { useOnlySelected, useSelectedIds } from '../../data/workbench/selection.ts';
import { type Dock, goTo, setDock, showDialog, toggleDock, useView } from '../../data/workbench/view.ts';
import { MapView } from '../../features/map/MapView.tsx';
import { Toolbar } from '../../features/plan/Toolbar.tsx';
import { Later } from '../../ui/components/Later.tsx';
import { NamedIcon } from '../../ui/icons.tsx';
import { useTell } from '../../ui/tell.ts';
import { loadableMark, loadableScreen } from '../loadable.tsx';
import { DockEdge, useDockHeight } from './DockEdge.tsx';
import styles from './plan.module.css';
import type { Panel } from './SidePanel.tsx';

/** A part that is on its way: said only where it takes long enough to wonder. */
function Coming() {
  const { t } = useTranslation();
  return (
    <p className={styles.coming} role="status">
      {t('app.loading')}
    </p>
  );
}
const COMING = <Coming />;

// The map is what one waits for; the rest comes when it is opened, and before that when there is time.
const PlacementTable = loadableScreen(
  'PlacementTable',
  () => import('../../features/table/PlacementTable.tsx').then((m) => m.PlacementTable),
  COMING,
);
const StripView = loadableScreen(
  'StripView',
  () => import('../../features/strip/StripView.tsx').then((m) => m.StripView),
  COMING,
);
const SidePanel = loadableScreen(
  'SidePanel',
  () => import('./SidePanel.tsx').then((m) => m.SidePanel),
  COMING,
);
const FindingsPanel = loadableScreen(
  'FindingsPanel',
  () => import('../../features/plan/findings/FindingsPanel.tsx').then((m) => m.FindingsPanel),
  COMING,
);
const LayerList = loadableScreen(
  'LayerList',
  () => import('../../features/map/LayerList.tsx').then((m) => m.LayerList),
  null,
);

/** A finger has no place before it presses: a phone does without. */
const Readout = loadableMark('Readout', () =>
  import('../../features/map/Readout.tsx').then((m) => m.Readout),
);
const Legend = loadableMark('Legend', () => import('../../features/map/Legend.tsx').then((m) => m.MapLegend));
const Handles = loadableScreen(
  'Handles',
  () => import('../../features/map/handles/Handles.tsx').then((m) => m.Handles),
  null,
);

interface Props {
  /** What a link points at: a road, a placement, or a view of the table. */
  readonly what?: string | undefined;
  readonly which?: string | undefined;
}

export function PlanScreen({ what, which }: Props) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 700px)') ?? false;
  const [phoneView, setPhoneView] = useState<'map' | Dock>('map');
  const dock = useView((s) => s.dock);
  const dockHeight = useDockHeight();
  const roads = useTable('road');
  const roadsReady = roads.size > 0;
  const panel = usePanel();
  useEffect(watchPlan, []);
  useLink(what, which, roadsReady);
  const shown = narrow ? (phoneView === 'map' ? null : phoneView) : dock;
  const mayImport = may.add('road');
  const campaign = useCampaignRow();
  const tell = useTell();
  // Without roads there is nothing to know a place by.
  const mayMap =
    campaign !== undefined && !hasOpenStreetMap(campaign) && may.change('campaign', campaign, 'baseMaps');
  return (
    <main className={`${styles.plan} ${panel === null ? '' : styles.withPanel}`}>
      <section className={styles.map} aria-label={t('map.label')} hidden={narrow && shown !== null}>
        <MapView layers={LayerList} handles={Handles} readout={Readout} legend={Legend}>
          {offered('side').map(({ id, icon }) => (
            <SideAction key={id} id={id} icon={icon} />
          ))}
        </MapView>
        <Toolbar />
        {!roadsReady && panel === null && (
          <div className={styles.empty}>
            <h2>{t(mayImport ? 'plan.empty.title' : 'plan.empty.none')}</h2>
            <p>{t(mayImport ? 'plan.empty.body' : 'plan.empty.waits')}</p>
            <span className={styles.emptyButtons}>
              {mayImport && <Button onClick={() => showDialog('import')}>{t('command.open-import')}</Button>}
              {mayImport && (
                <Button variant="default" onClick={() => request('tool.road')}>
                  {t('command.tool.road')}
                </Button>
              )}
              {mayMap && (
                <Button variant="default" onClick={() => tell(addOpenStreetMap(campaign))}>
                  {t('basemap.osm')}
                </Button>
              )}
            </span>
          </div>
        )}
      </section>
      <section
        className={`${styles.dock} ${shown === null ? styles.closed : ''}`}
        hidden={narrow && shown === null}
        aria-label={t('dock.label')}
        style={narrow || shown === null ? {} : { height: dockHeight }}
      >
        {!narrow && shown !== null && <DockEdge />}
        {!narrow && <DockTabs dock={dock} />}
        {shown === 'strip' && <StripView />}
        {shown === 'table' && <PlacementTable />}
        {shown === 'findings' && <FindingsPanel />}
      </section>
      {panel !== null && (
        <aside className={styles.side}>
          <Later>
            <SidePanel panel={panel} />
          </Later>
        </aside>
      )}
      {narrow && panel === null && (
        <fieldset className={styles.switch} data-over-map>
          <legend>{t('dock.label')}</legend>
          {(['map', 'strip', 'table', 'findings'] as const).map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={phoneView === view}
              onClick={() => setPhoneView(view)}
            >
              {t(`dock.${view}`)}
            </button>
          ))}
        </fieldset>
      )}
    </main>
  );
}

function SideAction({ id, icon }: { readonly id: string; readonly icon: string }) {
  const { t } = useTranslation();
  const label = String(t(`command.${id}` as 'command.go-to'));
  return (
    <Tooltip label={label} position="left">
      <ActionIcon size={36} variant="default" aria-label={label} onClick={() => request(id)}>
        <NamedIcon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}

/** What the panel at the side is about: what is being drawn, or what is selected; null when there is none. */
function usePanel(): Panel | null {
  const tool = useDrafts((s) => s.tool);
  const draft = useDrafts((s) => s.draft);
  const feature = useDrafts((s) => s.featureDraft);
  const area = useDrafts((s) => s.areaDraft);
  const drawnRoad = useDrafts((s) => s.roadDraft);
  const ground = useOnlySelected('roadFeature', 'noGoArea', 'place');
  const road = useOnlySelected('road');
  const roads = useTable('road');
  const groundRows = useTable(ground?.entity ?? 'noGoArea');
  const selection = useSelectedIds('placement');
  const placements = useTable('placement');
  const rows = useMemo(() => selection.flatMap((id) => placements.get(id) ?? []), [selection, placements]);
  if (draft !== null) return { kind: 'draft', draft };
  if (feature !== null) return { kind: 'feature', draft: feature };
  if (area !== null) return { kind: 'area', draft: area };
  if (drawnRoad !== null) return { kind: 'road', draft: drawnRoad };
  if (tool === 'measure') return { kind: 'measure' };
  if (road !== null && roads.has(road.id)) return { kind: 'roads' };
  if (ground !== null && groundRows.has(ground.id)) return { kind: 'ground' };
  return rows.length === 0 ? null : { kind: 'placements', rows };
}

/** Follows a link once its rows are there. */
function useLink(what: string | undefined, which: string | undefined, ready: boolean): void {
  useEffect(() => {
    if (which === undefined || !ready) return;
    if (what === 'road') {
      selectOnly('road', which);
      goTo({ roadId: which });
    }
    if (what === 'placement') {
      select(which);
      goTo({ placementId: which });
    }
    if (what === 'view') {
      const text = decodeView(which);
      if (text !== null) showView(text);
    }
  }, [what, which, ready]);
}

const TABS = [
  ['strip', 'strip'],
  ['table', 'table'],
  ['findings', 'alert'],
] as const satisfies readonly (readonly [Dock, string])[];

function DockTabs({ dock }: { readonly dock: Dock | null }) {
  const { t } = useTranslation();
  return (
    <div className={styles.dockBar}>
      <div role="tablist" aria-label={t('dock.label')} className={styles.tabs}>
        {TABS.map(([name, icon]) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={dock === name}
            onClick={() => toggleDock(name)}
          >
            <NamedIcon name={icon} size={17} />
            <span>{t(`dock.${name}`)}</span>
            {name === 'table' && <PlacementCount />}
            {name === 'findings' && <FindingCount />}
          </button>
        ))}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t(dock === null ? 'dock.show' : 'dock.hide')}
        aria-expanded={dock !== null}
        onClick={() => setDock(dock === null ? 'table' : null)}
      >
        {dock === null ? <IconChevronUp size={17} aria-hidden /> : <IconChevronDown size={17} aria-hidden />}
      </ActionIcon>
    </div>
  );
}

function PlacementCount() {
  const all = useTable('placement');
  const matching = useMatching();
  return (
    <span className={styles.count}>
      {matching === null || matching.size === all.size ? all.size : `${matching.size} / ${all.size}`}
    </span>
  );
}

function FindingCount() {
  const { error, warning } = useHealth();
  if (error + warning === 0) return null;
  return <span className={error > 0 ? styles.errors : styles.warnings}>{error + warning}</span>;
}
