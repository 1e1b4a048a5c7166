/** Whether the server has everything: always on screen, and opens to what waits and what must be decided. */
import { Button, Popover } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconDeviceFloppy,
  IconLogin2,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { syncNow, useCampaign } from '../../data/campaign.ts';
import { signOut } from '../../data/session.ts';
import { useNote } from '../../ui/note.ts';
import { AttentionEntry } from './AttentionEntry.tsx';
import styles from './sync.module.css';

type Standing =
  | 'saved'
  | 'sending'
  | 'offline'
  | 'attention'
  | 'signedOut'
  | 'keepFailed'
  | 'connecting'
  | 'forbidden';

const ICONS: Readonly<Record<Standing, Icon>> = {
  saved: IconCloudCheck,
  sending: IconCloudUp,
  offline: IconCloudOff,
  attention: IconAlertTriangle,
  signedOut: IconLogin2,
  keepFailed: IconDeviceFloppy,
  connecting: IconCloudUp,
  forbidden: IconAlertTriangle,
};

function useSyncStanding(): { standing: Standing; waiting: number; attention: number } {
  const connection = useCampaign((s) => s.connection);
  const outbox = useCampaign((s) => s.outbox);
  const keepFailed = useCampaign((s) => s.keepFailed);
  const unkept = useCampaign((s) => s.unkept);
  const waiting = outbox.filter((e) => e.state === 'waiting').length + unkept;
  const attention = outbox.filter((e) => e.state === 'attention').length;
  const standing: Standing = keepFailed
    ? 'keepFailed'
    : connection === 'signed-out'
      ? 'signedOut'
      : connection === 'forbidden'
        ? 'forbidden'
        : attention > 0
          ? 'attention'
          : connection === 'offline'
            ? 'offline'
            : waiting > 0
              ? 'sending'
              : connection === 'connecting'
                ? 'connecting'
                : 'saved';
  return { standing, waiting, attention };
}

export function SyncStatus() {
  const { t } = useTranslation();
  const { standing, waiting, attention } = useSyncStanding();
  const StandingIcon = ICONS[standing];
  const label =
    standing === 'attention'
      ? t('sync.attention', { count: attention })
      : standing === 'sending'
        ? t('sync.sending', { count: waiting })
        : standing === 'offline' && waiting > 0
          ? t('sync.offlineWaiting', { count: waiting })
          : t(`sync.${standing}`);
  return (
    <Popover width="min(420px, calc(100vw - 16px))" position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={`${styles.chip} ${styles[standing] ?? ''}`} data-testid="sync">
          <StandingIcon size={18} stroke={1.75} aria-hidden />
          <span role="status">{label}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <SyncPanel standing={standing} />
      </Popover.Dropdown>
    </Popover>
  );
}

function SyncPanel({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation();
  const note = useNote();
  const outbox = useCampaign((s) => s.outbox);
  const number = useCampaign((s) => s.number);
  const attention = outbox.filter((e) => e.state === 'attention');
  const waiting = outbox.filter((e) => e.state === 'waiting');
  const held = outbox.filter((e) => e.state === 'held');
  return (
    <div className={styles.panel}>
      <h2>{t('sync.title')}</h2>
      {standing === 'saved' && <p>{t('sync.allSaved', { number })}</p>}
      {standing === 'offline' && <p>{t('sync.offlineLong')}</p>}
      {standing === 'signedOut' && <p>{t('sync.signedOutLong')}</p>}
      {standing === 'keepFailed' && <p>{t('sync.keepFailedLong')}</p>}
      {standing === 'forbidden' && <p>{t('sync.forbiddenLong')}</p>}
      {attention.length > 0 && (
        <section>
          <h3>{t('sync.attentionList')}</h3>
          {attention.map((entry) => (
            <AttentionEntry key={entry.seq} entry={entry} />
          ))}
        </section>
      )}
      {[[t('sync.heldList'), held] as const, [t('sync.waitingList'), waiting] as const].map(
        ([title, entries]) =>
          entries.length > 0 && (
            <section key={title}>
              <h3>{title}</h3>
              <ol className={styles.list}>
                {entries.slice(0, 30).map((entry) => (
                  <li key={entry.seq}>
                    <span>{note(entry.edit.note)}</span>
                    <time dateTime={entry.at}>{entry.at.slice(11, 16)}</time>
                  </li>
                ))}
              </ol>
            </section>
          ),
      )}
      {standing === 'signedOut' ? (
        <Button onClick={() => void signOut()}>{t('sync.signIn')}</Button>
      ) : (
        waiting.length > 0 && (
          <Button variant="default" onClick={syncNow}>
            {t('sync.retry')}
          </Button>
        )
      )}
    </div>
  );
}

/** The dark band of the phone: no network is a plain fact, not an error. */
export function OfflineBand() {
  const { t } = useTranslation();
  const { standing, waiting } = useSyncStanding();
  if (standing !== 'offline') return null;
  return (
    <p className={styles.band}>
      <IconCloudOff size={16} aria-hidden />
      <span>
        <strong>{waiting > 0 ? t('sync.offlineWaiting', { count: waiting }) : t('sync.offline')}.</strong>{' '}
        {t('sync.offlineLong').split('. ').slice(1).join('. ')}
      </span>
    </p>
  );
}
