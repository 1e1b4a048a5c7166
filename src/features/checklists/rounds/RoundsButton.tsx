import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../../data/campaign/may.ts';
import { useRows } from '../../../data/campaign/rows.ts';
import styles from '../checklists.module.css';
import { RoundsDialog } from './RoundsDialog.tsx';

/** Shown to whoever begins rounds, and to others once there is one. */
export function RoundsButton() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const rounds = useRows('round');
  if (rounds.length === 0 && !may.add('round')) return null;
  return (
    <>
      <Button
        variant="default"
        className={styles.small ?? ''}
        aria-label={t('rounds.title')}
        leftSection={<IconEye size={17} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        <span className={styles.word}>{t('rounds.title')}</span>
      </Button>
      {opened && <RoundsDialog onClose={() => setOpened(false)} />}
    </>
  );
}
