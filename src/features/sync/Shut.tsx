/** In place of a campaign that the server does not let this person open: what is theirs on this device, and the ways on. */
import { Button, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everythingUnsent, saveUnsent } from '../../data/campaign/unsent.ts';
import { useSession } from '../../data/net/session.ts';
import type { OutboxEntry } from '../../data/replica/deviceStore.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import styles from './sync.module.css';

interface Props {
  readonly campaignId: string;
  readonly why: 'forbidden' | 'missing';
  readonly onOthers: () => void;
}

export function Shut({ campaignId, why, onOthers }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const [unsent, setUnsent] = useState<readonly OutboxEntry[]>([]);
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    let shown = true;
    void everythingUnsent().then((all) => {
      if (shown) setUnsent(all.filter((e) => e.campaignId === campaignId));
    });
    return () => {
      shown = false;
    };
  }, [campaignId]);
  const name =
    session.status === 'signed-in' ? session.campaigns.find((c) => c.id === campaignId)?.name : undefined;
  const others = session.status === 'signed-in' && session.campaigns.some((c) => c.id !== campaignId);
  return (
    <main className={styles.shut}>
      <h1>{t(`sync.${why}`)}</h1>
      {name !== undefined && (
        <p>
          <strong>{name}</strong>
        </p>
      )}
      <p>{t(`sync.${why}Long`)}</p>
      <Stack gap="sm" align="flex-start">
        {unsent.length > 0 && (
          <Button onClick={() => saveUnsent(unsent)}>
            {t('sync.saveAll')} ({unsent.length})
          </Button>
        )}
        {others && (
          <Button variant="default" onClick={onOthers}>
            {t('sync.others')}
          </Button>
        )}
        <Button variant="default" onClick={() => setLeaving(true)}>
          {t('top.signOut')}
        </Button>
      </Stack>
      {leaving && <LeaveDialog onClose={() => setLeaving(false)} />}
    </main>
  );
}
