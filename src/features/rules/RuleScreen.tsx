/** The rules of the campaign: each can be switched off or its number changed, and who did so is in the history. */
import { Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, mayCommit } from '../../data/campaign.ts';
import { ALL_RULES } from '../../data/checks/allRules.ts';
import { useCampaignRow } from '../../data/hooks.ts';
import { SEVERITIES } from '../../domain/checks/finding.ts';
import type { Rule } from '../../domain/checks/rule.ts';
import type { Campaign } from '../../domain/model/rows.ts';
import { NumberField } from '../../ui/components/NumberField.tsx';
import page from '../../ui/page.module.css';
import { useReason } from '../../ui/reason.ts';
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

function setOp(campaign: Campaign, rule: string, settings: { off: boolean; params: Record<string, number> }) {
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
  const reason = useReason();
  const now = campaign.ruleSettings[rule.id] ?? { off: false, params: {} };
  const name = String(t(`rule.${rule.id}` as 'rule.overlap'));
  const allowed = mayCommit([setOp(campaign, rule.id, { off: !now.off, params: now.params })]).ok;
  const set = (change: Partial<{ off: boolean; params: Record<string, number> }>, code: string) => {
    const done = commit({ code, params: { where: name } }, [setOp(campaign, rule.id, { ...now, ...change })]);
    if (!done.ok) notifications.show({ message: reason(done.reason), color: 'red' });
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
          {t(`severity.one.${rule.severity}`)} · {String(t(`source.${rule.id}` as 'source.overlap'))}
        </p>
      </div>
      <div className={styles.params}>
        {Object.entries(rule.params).map(([param, usual]) => (
          <NumberField
            key={param}
            size="xs"
            label={String(t(`param.${rule.id}.${param}` as 'param.overlap.point'))}
            min={0}
            max={100_000}
            value={now.params[param] ?? usual}
            disabled={!allowed || now.off}
            onChange={(value) => set({ params: { ...now.params, [param]: value } }, 'rule.changed')}
          />
        ))}
      </div>
    </li>
  );
}
