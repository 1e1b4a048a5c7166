/** All findings of the plan, by weight, road, unit or rule; each leads to its place. */
import { SegmentedControl, Select, Switch } from '@mantine/core';
import { IconCircleCheck, IconWand } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { type OpenFinding, useFindings, useFindingsStore, useHealth } from '../../../data/checks/findings.ts';
import { commandOf } from '../../../data/commands/registry.ts';
import { request } from '../../../data/commands/requests.ts';
import { select } from '../../../data/workbench/choose.ts';
import { goTo } from '../../../data/workbench/view.ts';
import { SEVERITIES, type Severity } from '../../../domain/checks/finding.ts';
import type { Tables } from '../../../domain/model/rows.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { unitShares } from '../../../domain/plan/shares.ts';
import { useFormat } from '../../../ui/format.ts';
import { FindingItem } from './FindingItem.tsx';
import styles from './findings.module.css';
import { useFindingWhere } from './findingWhere.ts';
import { useFindingWords } from './findingWords.ts';
import { HealthTable } from './HealthTable.tsx';

const GROUPINGS = ['severity', 'road', 'unit', 'rule'] as const;
type Grouping = (typeof GROUPINGS)[number];

interface Look {
  readonly grouping: Grouping;
  readonly accepted: boolean;
  readonly view: 'list' | 'health';
}

/** How the panel is looked at outlives it: one goes to the table and comes back to the same. */
const useLook = create<Look>(() => ({ grouping: 'severity', accepted: false, view: 'list' }));

interface Group {
  readonly name: string;
  readonly rank: number;
  readonly findings: OpenFinding[];
}

type Line =
  | { readonly kind: 'head'; readonly group: Group }
  | { readonly kind: 'finding'; readonly open: OpenFinding };

export function FindingsPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useFindingWords();
  const tables = useCampaign((s) => s.tables);
  const settled = useFindingsStore((s) => s.settled);
  const all = useFindings();
  const { grouping, accepted, view } = useLook();
  const health = useHealth();
  const lines = useMemo(() => {
    const shown = all.filter((f) => accepted || f.acceptance === undefined);
    const nameOf = (open: OpenFinding): { name: string; rank: number } => {
      if (grouping === 'severity') {
        const at = SEVERITIES.indexOf(open.finding.severity);
        return { name: t(`severity.${open.finding.severity}`), rank: at };
      }
      if (grouping === 'rule')
        return { name: words.rule(open.finding.rule), rank: SEVERITIES.indexOf(open.finding.severity) };
      if (grouping === 'road') return { name: roadOf(tables, open) || t('findings.noRoad'), rank: 0 };
      return { name: unitOf(tables, open) || t('findings.noUnit'), rank: 0 };
    };
    return linesOf(shown, nameOf);
  }, [all, accepted, grouping, tables, t, words]);
  const mendable = all.length > 0 && commandOf('mend-all').available();
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <p className={styles.health} aria-live="polite">
          {!settled && all.length === 0
            ? t('findings.checking')
            : t('findings.health', {
                errors: format.number(health.error),
                warnings: format.number(health.warning),
                hints: format.number(health.hint),
                accepted: format.number(health.accepted),
              })}
        </p>
        <SegmentedControl
          size="xs"
          aria-label={t('health.view')}
          data={[
            { value: 'list', label: t('health.list') },
            { value: 'health', label: t('health.title') },
          ]}
          value={view}
          onChange={(v) => useLook.setState({ view: v as Look['view'] })}
        />
        {view === 'list' && (
          <>
            <Switch
              size="xs"
              label={t('findings.showAccepted')}
              checked={accepted}
              onChange={(event) => useLook.setState({ accepted: event.currentTarget.checked })}
            />
            {mendable && (
              <button type="button" className={styles.fix} onClick={() => request('mend-all')}>
                <IconWand size={15} aria-hidden /> {t('command.mend-all')}
              </button>
            )}
            <Select
              size="xs"
              w={150}
              aria-label={t('findings.groupBy')}
              data={GROUPINGS.map((g) => ({ value: g, label: t(`findings.by.${g}`) }))}
              value={grouping}
              allowDeselect={false}
              onChange={(g) => useLook.setState({ grouping: (g ?? 'severity') as Grouping })}
            />
          </>
        )}
      </div>
      {view === 'health' ? (
        <HealthTable />
      ) : lines.length === 0 ? (
        <p className={styles.none}>
          <IconCircleCheck size={20} aria-hidden /> {settled ? t('findings.none') : t('findings.checking')}
        </p>
      ) : (
        <Lines lines={lines} />
      )}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const format = useFormat();
  const where = useFindingWhere();
  const words = useFindingWords();
  const scroller = useRef<HTMLUListElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (lines[i]?.kind === 'head' ? 32 : 78),
    getItemKey: (i) => {
      const line = lines[i];
      return line?.kind === 'finding' ? line.open.finding.key : `head ${line?.group.name}`;
    },
    overscan: 6,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ul className={styles.scroller} ref={scroller} tabIndex={0}>
      <li aria-hidden style={{ height: virtual.getTotalSize() }} />
      {virtual.getVirtualItems().map((item) => {
        const line = lines[item.index];
        if (line === undefined) return null;
        return (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className={styles.line}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {line.kind === 'head' ? (
              <h3 className={styles.head}>
                {line.group.name} <span>{format.number(line.group.findings.length)}</span>
              </h3>
            ) : (
              <ul className={styles.one}>
                <FindingItem
                  open={line.open}
                  where={where(line.open.finding) || words.rule(line.open.finding.rule)}
                  onGo={() => show(line.open)}
                />
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function linesOf(
  shown: readonly OpenFinding[],
  nameOf: (open: OpenFinding) => { name: string; rank: number },
): Line[] {
  const groups = new Map<string, Group>();
  for (const open of shown) {
    const { name, rank } = nameOf(open);
    const group = groups.get(name) ?? { name, rank, findings: [] };
    groups.set(name, group);
    group.findings.push(open);
  }
  const weight = (s: Severity) => SEVERITIES.indexOf(s);
  return [...groups.values()]
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'vi', { numeric: true }))
    .flatMap((group): Line[] => [
      { kind: 'head', group },
      ...group.findings
        .sort(
          (a, b) =>
            weight(a.finding.severity) - weight(b.finding.severity) ||
            a.finding.rule.localeCompare(b.finding.rule) ||
            a.finding.key.localeCompare(b.finding.key),
        )
        .map((open): Line => ({ kind: 'finding', open })),
    ]);
}

function roadOf(tables: Tables, { finding: { place } }: OpenFinding): string {
  const id = place.roadId ?? tables.placement.get(place.placementId ?? '')?.roadId ?? '';
  const road = tables.road.get(id);
  return road === undefined ? '' : roadLabel(road);
}

/** The unit that has most of the placement. */
function unitOf(tables: Tables, { finding: { place } }: OpenFinding): string {
  const row = tables.placement.get(place.placementId ?? '');
  if (row === undefined) return '';
  const [most] = [...unitShares(tables, row)].sort((a, b) => b[1] - a[1]);
  return tables.unit.get(most?.[0] ?? '')?.name ?? '';
}

function show({ finding: { place } }: OpenFinding): void {
  if (place.placementId !== undefined) {
    select(place.placementId);
    if (place.roadId !== undefined && place.from !== undefined && Number.isFinite(place.from))
      goTo({ roadId: place.roadId, from: place.from - 60, to: (place.to ?? place.from) + 60 });
    else goTo({ placementId: place.placementId });
  }
}
