/** The campaign's filter, column by column and by findings; map and diagram dim what it leaves out. */
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setFilter, useView } from '../../../data/workbench/view.ts';
import { SEVERITIES, type Severity } from '../../../domain/checks/finding.ts';
import { COLUMN_IDS } from '../../../domain/table/columns.ts';
import styles from '../table.module.css';
import { ColumnFilter } from './ColumnFilter.tsx';

export function FilterFields() {
  const { t } = useTranslation();
  const severities = useView((s) => s.filter.severities);
  return (
    <div className={styles.filterFields}>
      <MultiSelect
        clearable
        label={t('findings.title')}
        data={SEVERITIES.map((s) => ({ value: s, label: t(`severity.${s}`) }))}
        value={[...severities]}
        onChange={(list) => setFilter({ severities: list as Severity[] })}
      />
      {COLUMN_IDS.map((column) => (
        <ColumnFilter key={column} column={column} />
      ))}
    </div>
  );
}
