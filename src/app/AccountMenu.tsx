import { Menu, useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import {
  IconDatabaseExport,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCampaign } from '../data/campaign/campaign.ts';
import { useMembership, useRulesAll, useSession } from '../data/net/session.ts';
import { administersAnything } from '../domain/people/managing.ts';
import { LANGUAGES, type LanguageId } from '../domain/text/languages.ts';
import { DialogBoundary } from './DialogBoundary.tsx';
import { switchLanguage } from './i18n.ts';
import { loadableDialog } from './loadable.tsx';
import styles from './shell.module.css';
import { UndoMenuItems } from './UndoButtons.tsx';

const LeaveDialog = loadableDialog('LeaveDialog', () =>
  import('../features/sync/LeaveDialog.tsx').then((m) => m.LeaveDialog),
);
function otherLanguages(now: string) {
  return Object.entries(LANGUAGES).filter(([id]) => id !== now) as [LanguageId, { readonly name: string }][];
}

/** The person: rights, account, language, colours, and the way out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const role = useMembership(campaignId)?.role;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const narrow = useMediaQuery('(max-width: 700px)') ?? false;
  const [, navigate] = useLocation();
  const rulesAll = useRulesAll();
  const [leaving, setLeaving] = useState(false);
  if (session.status !== 'signed-in') return null;
  const { name } = session.who.user;
  const initials = name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
  const dark = colorScheme === 'dark';
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={220}>
        <Menu.Target>
          <button type="button" className={styles.avatar} aria-label={`${t('top.account')}: ${name}`}>
            {initials}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {name}
            {role !== undefined && ` · ${t(`role.${role}`)}`}
          </Menu.Label>
          <Menu.Item leftSection={<IconUser size={17} aria-hidden />} onClick={() => navigate('/account')}>
            {t('top.ownAccount')}
          </Menu.Item>
          {administersAnything(session.who.memberships) && (
            <Menu.Item leftSection={<IconUsers size={17} aria-hidden />} onClick={() => navigate('/people')}>
              {t('top.people')}
            </Menu.Item>
          )}
          {rulesAll && (
            <Menu.Item
              leftSection={<IconDatabaseExport size={17} aria-hidden />}
              onClick={() => navigate('/backup')}
            >
              {t('top.backup')}
            </Menu.Item>
          )}
          <Menu.Divider />
          {narrow && campaignId !== '' && <UndoMenuItems />}
          {otherLanguages(i18n.language).map(([language, { name }]) => (
            <Menu.Item
              key={language}
              lang={language}
              leftSection={<IconLanguage size={17} aria-hidden />}
              onClick={() => {
                switchLanguage(language).catch((error: unknown) => {
                  console.error(error);
                  const message = t(navigator.onLine ? 'part.languageNotSent' : 'part.languageNoNetwork');
                  notifications.show({ message, color: 'red' });
                });
              }}
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Item
            leftSection={dark ? <IconSun size={17} aria-hidden /> : <IconMoon size={17} aria-hidden />}
            onClick={() => setColorScheme(dark ? 'light' : 'dark')}
          >
            {t(dark ? 'top.light' : 'top.dark')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={17} aria-hidden />} onClick={() => setLeaving(true)}>
            {t('top.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {leaving && (
        <DialogBoundary onClose={() => setLeaving(false)}>
          <LeaveDialog onClose={() => setLeaving(false)} />
        </DialogBoundary>
      )}
    </>
  );
}
