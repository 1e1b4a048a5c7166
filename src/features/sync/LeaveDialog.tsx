/** Signing out: where work has not been sent yet, the person says what becomes of it; then the rows leave the device. */
import { Button, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { everythingUnsent, leave, saveUnsent, sendEverything } from '../../data/campaign/unsent.ts';
import type { OutboxEntry } from '../../data/replica/deviceStore.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import styles from './sync.module.css';

export function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [unsent, setUnsent] = useState<readonly OutboxEntry[] | null>(null);
  const [doing, setDoing] = useState<'send' | 'leave' | null>(null);
  const [saved, setSaved] = useState(false);
  const [left, setLeft] = useState(false);
  const connection = useCampaign((s) => s.connection);
  useEffect(() => {
    let asked = true;
    void everythingUnsent().then(async (found) => {
      if (!asked) return;
      if (found.length === 0) await leave(false);
      else setUnsent(found);
    });
    return () => {
      asked = false;
    };
  }, []);
  if (unsent === null) return null;
  const goAway = (drop: boolean) => {
    setDoing('leave');
    void leave(drop);
  };
  const sendFirst = async () => {
    setDoing('send');
    setLeft(false);
    const rest = await sendEverything();
    setDoing(null);
    if (rest.length === 0) goAway(false);
    else {
      setUnsent(rest);
      setLeft(true);
    }
  };
  // Sending that cannot come to anything is not offered first.
  const cut = connection === 'offline' || connection === 'unreachable';
  const count = unsent.length;
  return (
    <Dialog opened onClose={onClose} title={t('leave.title', { count })} size="md">
      <Stack gap="sm">
        <p>{t('leave.lead')}</p>
        {(cut || left) && <p role="status">{t(cut ? 'leave.noServer' : 'leave.notAll', { count })}</p>}
        <Button
          variant={cut ? 'default' : 'filled'}
          loading={doing === 'send'}
          disabled={doing !== null || cut}
          onClick={() => void sendFirst()}
        >
          {t('leave.send')}
        </Button>
        <Button variant={cut ? 'filled' : 'default'} disabled={doing !== null} onClick={() => goAway(false)}>
          {t('leave.keep')}
        </Button>
        <Button
          variant="default"
          disabled={doing !== null}
          onClick={() => {
            saveUnsent(unsent);
            setSaved(true);
          }}
        >
          {t('leave.save')}
        </Button>
        <p className={styles.after}>{t(saved ? 'leave.saved' : 'leave.dropAfterSave')}</p>
        <Button
          variant="subtle"
          color="gray"
          disabled={doing !== null || !saved}
          onClick={() => goAway(true)}
        >
          {t('leave.drop', { count })}
        </Button>
      </Stack>
    </Dialog>
  );
}
