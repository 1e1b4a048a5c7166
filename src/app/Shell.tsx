/** What every screen stands in: the rail, the bar with campaign, countdown, sync and person. */
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  type Icon,
  IconChecklist,
  IconMap2,
  IconSearch,
  IconSettings,
  IconSwitchHorizontal,
} from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { todayOf, useCampaignDays, useCampaignRow } from '../data/campaign/rows.ts';
import { forgetRequest } from '../data/commands/requests.ts';
import { useRulesAll, useRulesAny, useSession } from '../data/net/session.ts';
import { closeMenu, showDialog } from '../data/workbench/view.ts';
import { daysBetween } from '../domain/schedule/days.ts';
import { CommandHost } from '../features/commands/CommandHost.tsx';
import { OfflineBand, SyncStatus } from '../features/sync/SyncStatus.tsx';
import { useFormat } from '../ui/format.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { DialogBoundary } from './DialogBoundary.tsx';
import { loadableDialog, loadableMark, loadableScreen } from './loadable.tsx';
import styles from './shell.module.css';
import { UndoButtons } from './UndoButtons.tsx';
import { useUndoKeys } from './useUndo.ts';

const SyncPanel = loadableScreen(
  'SyncPanel',
  () => import('../features/sync/SyncPanel.tsx').then((m) => m.SyncPanel),
  null,
);
const WorkBadge = loadableMark('WorkBadge', () => import('./WorkBadge.tsx').then((m) => m.WorkBadge));
const Ask = loadableDialog('Ask', () => import('../features/commands/Ask.tsx').then((m) => m.Ask));
const Palette = loadableDialog('Palette', () =>
  import('../features/commands/Palette.tsx').then((m) => m.Palette),
);
const Shortcuts = loadableDialog('Shortcuts', () =>
  import('../features/commands/Shortcuts.tsx').then((m) => m.Shortcuts),
);

const SCREENS = [
  ['plan', IconMap2, 'map'],
  ['checklists', IconChecklist, 'checklist'],
  ['settings', IconSettings, 'settings'],
] as const satisfies readonly (readonly [string, Icon, string])[];
type ScreenName = (typeof SCREENS)[number][0];

export function Shell({
  campaignId,
  screen,
  children,
}: {
  readonly campaignId: string;
  readonly screen: ScreenName;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [failures, setFailures] = useState(0);
  useUndoKeys();
  const [rulesAny, rulesAll] = [useRulesAny(), useRulesAll()];
  const onScreen = useCallback(
    (to: string) => navigate(to.startsWith('/') ? to : `/c/${campaignId}/${to}`),
    [navigate, campaignId],
  );
  const others = useMemo(
    () => [
      ...SCREENS.filter(([id]) => id !== screen).map(([id, , icon]) => ({ id, icon, name: t(`nav.${id}`) })),
      { id: '/account', icon: 'user', name: t('top.ownAccount') },
      ...(rulesAny ? [{ id: '/people', icon: 'users', name: t('top.people') }] : []),
      ...(rulesAll ? [{ id: '/backup', icon: 'backup', name: t('top.backup') }] : []),
    ],
    [screen, rulesAny, rulesAll, t],
  );
  return (
    <div className={styles.shell}>
      <Rail campaignId={campaignId} />
      <TopBar />
      <div className={styles.screen}>
        <OfflineBand />
        <div className={styles.content}>{children}</div>
      </div>
      <DialogBoundary
        key={failures}
        onClose={() => {
          giveUpCommands();
          setFailures((n) => n + 1);
        }}
      >
        <CommandHost
          screen={screen}
          screens={others}
          onScreen={onScreen}
          ask={Ask}
          palette={Palette}
          shortcuts={Shortcuts}
        />
      </DialogBoundary>
    </div>
  );
}

/** A command that fails is said and forgotten; those that come after are heard again. */
function giveUpCommands(): void {
  forgetRequest();
  showDialog(null);
  closeMenu();
}

function Rail({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  return (
    <nav className={styles.rail} aria-label={t('nav.main')}>
      <img src="./icon.svg" width={30} height={30} alt={t('app.name')} className={styles.logo} />
      {SCREENS.map(([screen, ScreenIcon]) => {
        const current = location.startsWith(`/c/${campaignId}/${screen}`);
        return (
          <Link
            key={screen}
            href={`/c/${campaignId}/${screen}`}
            className={styles.railItem}
            aria-current={current ? 'page' : undefined}
          >
            <ScreenIcon size={22} stroke={1.75} aria-hidden />
            {screen === 'checklists' && <WorkBadge />}
            <span>{t(`nav.${screen}`)}</span>
          </Link>
        );
      })}
    </nav>
  );
}

function TopBar() {
  const { t } = useTranslation();
  const format = useFormat();
  const campaign = useCampaignRow();
  const [, navigate] = useLocation();
  const session = useSession();
  const rules = useRulesAll();
  const several = session.status === 'signed-in' && (session.campaigns.length > 1 || rules);
  const opening = useCampaignDays()?.openingDay;
  return (
    <header className={styles.top}>
      <div className={styles.campaign}>
        <strong>{campaign?.name ?? ''}</strong>
        {several && (
          <Tooltip label={t('top.campaigns')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('top.campaigns')}
              onClick={() => navigate('/')}
            >
              <IconSwitchHorizontal size={17} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {campaign !== undefined && opening !== undefined && (
        <>
          <Countdown days={daysBetween(todayOf(campaign), opening)} />
          <span className={styles.opening}>{t('top.opening', { day: format.day(opening) })}</span>
        </>
      )}
      <span className={styles.gap} />
      <PaletteButton />
      <UndoButtons />
      <SyncStatus panel={SyncPanel} />
      <AccountMenu />
    </header>
  );
}

/** How many days are left until the opening; after it, how many have passed. */
function Countdown({ days }: { readonly days: number }) {
  const { t } = useTranslation();
  return (
    <span className={styles.countdown}>
      {days === 0
        ? t('top.openingToday')
        : t(days > 0 ? 'top.daysLeft' : 'top.daysPast', { count: Math.abs(days) })}
    </span>
  );
}

/** The way to everything, on every screen. */
function PaletteButton() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.palette}
      aria-label={t('palette.title')}
      onClick={() => showDialog('palette')}
    >
      <IconSearch size={16} stroke={1.75} aria-hidden />
      <span>{t('palette.button')}</span>
      <kbd>Ctrl K</kbd>
    </button>
  );
}
