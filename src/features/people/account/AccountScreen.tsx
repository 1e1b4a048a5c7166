/** One's own account: what one may do, the password, where one is signed in. */
import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword, endOwnSession, fetchAccount, type OwnAccount } from '../../../data/net/people.ts';
import { reasonOf } from '../../../data/net/reasonOf.ts';
import { useSession } from '../../../data/net/session.ts';
import page from '../../../ui/page.module.css';
import { useReason } from '../../../ui/reason.ts';
import styles from '../people.module.css';
import { hintOf } from '../RoleFields.tsx';
import { useAct } from '../useAct.ts';
import { useRoleWords } from '../useRoleWords.ts';
import { SessionList } from './SessionList.tsx';

export function AccountScreen() {
  const { t } = useTranslation();
  const session = useSession();
  const { account, problem, load } = useAccount();
  const units = (account?.units ?? []).map((unit) => ({ ...unit, parentId: null }));
  const known = session.status === 'signed-in' ? session.campaigns : [];
  const roleWords = useRoleWords({ campaigns: known.map(({ id, name }) => ({ id, name, units })) });
  if (session.status !== 'signed-in') return null;
  const { user, memberships } = session.who;
  return (
    <main className={page.screen}>
      <h1>{t('account.title')}</h1>
      <p className={page.lead}>
        {user.name} · {user.userName}
      </p>
      <section className={styles.block}>
        <h2>{t('account.rights')}</h2>
        {memberships.length === 0 && <p className={page.soft}>{t('account.rightsNone')}</p>}
        <ul className={styles.rights}>
          {memberships.map((m) => (
            <li key={m.campaignId}>
              <b>{roleWords(m)}</b>
              <span className={page.soft}>{t(hintOf(m.role, m.campaignId === null))}</span>
            </li>
          ))}
        </ul>
      </section>
      <Sessions sessions={account?.sessions ?? null} problem={problem} load={load} />
    </main>
  );
}

interface Known {
  readonly account: OwnAccount | null;
  readonly problem: string | null;
  readonly load: () => Promise<void>;
}

function useAccount(): Known {
  const reason = useReason();
  const [account, setAccount] = useState<OwnAccount | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(async () => {
    try {
      setAccount(await fetchAccount());
      setProblem(null);
    } catch (error) {
      setProblem(reason(reasonOf(error)));
    }
  }, [reason]);
  useEffect(() => void load(), [load]);
  return { account, problem, load };
}

interface SessionsProps extends Pick<Known, 'problem' | 'load'> {
  readonly sessions: OwnAccount['sessions'] | null;
}

function Sessions({ sessions, problem, load }: SessionsProps) {
  const { t } = useTranslation();
  const act = useAct();
  const end = async (id: string | null) => {
    if (await act.does(() => endOwnSession(id))) await load();
  };
  return (
    <>
      <Password onChanged={load} />
      <section className={styles.block}>
        <h2>{t('account.sessions')}</h2>
        {problem !== null && (
          <p role="alert" className={page.problem}>
            {problem}
          </p>
        )}
        {sessions !== null && <SessionList sessions={sessions} onEnd={(id) => void end(id)} />}
        {act.problem !== null && (
          <p role="alert" className={page.problem}>
            {act.problem.text}
          </p>
        )}
        {(sessions?.length ?? 0) > 1 && (
          <Button variant="default" loading={act.busy} onClick={() => void end(null)}>
            {t('account.endOthers')}
          </Button>
        )}
      </section>
    </>
  );
}

function Password({ onChanged }: { readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation();
  const act = useAct();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const at = (field: string) => (act.problem?.field === field ? act.problem.text : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await act.does(() => changePassword(current, next)))) return;
    setCurrent('');
    setNext('');
    notifications.show({ message: t('account.changed'), color: 'green' });
    await onChanged();
  };
  const reveal = { 'aria-label': t('signIn.showPassword') };
  return (
    <section className={styles.block}>
      <h2>{t('account.password')}</h2>
      <form className={styles.narrow} onSubmit={(event) => void submit(event)}>
        <PasswordInput
          label={t('account.current')}
          value={current}
          error={at('current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={reveal}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('account.next')}
          description={t('setup.passwordHint')}
          value={next}
          error={at('password')}
          autoComplete="new-password"
          visibilityToggleButtonProps={reveal}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        {act.problem !== null && at('current') === null && at('password') === null && (
          <p role="alert" className={page.problem}>
            {act.problem.text}
          </p>
        )}
        <Button type="submit" loading={act.busy} disabled={current === '' || next === ''}>
          {t('account.change')}
        </Button>
      </form>
    </section>
  );
}
