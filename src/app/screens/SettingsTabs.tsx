/** Everything that stands behind the plan, page by page. */
import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { may } from '../../data/campaign/may.ts';
import { useMembership } from '../../data/net/session.ts';
import { startTool } from '../../data/workbench/choose.ts';
import { showDialog } from '../../data/workbench/view.ts';
import type { GroundKind } from '../../domain/ground/planGround.ts';
import { CatalogueScreen } from '../../features/catalogue/CatalogueScreen.tsx';
import { RoadScreen } from '../../features/roads/RoadScreen.tsx';
import { RuleScreen } from '../../features/rules/RuleScreen.tsx';
import { SetScreen } from '../../features/sets/SetScreen.tsx';
import { SettingsScreen } from '../../features/settings/SettingsScreen.tsx';
import { SloganScreen } from '../../features/slogans/SloganScreen.tsx';
import { UnitScreen } from '../../features/units/UnitScreen.tsx';
import { DialogBoundary } from '../DialogBoundary.tsx';
import { loadableDialog } from '../loadable.tsx';
import styles from './settings.module.css';

const ImportGround = loadableDialog('ImportGround', () =>
  import('../../features/exchange/ImportGround.tsx').then((m) => m.ImportGround),
);

const TABS = ['campaign', 'slogans', 'catalogue', 'sets', 'units', 'roads', 'rules'] as const;
type Tab = (typeof TABS)[number];

interface Props {
  readonly campaignId: string;
  readonly tab: string | undefined;
}

/** Whoever cannot change a page is told whose work that is, before they look for the button. */
function ReadOnly({ campaignId, tab }: { readonly campaignId: string; readonly tab: Tab }) {
  const { t } = useTranslation();
  const role = useMembership(campaignId)?.role;
  const changes = may.add('unit') || (tab === 'slogans' && role === 'leader');
  if (role === undefined || changes) return null;
  return (
    <Alert color="gray" mb="md" maw={1060}>
      {t('settings.readOnly', { role: t(`role.${role}`) })}
    </Alert>
  );
}

export function SettingsTabs({ campaignId, tab }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [importing, setImporting] = useState<GroundKind | null>(null);
  const current: Tab = TABS.find((x) => x === tab) ?? 'campaign';
  return (
    <main className={styles.screen}>
      <h1>{t('settings.title')}</h1>
      <nav className={styles.tabs} aria-label={t('settings.pages')}>
        {TABS.map((name) => (
          <Link
            key={name}
            href={`/c/${campaignId}/settings/${name}`}
            aria-current={name === current ? 'page' : undefined}
            // On a narrow screen the row of tabs is longer than the screen.
            ref={(node: HTMLAnchorElement | null) => {
              if (name === current) node?.scrollIntoView({ block: 'nearest', inline: 'center' });
            }}
          >
            {t(`settings.tab.${name}`)}
          </Link>
        ))}
      </nav>
      <ReadOnly campaignId={campaignId} tab={current} />
      {current === 'campaign' && <SettingsScreen />}
      {current === 'slogans' && <SloganScreen />}
      {current === 'catalogue' && <CatalogueScreen />}
      {current === 'sets' && <SetScreen />}
      {current === 'units' && <UnitScreen onImport={() => setImporting('units')} />}
      {current === 'roads' && (
        <RoadScreen
          onOpen={(id) => navigate(`/c/${campaignId}/plan/road/${id}`)}
          onImport={() => showDialog('import')}
          onDraw={() => {
            navigate(`/c/${campaignId}/plan`);
            startTool('road');
          }}
        />
      )}
      {current === 'rules' && <RuleScreen />}
      {importing !== null && (
        <DialogBoundary onClose={() => setImporting(null)}>
          <ImportGround kind={importing} onClose={() => setImporting(null)} />
        </DialogBoundary>
      )}
    </main>
  );
}
