/** What waits on this device, what must be decided, and the next step. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { syncNow, useCampaign } from '../../data/campaign/campaign.ts';
import { openSession, useSession } from '../../data/net/session.ts';
import { AttentionEntry } from './AttentionEntry.tsx';
import { SavedFile } from './SavedFile.tsx';
import styles from './sync.module.css';
import type { Standing } from './useSyncStanding.ts';
import { WaitingList } from './WaitingList.tsx';

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

export function SyncPanel({ standing }: { readonly standing: Standing }) {
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
