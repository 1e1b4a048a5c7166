/** What a person who is signed in has: the list of campaigns, or an open one with its screens. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation, useParams } from 'wouter';
import { closeCampaign, openCampaign, useCampaign } from '../data/campaign/campaign.ts';
import { sendElsewhere } from '../data/campaign/sendingStored.ts';
import { useRulesAll, useSession } from '../data/net/session.ts';
import { startTool } from '../data/workbench/choose.ts';
import { showDialog } from '../data/workbench/view.ts';
import { membershipIn } from '../domain/edit/roles.ts';
import { CampaignList } from '../features/campaigns/CampaignList.tsx';
import { useFormat } from '../ui/format.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HomeFrame } from './HomeFrame.tsx';
import { loadableDialog, loadableScreen, useLoadAhead } from './loadable.tsx';
import { Shell } from './Shell.tsx';
import { Dialogs } from './screens/Dialogs.tsx';
import styles from './shell.module.css';

// A phone on a slow line loads the screen that it opens, not all of them.
const PlanScreen = loadableScreen(
  'PlanScreen',
  () => import('./screens/PlanScreen.tsx').then((m) => m.PlanScreen),
  <Waiting />,
  'first',
);
const ChecklistScreen = loadableScreen(
  'ChecklistScreen',
  () => import('../features/checklists/ChecklistScreen.tsx').then((m) => m.ChecklistScreen),
  <Waiting />,
);
const SettingsTabs = loadableScreen(
  'SettingsTabs',
  () => import('./screens/SettingsTabs.tsx').then((m) => m.SettingsTabs),
  <Waiting />,
);

const Shut = loadableScreen(
  'Shut',
  () => import('../features/sync/Shut.tsx').then((m) => m.Shut),
  <Waiting />,
  'first',
);

const PeopleScreen = loadableScreen(
  'PeopleScreen',
  () => import('../features/people/PeopleScreen.tsx').then((m) => m.PeopleScreen),
  <Waiting />,
);
const AccountScreen = loadableScreen(
  'AccountScreen',
  () => import('../features/people/account/AccountScreen.tsx').then((m) => m.AccountScreen),
  <Waiting />,
);

const BackupScreen = loadableScreen(
  'BackupScreen',
  () => import('../features/backup/BackupScreen.tsx').then((m) => m.BackupScreen),
  <Waiting />,
);

const NewCampaignDialog = loadableDialog('NewCampaignDialog', () =>
  import('../features/campaigns/NewCampaignDialog.tsx').then((m) => m.NewCampaignDialog),
);

/** Who has work on the roads begins with it, everybody else with the plan. */
function homeOf(campaignId: string): string {
  const session = useSession.getState();
  const member = session.status === 'signed-in' ? membershipIn(session.who.memberships, campaignId) : null;
  return `/c/${campaignId}/${member?.role === 'unit-officer' ? 'checklists' : 'plan'}`;
}

interface SignedInProps {
  readonly userId: string;
  readonly campaigns: readonly { readonly id: string }[];
}

export function SignedIn({ userId, campaigns }: SignedInProps) {
  const [, navigate] = useLocation();
  const [only] = campaigns;
  // Whoever may begin a campaign is not led past the place where one does.
  const rules = useRulesAll();
  return (
    <Switch>
      <Route path="/c/:id/:screen?/:what?/:which?">
        <OpenCampaign userId={userId} />
      </Route>
      <Route path="/">
        {campaigns.length === 1 && only !== undefined && !rules ? (
          <Redirect to={homeOf(only.id)} replace />
        ) : (
          <HomeFrame>
            <CampaignList
              NewCampaign={NewCampaignDialog}
              onOpen={(id) => navigate(homeOf(id))}
              onPeople={() => navigate('/people')}
            />
          </HomeFrame>
        )}
      </Route>
      <Route path="/people">
        <HomeFrame>
          <PeopleScreen ownId={userId} />
        </HomeFrame>
      </Route>
      {rules && (
        <Route path="/backup">
          <HomeFrame>
            <BackupScreen />
          </HomeFrame>
        </Route>
      )}
      <Route path="/account">
        <HomeFrame>
          <AccountScreen />
        </HomeFrame>
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}

function OpenCampaign({ userId }: { readonly userId: string }) {
  const { id = '', screen = 'plan', what, which } = useParams();
  const shown = screen === 'checklists' || screen === 'settings' ? screen : 'plan';
  const ready = useCampaign((s) => s.ready && s.campaignId === id);
  const connection = useCampaign((s) => s.connection);
  const [, navigate] = useLocation();
  useLoadAhead();
  useEffect(() => {
    // What is begun belongs to the person and the campaign: it is kept, and lies in nobody else's hand.
    startTool('select');
    void openCampaign(userId, id);
    return () => {
      startTool('select');
      void closeCampaign();
    };
  }, [userId, id]);
  useEffect(() => {
    // Now, so that it is said; and whenever there is a server to send it to.
    if (connection === 'connecting' || connection === 'online') void sendElsewhere(userId, id);
  }, [userId, id, connection]);
  if (!ready && (connection === 'forbidden' || connection === 'missing'))
    return <Shut campaignId={id} why={connection} onOthers={() => navigate('/')} />;
  if (!ready) return <Waiting />;
  return (
    <Shell campaignId={id} screen={shown}>
      <ErrorBoundary key={shown}>
        {shown === 'checklists' ? (
          <ChecklistScreen onPrint={() => showDialog('print')} />
        ) : shown === 'settings' ? (
          <SettingsTabs campaignId={id} tab={what} />
        ) : (
          <PlanScreen what={what} which={which} />
        )}
      </ErrorBoundary>
      <Dialogs screen={shown} />
    </Shell>
  );
}

/** Bytes after which a person wonders whether anything comes at all. */
const TOLD_FROM = 500_000;

function Waiting() {
  const { t } = useTranslation();
  const format = useFormat();
  const connection = useCampaign((s) => s.connection);
  const transfer = useCampaign((s) => s.transfer);
  return (
    <p className={styles.waiting} role="status">
      {connection === 'outdated'
        ? t('sync.outdatedLong')
        : connection === 'offline' || connection === 'unreachable'
          ? t('signIn.noServer')
          : transfer !== null && transfer.done > TOLD_FROM
            ? t('app.loadingSize', { size: format.number(transfer.done / 1_000_000) })
            : t('app.loading')}
    </p>
  );
}
