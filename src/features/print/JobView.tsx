/** How far a document has come, and where it is when it is made. */
import { Button, Progress } from '@mantine/core';
import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './print.module.css';
import type { Job } from './usePrinter.ts';

export function JobView({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  if (job.step === 'working') {
    const working = t('print.working', { percent: Math.round(job.share * 100) });
    return (
      <div>
        <Progress value={job.share * 100} aria-label={working} />
        <p className={styles.count}>{working}</p>
      </div>
    );
  }
  if (job.step === 'failed')
    return (
      <p role="alert" className={styles.problem}>
        {job.detail === null
          ? t(navigator.onLine ? 'print.notLoaded' : 'print.noNetwork')
          : reason({ code: 'print.failed', params: { detail: job.detail } })}
      </p>
    );
  if (job.step === 'idle') return null;
  return (
    <div className={styles.done}>
      <Button
        component="a"
        href={job.url}
        target="_blank"
        rel="noopener"
        leftSection={<IconExternalLink size={17} aria-hidden />}
      >
        {t('print.open')}
      </Button>
      <Button
        component="a"
        variant="default"
        href={job.url}
        download={job.name}
        leftSection={<IconDownload size={17} aria-hidden />}
      >
        {t('print.download')} · {format.number(Math.round(job.size / 1024))} kB
      </Button>
    </div>
  );
}
