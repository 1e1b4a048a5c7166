import { Alert, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, mayCommit } from '../../data/campaign.ts';
import { useCampaignRow } from '../../data/hooks.ts';
import type { Campaign } from '../../domain/model/rows.ts';
import { NumberField } from '../../ui/components/NumberField.tsx';
import { useReason } from '../../ui/reason.ts';
import { BaseMaps } from './BaseMaps.tsx';
import { CongressDays } from './CongressDays.tsx';
import { Milestones } from './Milestones.tsx';
import styles from './settings.module.css';

type TextField = 'name' | 'theme' | 'term' | 'congressName' | 'parentBody' | 'organisingBody' | 'place';

export function SettingsScreen() {
  const { t } = useTranslation();
  const campaign = useCampaignRow();
  if (campaign === undefined) return null;
  const readOnly = !mayCommit([setOp(campaign, { theme: `${campaign.theme}.` })]).ok;
  return (
    <section>
      {readOnly && (
        <Alert color="gray" className={styles.notice ?? ''}>
          {t('settings.readOnly')}
        </Alert>
      )}
      <div className={styles.grid}>
        <div className={styles.column}>
          <CongressDays campaign={campaign} />
          <section className={styles.card}>
            <h2>{t('settings.campaign')}</h2>
            <Text campaign={campaign} field="name" />
            <Text campaign={campaign} field="theme" />
            <Text campaign={campaign} field="congressName" />
            <Text campaign={campaign} field="term" />
            <Text campaign={campaign} field="parentBody" />
            <Text campaign={campaign} field="organisingBody" />
            <Text campaign={campaign} field="place" />
            <BodyKind campaign={campaign} />
            <Budget campaign={campaign} />
          </section>
        </div>
        <div className={styles.column}>
          <Milestones campaign={campaign} readOnly={readOnly} />
          <section className={styles.card}>
            <h2>{t('settings.map')}</h2>
            <BaseMaps campaign={campaign} />
          </section>
        </div>
      </div>
    </section>
  );
}

function setOp(campaign: Campaign, fields: Partial<Campaign>) {
  return { kind: 'set', entity: 'campaign', id: campaign.id, version: campaign.version, fields } as const;
}

interface TextProps {
  readonly campaign: Campaign;
  readonly field: TextField;
}

/** A field that is kept as soon as one leaves it. */
function Text({ campaign, field }: TextProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const value = campaign[field];
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const allowed = mayCommit([setOp(campaign, { [field]: `${value}.` })]).ok;
  const accept = () => {
    if (text === value) return;
    if (field === 'name' && text.trim() === '') {
      setText(value);
      return;
    }
    const done = commit({ code: 'campaign.changed' }, [setOp(campaign, { [field]: text })]);
    if (!done.ok) notifications.show({ message: reason(done.reason), color: 'red' });
  };
  return (
    <TextInput
      label={t(`settings.${field}`)}
      value={text}
      disabled={!allowed}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={accept}
      onKeyDown={(event) => {
        if (event.key === 'Enter') accept();
      }}
    />
  );
}

/** What the plan may cost; the rules warn when it costs more. */
function Budget({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const reason = useReason();
  return (
    <NumberField
      label={t('settings.budget')}
      description={t('settings.budgetHint')}
      min={0}
      max={1_000_000_000_000_000}
      whole
      thousands
      value={campaign.budget}
      disabled={!mayCommit([setOp(campaign, { budget: campaign.budget + 1 })]).ok}
      onChange={(budget) => {
        const done = commit({ code: 'campaign.changed' }, [setOp(campaign, { budget })]);
        if (!done.ok) notifications.show({ message: reason(done.reason), color: 'red' });
      }}
    />
  );
}

function BodyKind({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const other = campaign.bodyKind === 'state' ? 'party' : 'state';
  return (
    <Select
      label={t('settings.bodyKind')}
      data={(['state', 'party'] as const).map((k) => ({ value: k, label: t(`settings.bodyKind.${k}`) }))}
      value={campaign.bodyKind}
      allowDeselect={false}
      disabled={!mayCommit([setOp(campaign, { bodyKind: other })]).ok}
      onChange={(kind) => {
        if (kind === other) commit({ code: 'campaign.changed' }, [setOp(campaign, { bodyKind: other })]);
      }}
    />
  );
}
