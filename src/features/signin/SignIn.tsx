import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonOf } from '../../data/net/reasonOf.ts';
import type { Entry } from '../../data/net/session.ts';
import { openSession, signIn } from '../../data/net/session.ts';
import { useReason } from '../../ui/reason.ts';
import { Brand } from './Brand.tsx';
import styles from './signin.module.css';

interface Props {
  /** What the server says of itself; null while it does not answer. */
  readonly entry: Entry | null;
  /** Somebody has just left, and the server does not know yet. */
  readonly left: boolean;
}

/** How often a server that does not answer is asked again. */
const ASK_AGAIN_MS = 5000;

export function SignIn({ entry, left }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = (name: string, word: string) => {
    setBusy(true);
    setProblem(null);
    signIn(name, word)
      .catch((error: unknown) => setProblem(reason(reasonOf(error))))
      .finally(() => setBusy(false));
  };
  useServerAgain(entry === null || entry.restoring);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter(userName, password);
  };
  if (entry === null)
    return (
      <Brand>
        {left && <p role="status">{t('signIn.left')}</p>}
        <Alert color="gray" icon={<IconCloudOff aria-hidden />}>
          {t('signIn.noServer')}
        </Alert>
        <Button onClick={() => void openSession()}>{t('signIn.retry')}</Button>
      </Brand>
    );
  if (entry.restoring)
    return (
      <Brand>
        <Alert color="gray" role="status">
          {t('signIn.restoring')}
        </Alert>
      </Brand>
    );
  return (
    <Brand>
      <form onSubmit={submit} className={styles.form}>
        <h1>{t('signIn.title')}</h1>
        {entry.needsAdministrator && <Alert color="gray">{t('signIn.setupHint')}</Alert>}
        <TextInput
          // Where one may also press an account, the keyboard of a phone would cover them.
          autoFocus={entry.demoAccounts.length === 0}
          label={t('signIn.userName')}
          value={userName}
          autoComplete="username"
          autoCapitalize="none"
          required
          withAsterisk={false}
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          label={t('signIn.password')}
          value={password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <Button type="submit" size="md" loading={busy}>
          {t('signIn.submit')}
        </Button>
      </form>
      {entry.demoAccounts.length > 0 && (
        <section className={styles.demo} aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{t('signIn.demo')}</h2>
          <p>{t('signIn.demoHint', { password: entry.demoAccounts[0]?.password })}</p>
          <div className={styles.accounts}>
            {entry.demoAccounts.map((a) => (
              <button
                key={a.userName}
                type="button"
                disabled={busy}
                onClick={() => enter(a.userName, a.password)}
              >
                <strong>{t(`role.${a.role}`)}</strong>
                <span>
                  {a.name} · {a.userName}
                </span>
              </button>
            ))}
          </div>
        </section>
      )}
    </Brand>
  );
}

/** Nobody has to try by hand whether the network is back. */
function useServerAgain(away: boolean): void {
  useEffect(() => {
    if (!away) return;
    let asking = false;
    const ask = () => {
      // On a slow line an answer takes longer than the pause between two questions.
      if (asking) return;
      asking = true;
      openSession()
        .catch((error: unknown) => console.error('asking for the server:', error))
        .finally(() => {
          asking = false;
        });
    };
    const every = setInterval(ask, ASK_AGAIN_MS);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(every);
      window.removeEventListener('online', ask);
    };
  }, [away]);
}
