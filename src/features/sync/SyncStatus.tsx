/** Whether the server has everything: always on screen, and opens to what waits and what must be decided. */
import { Popover } from '@mantine/core';
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
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import styles from './sync.module.css';
import { type Standing, type SyncStanding, useSyncStanding } from './useSyncStanding.ts';

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

interface SyncStatusProps {
  /** What it opens to. */
  readonly panel: ComponentType<{ readonly standing: Standing }>;
}

export function SyncStatus({ panel: Panel }: SyncStatusProps) {
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
        <Panel standing={now.standing} />
      </Popover.Dropdown>
    </Popover>
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
