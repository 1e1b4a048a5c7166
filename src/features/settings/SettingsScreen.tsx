import { useTranslation } from 'react-i18next';
import { commitSeen } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useCampaignRow } from '../../data/campaign/rows.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { NumberField } from '../../ui/fields/number/NumberField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useTell } from '../../ui/tell.ts';
import { BaseMaps } from './BaseMaps.tsx';
import { DayField } from './DayField.tsx';
import { Milestones } from './Milestones.tsx';
import { Occasions } from './Occasions.tsx';
import styles from './settings.module.css';

type TextName = 'name' | 'theme' | 'parentBody' | 'organisingBody' | 'place';

export function SettingsScreen() {
  const { t } = useTranslation();
  const campaign = useCampaignRow();
  if (campaign === undefined) return null;
  const readOnly = !may.change('campaign', campaign, 'theme');
  return (
    <section>
      <div className={styles.grid}>
        <div className={styles.column}>
          <Occasions campaign={campaign} />
          <section className={styles.card}>
            <h2>{t('settings.campaign')}</h2>
            <Text campaign={campaign} field="name" />
            <Text campaign={campaign} field="theme" />
            <Text campaign={campaign} field="parentBody" />
            <Text campaign={campaign} field="organisingBody" />
            <Text campaign={campaign} field="place" />
            <BodyKind campaign={campaign} />
            <Budget campaign={campaign} />
            {campaign.demoToday !== null && <DemoToday campaign={campaign} />}
          </section>
        </div>
        <div className={styles.column}>
          <Milestones readOnly={readOnly} />
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

/** Stores fields of the campaign into the row that was seen. */
function useStore(campaign: Campaign): (fields: Partial<Campaign>) => boolean {
  const tell = useTell();
  return (fields) => tell(commitSeen({ code: 'campaign.changed' }, [setOp(campaign, fields)], [campaign]));
}

/** What the server takes at most of each. */
const LONGEST: Record<TextName, number> = {
  name: 200,
  theme: 1000,
  parentBody: 200,
  organisingBody: 200,
  place: 100,
};

interface TextProps {
  readonly campaign: Campaign;
  readonly field: TextName;
}

function Text({ campaign, field }: TextProps) {
  const { t } = useTranslation();
  const store = useStore(campaign);
  const value = campaign[field];
  return (
    <TextField
      of={campaign.id}
      label={t(`settings.${field}`)}
      value={value}
      maxLength={LONGEST[field]}
      required={field === 'name'}
      disabled={!may.change('campaign', campaign, field)}
      onStore={(text) => store({ [field]: text })}
    />
  );
}

/** What the plan may cost; the rules warn when it costs more. */
function Budget({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const store = useStore(campaign);
  return (
    <NumberField
      of={campaign.id}
      label={t('settings.budget')}
      description={t('settings.budgetHint')}
      min={0}
      max={1_000_000_000_000_000}
      whole
      thousands
      value={campaign.budget}
      disabled={!may.change('campaign', campaign, 'budget')}
      onChange={(budget) => store({ budget })}
    />
  );
}

/** A demonstration's day: what is late hangs on it. */
function DemoToday({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const store = useStore(campaign);
  return (
    <DayField
      of={campaign.id}
      label={t('settings.demoToday')}
      hint={t('settings.demoTodayHint')}
      value={campaign.demoToday}
      disabled={!may.change('campaign', campaign, 'demoToday')}
      onChange={(demoToday) => store({ demoToday })}
    />
  );
}

function BodyKind({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const store = useStore(campaign);
  return (
    <ChoiceField<Campaign['bodyKind']>
      of={campaign.id}
      label={t('settings.bodyKind')}
      data={(['state', 'party'] as const).map((k) => ({ value: k, label: t(`settings.bodyKind.${k}`) }))}
      value={campaign.bodyKind}
      allowDeselect={false}
      disabled={!may.change('campaign', campaign, 'bodyKind')}
      onStore={(bodyKind) => bodyKind !== null && store({ bodyKind })}
    />
  );
}
