/** Everybody who gets in, with what they may, and the ways to let more in. */
import { Button, Loader, Tabs, TextInput } from '@mantine/core';
import { IconChevronRight, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { People, Person } from '../../data/net/people.ts';
import { plainText } from '../../domain/text/plainText.ts';
import { useFormat } from '../../ui/format.ts';
import page from '../../ui/page.module.css';
import { useReason } from '../../ui/reason.ts';
import { ActLog } from './ActLog.tsx';
import { AddPerson } from './AddPerson.tsx';
import { PastePeople } from './PastePeople.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import styles from './people.module.css';
import { Standing } from './Standing.tsx';
import { usePeople } from './usePeople.ts';
import { useRoleWords } from './useRoleWords.ts';

export function PeopleScreen({ ownId }: { readonly ownId: string }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { known, again } = usePeople();
  return (
    <main className={page.screen}>
      <h1>{t('people.title')}</h1>
      <p className={page.lead}>{t('people.lead')}</p>
      {known.state === 'coming' && <Loader size="sm" aria-label={t('app.loading')} />}
      {known.state === 'failed' && (
        <div role="alert" className={styles.failed}>
          <p>{known.why.code === 'no-answer' ? t('people.loadFailed') : reason(known.why)}</p>
          <Button variant="default" onClick={() => void again()}>
            {t('people.again')}
          </Button>
        </div>
      )}
      {known.state === 'there' &&
        (known.people.rulesAll ? (
          <Tabs defaultValue="people" keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="people">{t('people.tab.people')}</Tabs.Tab>
              <Tabs.Tab value="acts">{t('people.tab.acts')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="people">
              <PeopleList all={known.people} ownId={ownId} onChanged={again} />
            </Tabs.Panel>
            <Tabs.Panel value="acts">
              <ActLog />
            </Tabs.Panel>
          </Tabs>
        ) : (
          <PeopleList all={known.people} ownId={ownId} onChanged={again} />
        ))}
    </main>
  );
}

interface ListProps {
  readonly all: People;
  readonly ownId: string;
  readonly onChanged: () => Promise<void>;
}

function PeopleList({ all, ownId, onChanged }: ListProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const [dialog, setDialog] = useState<'add' | 'paste' | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const shown = useMemo(() => {
    const sought = plainText(wanted.trim());
    return all.people
      .filter((p) => plainText(`${p.name} ${p.userName}`).includes(sought))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  }, [all, wanted]);
  const person = all.people.find((p) => p.id === opened);
  const close = () => {
    setDialog(null);
    void onChanged();
  };
  return (
    <section className={page.page}>
      <header className={page.head}>
        <p>{t('people.sum', { count: all.people.length })}</p>
        <div className={page.buttons}>
          <Button variant="default" onClick={() => setDialog('paste')}>
            {t('people.paste')}
          </Button>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('add')}>
            {t('people.add')}
          </Button>
        </div>
      </header>
      <NoApprover all={all} />
      {all.people.length > 8 && (
        <TextInput
          className={page.search ?? ''}
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul className={page.list}>
        {shown.map((p) => (
          <PersonLine key={p.id} person={p} all={all} own={p.id === ownId} onOpen={() => setOpened(p.id)} />
        ))}
      </ul>
      {shown.length === 0 && <p className={page.soft}>{t('people.none', { text: wanted })}</p>}
      {dialog === 'add' && <AddPerson all={all} onChanged={onChanged} onClose={close} />}
      {dialog === 'paste' && <PastePeople all={all} onClose={close} />}
      {person !== undefined && (
        <PersonDialog
          person={person}
          all={all}
          own={person.id === ownId}
          onChanged={onChanged}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

/** That nobody may approve is seen before the first slogan waits for it. */
function NoApprover({ all }: { readonly all: People }) {
  const { t } = useTranslation();
  const without = all.campaigns.filter(
    ({ id }) =>
      !all.people.some(
        (p) =>
          !p.locked &&
          p.memberships.some((m) => m.role === 'leader' && (m.campaignId === id || m.campaignId === null)),
      ),
  );
  if (without.length === 0) return null;
  return (
    <p role="status" className={styles.notice}>
      {without.map(({ name }) => t('people.noApprover', { campaign: name })).join(' ')}
    </p>
  );
}

interface LineProps {
  readonly person: Person;
  readonly all: People;
  readonly own: boolean;
  readonly onOpen: () => void;
}

function PersonLine({ person, all, own, onOpen }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const roleWords = useRoleWords(all);
  return (
    <li className={`${page.item} ${styles.line}`}>
      <div className={page.words}>
        <button
          type="button"
          className={page.opener}
          aria-label={t('people.open', { name: person.name })}
          onClick={onOpen}
        >
          {person.name}
        </button>
        <span className={page.soft}>
          {' '}
          · {person.userName}
          {own && ` · ${t('people.you')}`}
        </span>
        <div className={styles.roles}>
          {person.memberships.length === 0 ? (
            <span className={page.soft}>{t('people.noRole')}</span>
          ) : (
            person.memberships.map((m) => <span key={m.campaignId}>{roleWords(m)}</span>)
          )}
        </div>
      </div>
      <div className={styles.standing}>
        <Standing person={person} />
        <small>
          {person.lastSignIn === null
            ? person.ready && `${t('people.lastSignIn')}: ${t('people.never')}`
            : `${t('people.lastSignIn')}: ${format.time(person.lastSignIn)}`}
        </small>
      </div>
      <IconChevronRight size={18} aria-hidden className={styles.arrow} />
    </li>
  );
}
