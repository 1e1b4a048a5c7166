/** Edits that wait to be sent: what, where and when; one by one they can be given up. */
import { useTranslation } from 'react-i18next';
import { dropWaiting } from '../../data/campaign/deciding.ts';
import type { OutboxEntry } from '../../data/replica/deviceStore.ts';
import { useFormat } from '../../ui/format.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import styles from './sync.module.css';
import { useEditWords } from './useEditWords.ts';

/** More than a person reads; how many there are beyond is said. */
const SHOWN = 100;

export function WaitingList({
  title,
  entries,
}: {
  readonly title: string;
  readonly entries: readonly OutboxEntry[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEditWords();
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ol className={styles.list}>
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={entry.seq}>
            <span>{words(entry.edit)}</span>
            <time dateTime={entry.at}>{format.time(entry.at)}</time>
            <ConfirmButton
              label={t('sync.dropOne')}
              question={t('sync.dropSure')}
              onConfirm={() => void dropWaiting(entry)}
            />
          </li>
        ))}
      </ol>
      {entries.length > SHOWN && <p>{t('sync.more', { count: entries.length - SHOWN })}</p>}
    </section>
  );
}
