/** A copy of everything as a file on this computer, and how one is put back. */
import { Button, Progress } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchBackupStanding, makeBackup } from '../../data/net/backup.ts';
import { reasonOf } from '../../data/net/reasonOf.ts';
import { download } from '../../ui/download.ts';
import { type Format, useFormat } from '../../ui/format.ts';
import page from '../../ui/page.module.css';
import { useReason } from '../../ui/reason.ts';
import styles from './backup.module.css';

type Standing = Awaited<ReturnType<typeof fetchBackupStanding>>;

type Way =
  | { readonly step: 'idle' }
  | { readonly step: 'making'; readonly share: number }
  | { readonly step: 'made'; readonly file: string; readonly bytes: number; readonly rows: number }
  | { readonly step: 'failed'; readonly why: ReturnType<typeof reasonOf> };

export function BackupScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const [standing, setStanding] = useState<Standing | null>(null);
  const [way, setWay] = useState<Way>({ step: 'idle' });
  const stop = useRef<AbortController | null>(null);
  const look = useCallback(() => {
    fetchBackupStanding().then(setStanding, (error: unknown) =>
      // What came of a backup stays to be read.
      setWay((now) => (now.step === 'idle' ? { step: 'failed', why: reasonOf(error) } : now)),
    );
  }, []);
  useEffect(() => {
    look();
    // Whoever leaves the page leaves the backup: half of one is of no use.
    return () => stop.current?.abort();
  }, [look]);
  const isMaking = way.step === 'making';
  useEffect(() => {
    if (!isMaking) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isMaking]);
  const make = () => {
    const control = new AbortController();
    stop.current = control;
    setWay({ step: 'making', share: 0 });
    makeBackup(control.signal, (share) => setWay({ step: 'making', share }))
      .then(({ content, rows }) => {
        const file = fileName(new Date());
        download(file, content, 'application/gzip');
        setWay({ step: 'made', file, bytes: content.size, rows });
        look();
      })
      .catch((error: unknown) =>
        setWay(control.signal.aborted ? { step: 'idle' } : { step: 'failed', why: reasonOf(error) }),
      );
  };
  return (
    <main className={page.screen}>
      <h1>{t('backup.title')}</h1>
      <p className={page.lead}>{t('backup.lead')}</p>
      <section className={styles.card}>
        {standing !== null && (
          <p>
            {standing.last === null
              ? t('backup.never')
              : t('backup.last', {
                  time: format.dayTime(standing.last.at),
                  name:
                    standing.last.via === 'person' ? standing.last.by : t(`acts.via.${standing.last.via}`),
                })}
          </p>
        )}
        {way.step === 'failed' && (
          <p role="alert" className={page.problem}>
            {reason(way.why)}
          </p>
        )}
        {way.step === 'made' && (
          <p role="status" className={styles.done}>
            {t('backup.made', {
              file: way.file,
              size: sizeOf(way.bytes, format),
              rows: format.number(way.rows),
            })}
          </p>
        )}
        {way.step === 'making' ? (
          <div className={styles.way}>
            <Making share={way.share} />
            <Button variant="default" autoFocus onClick={() => stop.current?.abort()}>
              {t('backup.stop')}
            </Button>
          </div>
        ) : (
          <Button
            // The button that stopped it is gone, and the focus with it.
            autoFocus={way.step !== 'idle'}
            className={styles.make ?? ''}
            leftSection={<IconDatabaseExport size={18} aria-hidden />}
            onClick={make}
          >
            {t('backup.make')}
          </Button>
        )}
        <p className={page.soft}>{t('backup.keep')}</p>
      </section>
      <h2 className={styles.title}>{t('backup.howTitle')}</h2>
      <ol className={styles.how}>
        <li>{t('backup.how1')}</li>
        <li>{t('backup.how2')}</li>
        <li>{t('backup.how3')}</li>
      </ol>
    </main>
  );
}

function Making({ share }: { readonly share: number }) {
  const { t } = useTranslation();
  const percent = Math.floor(share * 100);
  const words = t('backup.making', { share: percent });
  return (
    <div className={styles.progress}>
      <p>{words}</p>
      <Progress value={percent} aria-label={t('backup.title')} />
      <p className={page.soft}>{t('backup.makingHint')}</p>
    </div>
  );
}

function sizeOf(bytes: number, { number }: Format): string {
  return bytes < 1_000_000
    ? `${number(Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${number(Math.round(bytes / 100_000) / 10)} MB`;
}

/** Names sort by their time. */
function fileName(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `cohoa-${day}-${two(now.getHours())}${two(now.getMinutes())}.backup.gz`;
}
