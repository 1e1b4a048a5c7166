/** What another D moves: asked before it does. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { todayOf, useCampaignDays, useCampaignRow, useRows } from '../../data/campaign/rows.ts';
import { useTasks } from '../../data/work/tasks.ts';
import { standingOf } from '../../domain/checklist/task.ts';
import { type Day, daysBetween } from '../../domain/schedule/days.ts';
import type { CampaignDays } from '../../domain/schedule/occasions.ts';
import { dueDay, timelineOf } from '../../domain/schedule/timeline.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { Theirs } from '../../ui/fields/Theirs.tsx';
import { useFormat } from '../../ui/format.ts';
import styles from './settings.module.css';

interface Props {
  /** The opening is moved, or another occasion’s is chosen. */
  readonly way: 'move' | 'choose';
  /** D as it stood when the new day was typed. */
  readonly from: Day;
  readonly to: CampaignDays;
  readonly onCancel: () => void;
  readonly onAccept: () => void;
}

export function MovePreview({ way, from, to, onCancel, onAccept }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useCampaignDays()?.openingDay;
  const days = daysBetween(from, to.openingDay);
  const moved = useMoved(to);
  return (
    <Dialog opened onClose={onCancel} title={t(`occasions.${way}Title`)}>
      <div className={styles.move}>
        <p>
          <strong>
            {t(`occasions.${way}${days < 0 ? 'Sooner' : 'Later'}`, {
              from: format.day(from),
              to: format.day(to.openingDay),
              count: format.number(Math.abs(days)),
            })}
          </strong>
        </p>
        {now !== undefined && now !== from && <Theirs value={format.day(now)} />}
        <ul>
          <li>
            {t('settings.moveTasks', { count: format.number(moved.tasks), late: format.number(moved.late) })}
          </li>
          <li>{t('settings.moveMilestones', { count: moved.milestones })}</li>
          <li>{t(`occasions.${way}Closing`, { day: format.day(to.closingDay) })}</li>
        </ul>
        <div className={styles.foot}>
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button onClick={onAccept}>
            {t(`occasions.${way}Accept`, { day: format.day(to.openingDay) })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function useMoved(days: CampaignDays): { tasks: number; late: number; milestones: number } {
  const tasks = useTasks();
  const milestones = useRows('milestone');
  const campaign = useCampaignRow();
  const today = campaign === undefined ? '' : todayOf(campaign);
  const after = timelineOf(days, milestones);
  let moved = 0;
  let late = 0;
  for (const task of tasks) {
    if (task.done !== undefined || task.rule === null) continue;
    const then = dueDay(task.rule, after);
    if (!then.ok || then.value === task.due) continue;
    moved++;
    if (standingOf({ ...task, due: then.value }, today) === 'late' && standingOf(task, today) !== 'late')
      late++;
  }
  return { tasks: moved, late, milestones: milestones.filter((m) => m.offsetDays !== null).length };
}
