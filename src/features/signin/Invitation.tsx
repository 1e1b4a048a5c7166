/** The page behind a link: whose it is, and the password that is set by it. */
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enterByLink, lookAtLink } from '../../data/net/people.ts';
import { reasonOf } from '../../data/net/reasonOf.ts';
import { useSession } from '../../data/net/session.ts';
import { useReason } from '../../ui/reason.ts';
import { Brand } from './Brand.tsx';
import styles from './signin.module.css';

interface Props {
  readonly token: string;
  readonly onDone: () => void;
}

type Invited = Awaited<ReturnType<typeof lookAtLink>>;

export function Invitation({ token, onDone }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const [who, setWho] = useState<Invited | null>(null);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<ReturnType<typeof reasonOf> | null>(null);
  const [set, setSet] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    lookAtLink(token).then(setWho, (error: unknown) => setProblem(reasonOf(error)));
  }, [token]);
  const session = useSession();
  const other =
    session.status === 'signed-in' && session.who.user.userName !== who?.userName
      ? session.who.user.name
      : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    enterByLink(token, password)
      .then((entered) => (entered ? onDone() : setSet(true)))
      .catch((error: unknown) => setProblem(reasonOf(error)))
      .finally(() => setBusy(false));
  };
  if (set)
    return (
      <Brand>
        <p role="status">{t('invitation.set')}</p>
        <Button onClick={onDone}>{t('invitation.signIn')}</Button>
      </Brand>
    );
  if (who === null)
    return (
      <Brand>
        {problem === null ? (
          <p role="status">{t('invitation.looking')}</p>
        ) : (
          <>
            <p role="alert" className={styles.problem}>
              {reason(problem)}
            </p>
            <Button variant="default" onClick={onDone}>
              {t('invitation.signIn')}
            </Button>
          </>
        )}
      </Brand>
    );
  const isOfPassword = problem?.field === 'password';
  return (
    <Brand>
      <form onSubmit={submit} className={styles.form}>
        <h1>{t('invitation.title', { name: who.name })}</h1>
        <p>{t(who.ready ? 'invitation.again' : 'invitation.lead', { userName: who.userName })}</p>
        {other !== null && <p className={styles.problem}>{t('invitation.other', { name: other })}</p>}
        <input type="text" autoComplete="username" value={who.userName} readOnly hidden />
        <PasswordInput
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          label={t('account.next')}
          description={t('setup.passwordHint')}
          error={isOfPassword && problem !== null && reason(problem)}
          value={password}
          required
          withAsterisk={false}
          autoComplete="new-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {problem !== null && !isOfPassword && (
          <p role="alert" className={styles.problem}>
            {reason(problem)}
          </p>
        )}
        <Button type="submit" size="md" loading={busy}>
          {t('invitation.submit')}
        </Button>
      </form>
    </Brand>
  );
}
