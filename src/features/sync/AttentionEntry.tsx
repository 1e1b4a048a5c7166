/** One refused edit: why, what is mine and what is on the server, and the ways out. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dropWaiting, keepMine, takeTheirsIn, useAgainst } from '../../data/campaign/deciding.ts';
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
  const { shown, sendable, rest, read } = useAgainst(entry);
  const { refusal } = entry;
  const field = useFieldName()(refusal?.field);
  const isConflict = refusal?.code === 'edit.conflict';
  // What the server has is somebody's decision and stays there; what is given up otherwise is nowhere.
  const theirs = isConflict && sendable;
  const leave = (
    <Button
      size="xs"
      variant={read ? 'filled' : 'default'}
      onClick={() => void (rest > 0 ? takeTheirsIn(entry, shown) : dropWaiting(entry))}
    >
      {rest > 0
        ? t(read ? 'sync.leaveOut' : 'sync.takeTheirsRest', { count: rest })
        : t(read ? 'sync.notApproved' : 'sync.takeTheirs')}
    </Button>
  );
  // What was worked out on a road as it was is worked out anew, not sent again.
  const worked = entry.edit.carry !== undefined && (refusal?.code.startsWith('carry.') ?? false);
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
      {worked && <p>{t('sync.doAgain')}</p>}
      <div className={styles.choices}>
        {/* What was read is another by now: the safe way comes first, and the other says what it does. */}
        {read && theirs && leave}
        {sendable && !worked && (
          <Button
            size="xs"
            variant={isConflict && !read ? 'filled' : 'default'}
            onClick={() => void keepMine(entry, shown)}
          >
            {t(read ? 'sync.approveAnew' : shown.length > 0 ? 'sync.keepMine' : 'sync.sendAgain')}
          </Button>
        )}
        {!read && theirs && leave}
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
