/** One refused edit: why, what is mine and what is on the server, and the ways out. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dropWaiting, keepMine, useAgainst } from '../../data/campaign/deciding.ts';
import { saveUnsent } from '../../data/campaign/unsent.ts';
import type { OutboxEntry } from '../../data/replica/deviceStore.ts';
import { useFieldName } from '../../ui/fields/useFieldName.ts';
import { useReason } from '../../ui/reason.ts';
import { Comparison } from './Comparison.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import styles from './sync.module.css';
import { useEditWords } from './useEditWords.ts';

export function AttentionEntry({ entry }: { readonly entry: OutboxEntry }) {
  const { t } = useTranslation();
  const words = useEditWords();
  const reason = useReason();
  const { shown, sendable } = useAgainst(entry);
  const { refusal } = entry;
  const field = useFieldName()(refusal?.field);
  const isConflict = refusal?.code === 'edit.conflict';
  // What the server has is somebody's decision and stays there; what is given up otherwise is nowhere.
  const theirs = isConflict && sendable;
  return (
    <article className={styles.entry}>
      <strong>{words(entry.edit)}</strong>
      {refusal !== null && (
        <p>
          {field !== null && <strong>{field}: </strong>}
          {reason({ code: refusal.code, params: refusal.params })}
        </p>
      )}
      {shown.map((conflict) => (
        <Comparison key={`${conflict.op}`} entry={entry} conflict={conflict} />
      ))}
      {!sendable && <p>{t('sync.allGone')}</p>}
      <div className={styles.choices}>
        {sendable && (
          <Button
            size="xs"
            variant={isConflict ? 'filled' : 'default'}
            onClick={() => void keepMine(entry, shown)}
          >
            {t(shown.length > 0 ? 'sync.keepMine' : 'sync.sendAgain')}
          </Button>
        )}
        {theirs && (
          <Button size="xs" variant="default" onClick={() => void dropWaiting(entry)}>
            {t('sync.takeTheirs')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => saveUnsent([entry])}>
          {t('sync.saveFile')}
        </Button>
        {!theirs && (
          <ConfirmButton
            label={t('sync.drop')}
            question={t('sync.dropSure')}
            onConfirm={() => void dropWaiting(entry)}
          />
        )}
      </div>
    </article>
  );
}
