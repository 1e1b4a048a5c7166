/** Which campaign to open; an administrator may begin a new one. */
import { Button } from '@mantine/core';
import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRulesAll, useSession } from '../../data/net/session.ts';
import type { Id } from '../../domain/model/rows.ts';
import { useFormat } from '../../ui/format.ts';
import styles from './campaigns.module.css';

interface Props {
  /** The dialog for a new one; it comes when it is opened. */
  readonly NewCampaign: ComponentType<{ readonly onClose: () => void; readonly onOpen: (id: Id) => void }>;
  readonly onOpen: (id: Id) => void;
  readonly onPeople: () => void;
}

export function CampaignList({ NewCampaign, onOpen, onPeople }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const mayAdd = useRulesAll();
  if (session.status !== 'signed-in') return null;
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{t('campaigns.title')}</h1>
        {mayAdd && session.campaigns.length > 0 && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('campaigns.new')}
          </Button>
        )}
      </header>
      {session.campaigns.length === 0 && !mayAdd && <p>{t('campaigns.none')}</p>}
      {session.campaigns.length === 0 && mayAdd && (
        <section className={styles.start} aria-label={t('campaigns.start')}>
          <h2>{t('campaigns.start')}</h2>
          <p>{t('campaigns.startLead')}</p>
          <ol>
            <li>
              <span>{t('campaigns.stepCampaign')}</span>
              <Button onClick={() => setAdding(true)}>{t('campaigns.new')}</Button>
            </li>
            <li>
              <span>{t('campaigns.stepUnits')}</span>
            </li>
            <li>
              <span>{t('campaigns.stepPeople')}</span>
              <Button variant="default" onClick={onPeople}>
                {t('top.people')}
              </Button>
            </li>
          </ol>
        </section>
      )}
      <ul className={styles.list}>
        {session.campaigns.map((c) => (
          <li key={c.id}>
            <button type="button" onClick={() => onOpen(c.id)}>
              <span>
                <strong>{c.name}</strong>
                {c.openingDay !== null && (
                  <small>{t('top.opening', { day: format.day(c.openingDay) })}</small>
                )}
              </span>
              <IconChevronRight size={18} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {adding && <NewCampaign onClose={() => setAdding(false)} onOpen={onOpen} />}
    </main>
  );
}
