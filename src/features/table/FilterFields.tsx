/** The campaign's filter, list by list; map and diagram dim what it leaves out. */
import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { roadLabel } from '../../data/derived/roads.ts';
import { useRows } from '../../data/hooks.ts';
import { setFilter, useWorkbench } from '../../data/workbench.ts';
import { SEVERITIES, type Severity } from '../../domain/checks/finding.ts';
import { PLACEMENT_STATES } from '../../domain/edit/states.ts';
import type { PlacementState } from '../../domain/model/rows.ts';
import styles from './table.module.css';

type Choice = { readonly value: string; readonly label: string };

function sorted(choices: Choice[]): Choice[] {
  return choices.sort((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true }));
}

export function FilterFields() {
  const { t, i18n } = useTranslation();
  const filter = useWorkbench((s) => s.filter);
  const roads = useRows('road');
  const units = useRows('unit');
  const types = useRows('assetType');
  const placements = useRows('placement');
  const english = i18n.language === 'en';
  const phases = useMemo(
    () => [...new Set(placements.map((p) => p.phase).filter((p) => p !== ''))].sort(),
    [placements],
  );
  const common = { searchable: true, clearable: true, limit: 80, hidePickedOptions: true } as const;
  return (
    <div className={styles.filterFields}>
      <MultiSelect
        {...common}
        label={t('table.road')}
        data={sorted(roads.map((r) => ({ value: r.id, label: roadLabel(r) })))}
        value={[...filter.roadIds]}
        onChange={(roadIds) => setFilter({ roadIds })}
      />
      <MultiSelect
        {...common}
        label={t('table.unit')}
        data={sorted(units.map((u) => ({ value: u.id, label: u.name })))}
        value={[...filter.unitIds]}
        onChange={(unitIds) => setFilter({ unitIds })}
      />
      <MultiSelect
        {...common}
        label={t('table.type')}
        data={types.map((x) => ({ value: x.id, label: english && x.nameEn !== '' ? x.nameEn : x.name }))}
        value={[...filter.typeIds]}
        onChange={(typeIds) => setFilter({ typeIds })}
      />
      <MultiSelect
        {...common}
        label={t('table.state')}
        data={PLACEMENT_STATES.map((s) => ({ value: s, label: t(`state.${s}`) }))}
        value={[...filter.states]}
        onChange={(states) => setFilter({ states: states as PlacementState[] })}
      />
      <MultiSelect
        {...common}
        label={t('table.phase')}
        data={phases}
        value={[...filter.phases]}
        onChange={(list) => setFilter({ phases: list })}
      />
      <MultiSelect
        {...common}
        label={t('findings.title')}
        data={SEVERITIES.map((s) => ({ value: s, label: t(`severity.${s}`) }))}
        value={[...filter.severities]}
        onChange={(list) => setFilter({ severities: list as Severity[] })}
      />
    </div>
  );
}
