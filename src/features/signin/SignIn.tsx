import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../data/session.ts';
import { openSession, signIn } from '../../data/session.ts';
import { useReason } from '../../ui/reason.ts';
import { Brand } from './Brand.tsx';
import { reasonOf } from './reasonOf.ts';
import styles from './signin.module.css';

export function SignIn({ entry }: { readonly entry: Entry | null }) {
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter(userName, password);
  };
  if (entry === null)
    return (
      <Brand>
        <Alert color="gray" icon={<IconCloudOff aria-hidden />}>
          {t('signIn.noServer')}
        </Alert>
        <Button onClick={() => void openSession()}>{t('signIn.retry')}</Button>
      </Brand>
    );
  return (
    <Brand>
      <form onSubmit={submit} className={styles.form}>
        <h1>{t('signIn.title')}</h1>
        {entry.needsAdministrator && <Alert color="gray">{t('signIn.setupHint')}</Alert>}
        <TextInput
          label={t('signIn.userName')}
          value={userName}
          autoComplete="username"
          autoCapitalize="none"
          required
          withAsterisk={false}
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
        <PasswordInput
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
