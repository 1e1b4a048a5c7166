/** Waiting edits to a file, and a saved file back. What it holds is told before anything is taken. */
import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { readUnsent, type SavedFile as Saved, saveUnsent, takeUnsent } from '../../data/campaign/unsent.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './sync.module.css';
import { useEditWords } from './useEditWords.ts';

/** Edits named before a saved file is taken in. */
const NAMED = 5;

export function SavedFile() {
  const { t } = useTranslation();
  const reason = useReason();
  const words = useEditWords();
  const outbox = useCampaign((s) => s.outbox);
  const [read, setRead] = useState<Saved | null>(null);
  const choose = async (file: File | null) => {
    if (file === null) return;
    const found = readUnsent(await file.text());
    if (found.ok) setRead(found.value);
    else notifications.show({ message: reason(found.reason), color: 'red' });
  };
  const take = async (file: Saved) => {
    setRead(null);
    const count = await takeUnsent(file);
    notifications.show({ message: t('sync.fileTaken', { count }), color: 'gray' });
  };
  if (read !== null)
    return (
      <article className={styles.entry}>
        <strong>{t('sync.fileHolds', { count: read.edits.length, name: read.by.name })}</strong>
        <ol className={styles.list}>
          {read.edits.slice(0, NAMED).map(({ edit }) => (
            <li key={edit.key}>
              <span>{words(edit)}</span>
            </li>
          ))}
        </ol>
        {read.edits.length > NAMED && <p>{t('sync.more', { count: read.edits.length - NAMED })}</p>}
        <div className={styles.choices}>
          <Button size="xs" onClick={() => void take(read)}>
            {t('sync.fileSend', { count: read.edits.length })}
          </Button>
          <Button size="xs" variant="default" onClick={() => setRead(null)}>
            {t('common.cancel')}
          </Button>
        </div>
      </article>
    );
  return (
    <div className={styles.choices}>
      {outbox.length > 0 && (
        <Button size="xs" variant="default" onClick={() => saveUnsent(outbox)}>
          {t('sync.saveAll')}
        </Button>
      )}
      <FileButton accept=".json,application/json" onChange={(file) => void choose(file)}>
        {(props) => (
          <Button size="xs" variant="subtle" color="gray" {...props}>
            {t('sync.readFile')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
