/** How far a placement is, the next step of whoever looks, and behind «more» what is rarer or goes back. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { may } from '../../data/campaign/may.ts';
import { commandOf } from '../../data/commands/registry.ts';
import { TOLD_AT_ONCE } from '../../data/commands/reports.ts';
import { request } from '../../data/commands/requests.ts';
import { useMembership } from '../../data/net/session.ts';
import { BEFORE_APPROVAL, nextStates } from '../../domain/edit/states.ts';
import {
  PLACEMENT_STATES,
  type Placement,
  type PlacementState,
} from '../../domain/model/entities/placement.ts';
import { progressOf } from '../../domain/progress/progress.ts';
import { stageOf } from '../../domain/progress/stage.ts';
import { BACK_STEPS } from '../../domain/progress/telling.ts';
import { useFormat } from '../../ui/format.ts';
import type { Change } from './change.ts';
import styles from './plan.module.css';
import { StateMark } from './StateMark.tsx';

interface Step {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

export function Steps({ row, change }: { readonly row: Placement; readonly change: Change }) {
  const { t } = useTranslation();
  const format = useFormat();
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const tables = useCampaign((s) => s.tables);
  const role = useMembership(campaignId)?.role;
  const progress = progressOf(tables, row);
  const steps =
    role === undefined || !may.change('placement', row, 'state') ? [] : nextStates(role, row.state);
  const stepTo = (state: PlacementState): Step => ({
    key: state,
    label: t(`step.${state}`),
    // What an approval makes late at once is said before.
    run: () => (state === 'approved' ? request('step-approved') : change({ state }, 'placement.step')),
  });
  const command = (id: string): Step[] =>
    commandOf(id).available()
      ? [{ key: id, label: String(t(`command.${id}` as 'command.delete')), run: () => request(id) }]
      : [];
  // Once something stands the next step is told and no longer said; back to the plan it can still go.
  const isUp = progress.standing > 0 || progress.takenDown > 0;
  const said = isUp ? [] : steps.filter((s) => isForward(row.state, s));
  const others = isUp ? steps.filter((s) => BEFORE_APPROVAL.has(s)) : steps;
  const told = (['repaired', 'installed', 'accepted'] as const).flatMap((kind) => command(`report-${kind}`));
  const forward = [...said.map(stepTo), ...told].slice(0, 2);
  const shown = new Set(forward.map((step) => step.key));
  const more = [
    ...TOLD_AT_ONCE.flatMap((kind) => command(`report-${kind}`)),
    ...command('open-report'),
    ...BACK_STEPS.flatMap((step) => command(`unreport-${step}`)),
    ...others.map(stepTo),
  ].filter(({ key }) => !shown.has(key));
  return (
    <div className={styles.steps}>
      <StateMark state={stageOf(tables, row)} />
      {progress.standing + progress.takenDown > 0 && (
        <span className={styles.soft}>
          {t('progress.installedOf', {
            installed: format.number(progress.standing + progress.takenDown),
            planned: format.number(progress.planned),
          })}
        </span>
      )}
      <div className={styles.stepButtons}>
        {forward.map((step, i) => (
          <Button key={step.key} size="compact-sm" variant={i === 0 ? 'light' : 'default'} onClick={step.run}>
            {step.label}
          </Button>
        ))}
        {more.length > 0 && (
          <Menu position="bottom-start" shadow="md">
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                {t('step.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown className={styles.menu ?? ''}>
              {more.map((step) => (
                <Menu.Item key={step.key} onClick={step.run}>
                  {step.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </div>
  );
}

function isForward(from: PlacementState, to: PlacementState): boolean {
  if (from === 'sent-back') return to === 'submitted';
  const order: readonly PlacementState[] = PLACEMENT_STATES.filter((state) => state !== 'sent-back');
  return order.indexOf(to) === order.indexOf(from) + 1;
}
