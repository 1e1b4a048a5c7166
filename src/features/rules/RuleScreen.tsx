/** The rules of the campaign: each can be switched off or its number changed, and who did so is in the history. */

import { Switch } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lookup } from '../../data/campaign/campaign.ts';
import { commitSeen } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useCampaignDays, useCampaignRow } from '../../data/campaign/rows.ts';
import { ALL_RULES } from '../../data/checks/allRules.ts';
import { useSources } from '../../data/checks/useSources.ts';
import { SEVERITIES } from '../../domain/checks/finding.ts';
import { countsDays, type Rule } from '../../domain/checks/rule.ts';
import { severityOn } from '../../domain/checks/source.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import { sameValue } from '../../domain/sameValue.ts';
import { NumberField } from '../../ui/fields/number/NumberField.tsx';
import page from '../../ui/page.module.css';
import { useTell } from '../../ui/tell.ts';
import styles from './rules.module.css';

export function RuleScreen() {
  const { t } = useTranslation();
  const campaign = useCampaignRow();
  const sorted = useMemo(
    () =>
      [...ALL_RULES].sort(
        (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.id.localeCompare(b.id),
      ),
    [],
  );
  if (campaign === undefined) return null;
  return (
    <section className={page.page}>
      <p className={styles.lead}>{t('rules.lead')}</p>
      <ul className={page.list}>
        {sorted.map((rule) => (
          <RuleItem key={rule.id} rule={rule} campaign={campaign} />
        ))}
      </ul>
    </section>
  );
}

type Settings = Campaign['ruleSettings'][string];

const USUAL: Settings = { off: false, params: {} };

function setOp(campaign: Campaign, rule: string, settings: Settings) {
  const ruleSettings = { ...campaign.ruleSettings, [rule]: settings };
  return {
    kind: 'set',
    entity: 'campaign',
    id: campaign.id,
    version: campaign.version,
    fields: { ruleSettings },
  } as const;
}

function RuleItem({ rule, campaign }: { readonly rule: Rule; readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const tell = useTell();
  const source = useSources();
  const opening = useCampaignDays()?.openingDay ?? null;
  const now = campaign.ruleSettings[rule.id] ?? USUAL;
  const name = String(t(`rule.${rule.id}` as 'rule.overlap'));
  const allowed = may.change('campaign', campaign, 'ruleSettings');
  const set = (change: Partial<Settings>, code: string) => {
    // All rules lie in one field: what others have changed of other rules since is no conflict, and stays.
    const latest = lookup('campaign', campaign.id) ?? campaign;
    const seen = sameValue(latest.ruleSettings[rule.id] ?? USUAL, now) ? latest : campaign;
    const op = setOp(seen, rule.id, { ...now, ...change });
    return tell(commitSeen({ code, params: { where: name } }, [op], [seen]));
  };
  return (
    <li className={`${page.item} ${now.off ? styles.off : ''}`}>
      <Switch
        aria-label={t('rules.use', { rule: name })}
        checked={!now.off}
        disabled={!allowed}
        onChange={(event) =>
          set({ off: !event.currentTarget.checked }, event.currentTarget.checked ? 'rule.on' : 'rule.off')
        }
      />
      <div className={`${page.words} ${styles.words}`}>
        <h3>{name}</h3>
        <p>
          {t(`severity.one.${severityOn(rule, opening)}`)} · {source(rule.id)}
        </p>
      </div>
      <div className={styles.params}>
        {Object.entries(rule.params).map(([param, usual]) => (
          <NumberField
            key={param}
            of={`${campaign.id}:${rule.id}`}
            size="xs"
            label={String(t(`param.${rule.id}.${param}` as 'param.overlap.point'))}
            min={0}
            max={100_000}
            whole={countsDays(param)}
            value={now.params[param] ?? usual}
            disabled={!allowed || now.off}
            onChange={(value) => set({ params: { ...now.params, [param]: value } }, 'rule.changed')}
          />
        ))}
      </div>
    </li>
  );
}
