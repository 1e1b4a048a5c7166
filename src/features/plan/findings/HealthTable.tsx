/** The health of the plan: as a whole, road by road, unit by unit; a row shows only its part on map and diagram. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useFindings } from '../../../data/checks/findings.ts';
import { goTo, setFilter } from '../../../data/workbench/view.ts';
import { healthByPart, type PartHealth } from '../../../domain/checks/health.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { unitShares } from '../../../domain/plan/shares.ts';
import { NO_FILTER } from '../../../domain/table/filter.ts';
import { useFormat } from '../../../ui/format.ts';
import styles from './health.module.css';

const WHOLE = 'whole';
const COLUMNS = ['error', 'warning', 'hint', 'accepted'] as const;

interface Part {
  readonly id: Id;
  readonly name: string;
  readonly health: PartHealth;
}

export function HealthTable() {
  const { t } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  const findings = useFindings();
  const { whole, roads, units } = useMemo(() => {
    const placements = [...tables.placement.values()];
    const rowOf = (id: Id | null) => tables.placement.get(id ?? '');
    const byRoad = healthByPart(placements, findings, (id, finding) => [
      rowOf(id)?.roadId ?? finding?.place.roadId ?? '',
    ]);
    const byUnit = healthByPart(placements, findings, (id, finding) => {
      const row = rowOf(id);
      const about = finding?.place.unitId;
      if (about !== undefined) return [about];
      return row === undefined ? [] : [...unitShares(tables, row).keys()].filter((u) => u !== null);
    });
    const named = (parts: ReadonlyMap<Id, PartHealth>, name: (id: Id) => string | undefined): Part[] =>
      [...parts]
        .flatMap(([id, health]) => {
          const known = name(id);
          return known === undefined ? [] : [{ id, name: known, health }];
        })
        .sort(
          (a, b) =>
            b.health.error - a.health.error ||
            b.health.warning - a.health.warning ||
            a.name.localeCompare(b.name, 'vi', { numeric: true }),
        );
    return {
      whole: healthByPart(placements, findings, () => [WHOLE]).get(WHOLE),
      roads: named(byRoad, (id) => {
        const road = tables.road.get(id);
        return road === undefined ? undefined : roadLabel(road);
      }),
      units: named(byUnit, (id) => tables.unit.get(id)?.name),
    };
  }, [tables, findings]);
  if (whole === undefined) return <p className={styles.none}>{t('health.empty')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={t('health.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('health.part')}</th>
            <th scope="col">{t('health.sound')}</th>
            {COLUMNS.map((c) => (
              <th key={c} scope="col" className={styles.number}>
                {t(`health.${c}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={t('health.whole')} health={whole} strong onShow={() => setFilter(NO_FILTER)} />
        </tbody>
        <Parts
          title={t('health.roads')}
          parts={roads}
          onShow={(id) => {
            setFilter({ ...NO_FILTER, columns: { road: [id] } });
            goTo({ roadId: id });
          }}
        />
        <Parts
          title={t('health.units')}
          parts={units}
          onShow={(id) => setFilter({ ...NO_FILTER, columns: { unit: [id] } })}
        />
      </table>
    </section>
  );
}

interface PartsProps {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly onShow: (id: Id) => void;
}

function Parts({ title, parts, onShow }: PartsProps) {
  if (parts.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2 + COLUMNS.length} className={styles.head}>
          {title}
        </th>
      </tr>
      {parts.map(({ id, name, health }) => (
        <Row key={id} name={name} health={health} onShow={() => onShow(id)} />
      ))}
    </tbody>
  );
}

interface RowProps {
  readonly name: string;
  readonly health: PartHealth;
  readonly strong?: boolean;
  readonly onShow: () => void;
}

function Row({ name, health, strong = false, onShow }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = health.placements === 0 ? 1 : health.sound / health.placements;
  return (
    <tr className={strong ? styles.strong : ''}>
      <th scope="row">
        <button type="button" onClick={onShow}>
          {name}
        </button>
      </th>
      <td>
        <span className={styles.bar} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
        {t('health.soundOf', {
          sound: format.number(health.sound),
          all: format.number(health.placements),
        })}
      </td>
      {COLUMNS.map((c) => (
        <td key={c} className={`${styles.number} ${health[c] > 0 ? styles[c] : styles.zero}`}>
          {format.number(health[c])}
        </td>
      ))}
    </tr>
  );
}
