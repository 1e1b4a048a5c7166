/** One refused edit: why, what is mine and what is on the server, and the ways out. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { decide } from '../../data/campaign.ts';
import type { OutboxEntry } from '../../data/replica/deviceStore.ts';
import { saveUnsent } from '../../data/unsent.ts';
import { useReason } from '../../ui/reason.ts';
import { Comparison } from './Comparison.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import styles from './sync.module.css';
import { useEditWords } from './useEditWords.ts';

export function AttentionEntry({ entry }: { readonly entry: OutboxEntry }) {
  const { t } = useTranslation();
  const words = useEditWords();
  const reason = useReason();
  const { refusal } = entry;
  const conflicts = refusal?.conflicts ?? [];
  const isConflict = refusal?.code === 'edit.conflict';
  return (
    <article className={styles.entry}>
      <strong>{words(entry.edit)}</strong>
      {refusal !== null && <p>{reason({ code: refusal.code, params: refusal.params })}</p>}
      {conflicts.map((conflict) => (
        <Comparison key={`${conflict.op}`} entry={entry} index={conflict.op} />
      ))}
      <div className={styles.choices}>
        <Button
          size="xs"
          variant={isConflict ? 'filled' : 'default'}
          onClick={() => void decide(entry, 'mine')}
        >
          {t(isConflict ? 'sync.keepMine' : 'sync.sendAgain')}
        </Button>
        {isConflict ? (
          <Button size="xs" variant="default" onClick={() => void decide(entry, 'theirs')}>
            {t('sync.takeTheirs')}
          </Button>
        ) : (
          <>
            <Button size="xs" variant="default" onClick={() => saveUnsent([entry])}>
              {t('sync.saveFile')}
            </Button>
            <ConfirmButton
              label={t('sync.drop')}
              question={t('sync.dropSure')}
              onConfirm={() => void decide(entry, 'theirs')}
            />
          </>
        )}
      </div>
    </article>
  );
}
