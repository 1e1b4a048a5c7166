import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PIECES, type Pieces } from '../../../domain/road/import/grouping.ts';
import type { ImportSettings } from '../../../domain/road/import/planImport.ts';
import { NumberField } from '../../../ui/fields/number/NumberField.tsx';
import styles from '../exchange.module.css';
import type { ImportState } from './importState.ts';

interface Props {
  readonly state: Extract<ImportState, { step: 'preview' }>;
  readonly onChange: (change: (now: ImportSettings) => ImportSettings) => void;
}

/** Which property means what, and what joins features into one road; every change joins anew. */
export function SettingsForm({ state, onChange }: Props) {
  const { t } = useTranslation();
  const { settings, properties } = state;
  const column = (which: 'code' | 'name' | 'class') => (
    <Select
      key={which}
      label={t(`import.${which}`)}
      data={[...properties]}
      value={settings.columns[which]}
      placeholder={t('import.noColumn')}
      clearable
      searchable
      onChange={(value) => onChange((now) => ({ ...now, columns: { ...now.columns, [which]: value } }))}
    />
  );
  return (
    <div className={styles.settings}>
      {column('code')}
      {column('name')}
      {column('class')}
      <Select
        label={t('import.pieces')}
        data={PIECES.map((p) => ({ value: p, label: t(`import.pieces.${p}`) }))}
        value={settings.pieces}
        allowDeselect={false}
        onChange={(pieces) =>
          // Which names were the other way round says nothing of another way to join.
          onChange((now) => ({ ...now, pieces: (pieces ?? 'each') as Pieces, otherwise: [] }))
        }
      />
      <NumberField
        of="import"
        label={t('import.maxGap')}
        value={settings.maxGap}
        min={0}
        max={20_000}
        step={100}
        onChange={(maxGap) => onChange((now) => ({ ...now, maxGap }))}
      />
      {settings.pieces === 'each' && settings.columns.name !== null && (
        <p className={styles.why}>{t('import.piecesWhy.each')}</p>
      )}
    </div>
  );
}
