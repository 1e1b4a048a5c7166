import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconChecks, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import styles from './checklists.module.css';
import { RoundsButton } from './rounds/RoundsButton.tsx';
import { GROUPINGS, SCOPES, SHOWN, type setWorkView, useWorkView } from './view.ts';

interface Props {
  readonly mine: number;
  readonly scope: (typeof SCOPES)[number];
  readonly choosing: boolean;
  readonly onView: typeof setWorkView;
  readonly onChoose: () => void;
  readonly onPrint: () => void;
}

export function WorkControls({ mine, scope, choosing, onView, onChoose, onPrint }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shown, grouping } = useWorkView();
  return (
    <div className={styles.controls}>
      <SegmentedControl
        classNames={{ root: styles.segments ?? '', label: styles.segment ?? '' }}
        aria-label={t('checklists.scope')}
        value={scope}
        onChange={(value) => onView({ scope: value as typeof scope })}
        data={SCOPES.map((value) => ({
          value,
          label:
            value === 'mine'
              ? t('checklists.scope.mine', { n: format.number(mine) })
              : t('checklists.scope.all'),
        }))}
      />
      <SegmentedControl
        classNames={{ root: styles.segments ?? '', label: styles.segment ?? '' }}
        aria-label={t('checklists.show')}
        value={shown}
        onChange={(value) => onView({ shown: value as typeof shown })}
        data={SHOWN.map((value) => ({ value, label: t(`checklists.show.${value}`) }))}
      />
      <Select
        aria-label={t('checklists.groupBy')}
        className={styles.grouping ?? ''}
        value={grouping}
        allowDeselect={false}
        onChange={(value) => onView({ grouping: (value ?? 'day') as typeof grouping })}
        data={GROUPINGS.map((value) => ({ value, label: t(`checklists.group.${value}`) }))}
      />
      <Button
        className={styles.several ?? ''}
        variant="default"
        aria-pressed={choosing}
        leftSection={<IconChecks size={17} aria-hidden />}
        onClick={onChoose}
      >
        {t('checklists.several')}
      </Button>
      <RoundsButton />
      <Button
        variant="default"
        className={styles.small ?? ''}
        aria-label={t('command.open-print')}
        leftSection={<IconPrinter size={17} aria-hidden />}
        onClick={onPrint}
      >
        <span className={styles.word}>{t('command.open-print')}</span>
      </Button>
    </div>
  );
}
