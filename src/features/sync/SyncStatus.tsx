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
  IconRefresh,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { syncNow, useCampaign } from '../../data/campaign/campaign.ts';
import { openSession, useSession } from '../../data/net/session.ts';
import { AttentionEntry } from './AttentionEntry.tsx';
import { SavedFile } from './SavedFile.tsx';
import styles from './sync.module.css';
import { type Standing, type SyncStanding, useSyncStanding } from './useSyncStanding.ts';
import { WaitingList } from './WaitingList.tsx';

const ICONS: Readonly<Record<Standing, Icon>> = {
  saved: IconCloudCheck,
  sending: IconCloudUp,
  offline: IconCloudOff,
  unreachable: IconCloudOff,
  attention: IconAlertTriangle,
  signedOut: IconLogin2,
  storeFailed: IconDeviceFloppy,
  connecting: IconCloudUp,
  forbidden: IconAlertTriangle,
  missing: IconAlertTriangle,
  elsewhere: IconCloudUp,
  outdated: IconRefresh,
};

/** What the mark says; the words of the band below are those of the same standing. */
function useStandingWords({ standing, waiting, attention, elsewhere }: SyncStanding): string {
  const { t } = useTranslation();
  const transfer = useCampaign((s) => s.transfer);
  if (standing === 'attention') return t('sync.attention', { count: attention });
  if (standing === 'elsewhere') return t('sync.elsewhere', { count: elsewhere });
  if (standing === 'sending') {
    const share =
      transfer?.what === 'edit' && transfer.total !== null && transfer.total > 0
        ? Math.floor((transfer.done / transfer.total) * 100)
        : null;
    return share === null
      ? t('sync.sending', { count: waiting })
      : t('sync.sendingShare', { count: waiting, share });
  }
  if (standing === 'offline' && waiting > 0) return t('sync.offlineWaiting', { count: waiting });
  if (standing === 'unreachable' && waiting > 0) return t('sync.unreachableWaiting', { count: waiting });
  return t(`sync.${standing}`);
}

export function SyncStatus() {
  const now = useSyncStanding();
  const words = useStandingWords(now);
  const StandingIcon = ICONS[now.standing];
  return (
    <Popover width="min(460px, calc(100vw - 16px))" position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={`${styles.chip} ${styles[now.standing] ?? ''}`} data-testid="sync">
          <StandingIcon size={18} stroke={1.75} aria-hidden />
          <span role="status">{words}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <SyncPanel standing={now.standing} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Standings that a sentence explains and nothing else does. */
const EXPLAINED = [
  'offline',
  'unreachable',
  'signedOut',
  'storeFailed',
  'forbidden',
  'missing',
  'elsewhere',
  'outdated',
] as const;

function SyncPanel({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation();
  const outbox = useCampaign((s) => s.outbox);
  const number = useCampaign((s) => s.number);
  const attention = outbox.filter((e) => e.state === 'attention');
  const waiting = outbox.filter((e) => e.state === 'waiting');
  const explained = EXPLAINED.find((s) => s === standing);
  return (
    <div className={styles.panel}>
      <h2>{t('sync.title')}</h2>
      {standing === 'saved' && <p>{t('sync.allSaved', { number })}</p>}
      {explained !== undefined && <p>{t(`sync.${explained}Long`)}</p>}
      {attention.length > 0 && (
        <section>
          <h3>{t('sync.attentionList')}</h3>
          {attention.map((entry) => (
            <AttentionEntry key={entry.seq} entry={entry} />
          ))}
        </section>
      )}
      <WaitingList title={t('sync.heldList')} entries={outbox.filter((e) => e.state === 'held')} />
      <WaitingList title={t('sync.waitingList')} entries={waiting} />
      <Elsewhere />
      <NextStep standing={standing} waiting={waiting.length} />
      <SavedFile />
    </div>
  );
}

/** The person's other campaigns of which something waits here, each to be opened and seen to. */
function Elsewhere() {
  const { t } = useTranslation();
  const elsewhere = useCampaign((s) => s.elsewhere);
  const session = useSession();
  if (elsewhere.length === 0 || session.status !== 'signed-in') return null;
  const nameOf = (id: string) => session.campaigns.find((c) => c.id === id)?.name;
  return (
    <section>
      <h3>{t('sync.elsewhereList')}</h3>
      <ul className={styles.list}>
        {elsewhere.map(({ campaignId, count }) => (
          <li key={campaignId}>
            <span>
              <a href={`#/c/${campaignId}/plan`}>{nameOf(campaignId) ?? t('sync.elsewhereUnknown')}</a>
            </span>
            <span>{t('sync.elsewhereCount', { count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NextStep({ standing, waiting }: { readonly standing: Standing; readonly waiting: number }) {
  const { t } = useTranslation();
  if (standing === 'signedOut')
    return <Button onClick={() => void openSession().then(syncNow)}>{t('sync.signIn')}</Button>;
  if (standing === 'outdated') return <Button onClick={() => location.reload()}>{t('sync.reload')}</Button>;
  if (waiting === 0) return null;
  return (
    <Button variant="default" onClick={syncNow}>
      {t('sync.retry')}
    </Button>
  );
}

/** The dark band of the phone: no network is a plain fact, not an error. */
export function OfflineBand() {
  const { t } = useTranslation();
  const connection = useCampaign((s) => s.connection);
  const cut = connection === 'offline' || connection === 'unreachable' ? connection : 'offline';
  // The mark above may say that something is to be decided: that there is no network is true all the same.
  const now = useSyncStanding();
  const words = useStandingWords({ ...now, standing: cut });
  if (cut !== connection) return null;
  return (
    <p className={styles.band}>
      <IconCloudOff size={16} aria-hidden />
      <span>
        <strong>{words}.</strong>{' '}
        {t(now.standing === 'storeFailed' ? 'sync.storeFailedLong' : `sync.${cut}Band`)}
      </span>
    </p>
  );
}
