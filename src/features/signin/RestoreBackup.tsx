/** On the set-up page of an empty server: everything of an earlier one, from its backup. */
import { Button, FileInput, Progress } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Restored, type RestoreWay, restoreBackup } from '../../data/net/backup.ts';
import { reasonOf } from '../../data/net/reasonOf.ts';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './signin.module.css';

interface Props {
  readonly token: string;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

export function RestoreBackup({ token, onBack, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const [file, setFile] = useState<File | null>(null);
  const [way, setWay] = useState<RestoreWay | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [restored, setRestored] = useState<Restored | null>(null);
  const busy = way !== null;
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file === null) return setProblem(t('restore.noFile'));
    setProblem(null);
    setWay({ step: 'sending', share: 0 });
    restoreBackup(token, file, setWay)
      .then(setRestored)
      .catch((error: unknown) => {
        const why = reasonOf(error);
        setProblem(reason({ ...why, params: { ...why.params, file: file.name } }));
      })
      .finally(() => setWay(null));
  };
  if (restored !== null)
    return (
      <div className={styles.form}>
        <h1>{t('restore.title')}</h1>
        <p role="status">
          {t('restore.done', {
            campaigns: format.number(restored.campaigns),
            people: format.number(restored.people),
            rows: format.number(restored.rows),
          })}
        </p>
        <Button size="md" autoFocus onClick={onDone}>
          {t('restore.signIn')}
        </Button>
      </div>
    );
  return (
    <form onSubmit={submit} className={styles.form}>
      <h1>{t('restore.title')}</h1>
      <p>{t('restore.lead')}</p>
      <FileInput
        autoFocus
        label={t('restore.file')}
        placeholder={t('restore.choose')}
        leftSection={<IconFileZip size={18} aria-hidden />}
        accept=".gz,application/gzip"
        error={problem}
        errorProps={{ role: 'alert' }}
        disabled={busy}
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          setProblem(null);
        }}
      />
      {way !== null && <Going way={way} />}
      <Button type="submit" size="md" loading={busy}>
        {t('restore.submit')}
      </Button>
      <Button variant="subtle" color="gray" disabled={busy} onClick={onBack}>
        {t('restore.back')}
      </Button>
    </form>
  );
}

function Going({ way }: { readonly way: RestoreWay }) {
  const { t } = useTranslation();
  const share = Math.floor(way.share * 100);
  return (
    <div>
      <p>{way.step === 'sending' ? t('restore.sending', { share }) : t('restore.putting', { share })}</p>
      <Progress value={share} aria-label={t('restore.title')} my={6} />
      <p className={styles.soft}>{t('restore.hint')}</p>
    </div>
  );
}
