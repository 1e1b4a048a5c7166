/** Signing in is all that a new device loads before it shows something; the rest comes while a name is typed. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch, useLocation } from 'wouter';
import { openSession, useSession } from '../data/net/session.ts';
import { SignIn } from '../features/signin/SignIn.tsx';
import { keepFormsFor } from '../ui/forms/keptForms.ts';
import { loadableScreen, useLoadAhead } from './loadable.tsx';
import styles from './shell.module.css';

const SignedIn = loadableScreen(
  'SignedIn',
  () => import('./SignedIn.tsx').then((m) => m.SignedIn),
  <Opening />,
  'first',
);

const SetUp = loadableScreen(
  'SetUp',
  () => import('../features/signin/SetUp.tsx').then((m) => m.SetUp),
  <Opening />,
);

const Invitation = loadableScreen(
  'Invitation',
  () => import('../features/signin/Invitation.tsx').then((m) => m.Invitation),
  <Opening />,
);

const SheetCheck = loadableScreen(
  'SheetCheck',
  () => import('../features/signin/SheetCheck.tsx').then((m) => m.SheetCheck),
  <Opening />,
);

export function App() {
  const session = useSession();
  const [, navigate] = useLocation();
  useLoadAhead();
  useEffect(() => {
    // Before what it makes of the page: forms that go with a session that ended are kept for its person.
    const stop = useSession.subscribe((now) => {
      if (now.status === 'signed-in') keepFormsFor(now.who.user.id);
      else if (now.status === 'signed-out' && now.byChoice) keepFormsFor(null);
    });
    void openSession();
    return stop;
  }, []);
  if (session.status === 'asking') return <Opening />;
  return (
    <Switch>
      <Route path="/setup/:token">
        {({ token }) => (
          <SetUp
            token={token}
            onDone={() => navigate('/')}
            onRestored={() => {
              // What the server said of itself before is no longer so.
              void openSession();
              navigate('/');
            }}
          />
        )}
      </Route>
      <Route path="/invitation/:token">
        {({ token }) => <Invitation token={token} onDone={() => navigate('/')} />}
      </Route>
      <Route path="/sheet/:token">{({ token }) => <SheetCheck token={token} onOpen={navigate} />}</Route>
      <Route>
        {session.status === 'signed-out' ? (
          <SignIn entry={session.entry} left={session.left} />
        ) : (
          <SignedIn userId={session.who.user.id} campaigns={session.campaigns} />
        )}
      </Route>
    </Switch>
  );
}

function Opening() {
  const { t } = useTranslation();
  return (
    <p className={styles.waiting} role="status">
      {t('app.loading')}
    </p>
  );
}
