/** One person: name, roles, link, sessions, lock. Each act is done at once and stands in the log. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  fetchSessions,
  linkFor,
  lockPerson,
  type OpenedSession,
  type People,
  type Person,
  type PersonLink,
  removePerson,
  renamePerson,
  setRole,
  signPersonOut,
} from '../../data/net/people.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import page from '../../ui/page.module.css';
import { SessionList } from './account/SessionList.tsx';
import { Links } from './Links.tsx';
import styles from './people.module.css';
import { firstChoice, hintOf, isWhole, membershipFrom, RoleFields } from './RoleFields.tsx';
import { Standing } from './Standing.tsx';
import { type Act, useAct } from './useAct.ts';
import { useRoleWords } from './useRoleWords.ts';

interface Props {
  readonly person: Person;
  readonly all: People;
  readonly own: boolean;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

interface PartProps {
  readonly person: Person;
  readonly act: Act;
  /** Does something on the server and asks anew how things stand. */
  readonly does: (work: () => Promise<unknown>) => Promise<boolean>;
}

export function PersonDialog({ person, all, own, onChanged, onClose }: Props) {
  const { t } = useTranslation();
  const act = useAct();
  const [name, setName] = useState(person.name);
  const does = (work: () => Promise<unknown>) =>
    act.does(async () => {
      await work();
      await onChanged();
    });
  const rename = (event: FormEvent) => {
    event.preventDefault();
    setName(name.trim());
    void does(() => renamePerson(person.id, name.trim()));
  };
  return (
    <Dialog opened onClose={onClose} typed={() => name.trim() !== person.name} title={person.name} size="lg">
      <div className={styles.form}>
        <p className={page.soft}>
          {person.userName} · <Standing person={person} />
        </p>
        {act.problem !== null && (
          <p role="alert" className={page.problem}>
            {act.problem.text}
          </p>
        )}
        {person.managed ? (
          <form className={styles.link} onSubmit={rename}>
            <TextInput
              label={t('people.name')}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant="default"
              loading={act.busy}
              disabled={name.trim() === person.name || name.trim() === ''}
            >
              {t('people.rename')}
            </Button>
          </form>
        ) : (
          <p className={styles.notice}>
            {t(person.memberships.some((m) => m.campaignId === null) ? 'people.ofAll' : 'people.notManaged')}
          </p>
        )}
        <Roles person={person} all={all} act={act} does={does} />
        {person.managed && (
          <>
            <Link person={person} act={act} does={does} />
            <Sessions person={person} act={act} does={does} />
            {!own && <Ending person={person} act={act} does={does} onGone={onClose} />}
          </>
        )}
      </div>
    </Dialog>
  );
}

function Roles({ person, all, act, does }: PartProps & { readonly all: People }) {
  const { t } = useTranslation();
  const roleWords = useRoleWords(all);
  const mayGive = all.rulesAll || person.memberships.every((m) => m.campaignId !== null);
  const [adding, setAdding] = useState(false);
  const [taking, setTaking] = useState<string | null | undefined>(undefined);
  const [choice, setChoice] = useState(() => firstChoice(all));
  return (
    <section className={styles.part}>
      <h3>{t('people.roles')}</h3>
      {person.memberships.length === 0 && <p className={page.soft}>{t('people.noRole')}</p>}
      <ul className={styles.sessions}>
        {person.memberships.map((m) => (
          <li key={m.campaignId}>
            <span>
              {roleWords(m)}
              <small className={styles.hint}>{t(hintOf(m.role, m.campaignId === null))}</small>
            </span>
            {mayGive && (
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={act.busy}
                aria-label={t('people.takeRole', { role: roleWords(m) })}
                onClick={() => setTaking(m.campaignId)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
            {taking === m.campaignId && (
              <div role="alert" className={styles.notice}>
                <b>{t('people.takeRoleAsk', { role: roleWords(m) })}</b>
                <div className={styles.foot}>
                  <Button variant="default" autoFocus onClick={() => setTaking(undefined)}>
                    {t('common.cancel')}
                  </Button>
                  <Button
                    loading={act.busy}
                    onClick={async () => {
                      const taken = { campaignId: m.campaignId, role: null, unitId: null };
                      if (await does(() => setRole(person.id, taken))) setTaking(undefined);
                    }}
                  >
                    {t('people.takeRoleDo')}
                  </Button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
      {!mayGive ? null : adding ? (
        <>
          <RoleFields all={all} value={choice} onChange={setChoice} />
          <p className={page.soft}>{t('people.giveRoleHint')}</p>
          <div className={styles.foot}>
            <Button variant="default" onClick={() => setAdding(false)}>
              {t('common.cancel')}
            </Button>
            <Button
              loading={act.busy}
              disabled={!isWhole(choice)}
              onClick={async () => {
                if (await does(() => setRole(person.id, membershipFrom(choice)))) setAdding(false);
              }}
            >
              {t('people.giveRole')}
            </Button>
          </div>
        </>
      ) : (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('people.addRole')}
        </Button>
      )}
    </section>
  );
}

function Link({ person, act, does }: PartProps) {
  const { t } = useTranslation();
  const [made, setMade] = useState<readonly PersonLink[]>([]);
  // One that another act has made void is not copied any more.
  const links = person.linkUntil === null ? [] : made;
  if (person.locked) return null;
  return (
    <section className={styles.part}>
      <h3>{t('account.password')}</h3>
      {links.length > 0 ? (
        <Links links={links} />
      ) : (
        <>
          <p className={page.soft}>{t('people.makeLinkHint')}</p>
          <Button
            variant="default"
            loading={act.busy}
            onClick={() =>
              void does(async () => {
                const link = await linkFor(person.id);
                setMade(link === undefined ? [] : [link]);
              })
            }
          >
            {t('people.makeLink')}
          </Button>
        </>
      )}
    </section>
  );
}

function Sessions({ person, act, does }: PartProps) {
  const { t } = useTranslation();
  const [sessions, setSessions] = useState<readonly OpenedSession[] | null>(null);
  // What is shut by an act is asked for again after it.
  useEffect(() => {
    let asked = true;
    fetchSessions(person.id).then(
      (found) => asked && setSessions(found),
      (error: unknown) => console.error('sessions of a person:', error),
    );
    return () => {
      asked = false;
    };
  }, [person]);
  if (sessions === null) return null;
  return (
    <section className={styles.part}>
      <h3>{t('people.sessions')}</h3>
      <SessionList sessions={sessions} />
      {sessions.length > 0 && (
        <Button
          variant="default"
          loading={act.busy}
          onClick={() => void does(() => signPersonOut(person.id))}
        >
          {t('people.endSessions')}
        </Button>
      )}
    </section>
  );
}

function Ending({ person, act, does, onGone }: PartProps & { readonly onGone: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <section className={styles.part}>
      {!person.locked && <p className={page.soft}>{t('people.lockHint')}</p>}
      <div className={page.buttons}>
        <Button
          variant="default"
          loading={act.busy}
          onClick={() => void does(() => lockPerson(person.id, !person.locked))}
        >
          {t(person.locked ? 'people.unlock' : 'people.lock')}
        </Button>
        {!asking && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('people.remove')}
          </Button>
        )}
      </div>
      {asking && (
        <div role="alert" className={styles.notice}>
          <b>{t('people.removeAsk', { name: person.name })}</b>
          <p>{t('people.removeHint')}</p>
          <div className={styles.foot}>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
            <Button
              loading={act.busy}
              onClick={async () => {
                if (await does(() => removePerson(person.id))) onGone();
              }}
            >
              {t('people.remove')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
