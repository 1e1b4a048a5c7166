import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonOf } from '../../data/net/reasonOf.ts';
import { setUp } from '../../data/net/session.ts';
import { useReason } from '../../ui/reason.ts';
import { Brand } from './Brand.tsx';
import { RestoreBackup } from './RestoreBackup.tsx';
import styles from './signin.module.css';

interface Props {
  readonly token: string;
  readonly onDone: () => void;
  /** Everything is there, and nobody is signed in. */
  readonly onRestored: () => void;
}

/** The page behind the one-time link that a fresh server prints. */
export function SetUp({ token, onDone, onRestored }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const [account, setAccount] = useState({ name: '', userName: '', password: '' });
  const [problem, setProblem] = useState<ReturnType<typeof reasonOf> | null>(null);
  const [busy, setBusy] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const known = problem !== null && problem.field !== undefined && problem.field in account;
  /** What the server has against a field stands beside it. */
  const at = (field: keyof typeof account) => problem?.field === field && reason(problem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    setUp({ token, ...account })
      .then(onDone)
      .catch((error: unknown) => setProblem(reasonOf(error)))
      .finally(() => setBusy(false));
  };
  if (restoring)
    return (
      <Brand>
        <RestoreBackup token={token} onBack={() => setRestoring(false)} onDone={onRestored} />
      </Brand>
    );
  return (
    <Brand>
      <form onSubmit={submit} className={styles.form}>
        <h1>{t('setup.title')}</h1>
        <p>{t('setup.lead')}</p>
        <TextInput
          autoFocus
          label={t('setup.name')}
          error={at('name')}
          value={account.name}
          required
          withAsterisk={false}
          autoComplete="name"
          onChange={(event) => setAccount({ ...account, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('signIn.userName')}
          description={t('setup.userNameHint')}
          error={at('userName')}
          value={account.userName}
          required
          withAsterisk={false}
          autoComplete="username"
          autoCapitalize="none"
          onChange={(event) => setAccount({ ...account, userName: event.currentTarget.value })}
        />
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          label={t('signIn.password')}
          error={at('password')}
          description={t('setup.passwordHint')}
          value={account.password}
          required
          withAsterisk={false}
          autoComplete="new-password"
          onChange={(event) => setAccount({ ...account, password: event.currentTarget.value })}
        />
        {problem !== null && !known && (
          <p role="alert" className={styles.problem}>
            {reason(problem)}
          </p>
        )}
        <Button type="submit" size="md" loading={busy}>
          {t('setup.submit')}
        </Button>
      </form>
      <p className={styles.other}>
        {t('restore.offerHint')}{' '}
        <button type="button" disabled={busy} onClick={() => setRestoring(true)}>
          {t('restore.offer')}
        </button>
      </p>
    </Brand>
  );
}
