import { Button, Checkbox } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { mayCommit, newRowId } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useRow } from '../../data/campaign/rows.ts';
import { type PlacementTask, standingOf, unitOfTask } from '../../domain/checklist/checklist.ts';
import { reportedBack, spotsOfTask } from '../../domain/checklist/reporting.ts';
import { quantityIn } from '../../domain/plan/amounts.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { daysBetween } from '../../domain/schedule/days.ts';
import { useFormat } from '../../ui/format.ts';
import { useCountedIn, useNameOf } from '../../ui/nameOf.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import styles from './checklists.module.css';
import { partIn } from './partIn.ts';

interface Props {
  readonly task: PlacementTask;
  readonly today: string;
  readonly showDay: boolean;
  /** Whether it was ticked here just now. */
  readonly isFresh: boolean;
  readonly onTick: (task: PlacementTask) => void;
}

export const TaskLine = memo(function TaskLine({ task, today, showDay, isFresh, onTick }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const nameOf = useNameOf();
  const countedIn = useCountedIn();
  const format = useFormat();
  const { placement, part, item, due, done, counted } = task;
  const type = useRow('assetType', placement.assetTypeId);
  const road = useRow('road', placement.roadId);
  const unit = useRow('unit', unitOfTask(task));
  const quantity = useCampaign((s) => part?.quantity ?? quantityIn(s.tables, placement));
  const allowed = useCampaign(() => mayTick(task));
  const what = nameOf(item.name);
  const standing = standingOf(task, today);
  const where = [
    road === undefined ? t('checklists.noRoad') : roadLabel(road),
    placement.from === null
      ? ''
      : formatChainage(placement.from) + (placement.to === null ? '' : ` – ${bareChainage(placement.to)}`),
    unit?.name ?? t('checklists.noUnit'),
  ].filter((part) => part !== '');
  return (
    <li className={`${styles.task} ${done === undefined ? '' : styles.isDone}`}>
      <Checkbox
        id={id}
        checked={done !== undefined}
        disabled={!allowed}
        size="md"
        aria-label={t('checklists.tick', { what: `${what}, ${nameOf(type?.name)}, ${where.join(', ')}` })}
        onChange={() => onTick(task)}
      />
      {type !== undefined && <AssetSymbol shape={type.shape} size={22} />}
      <label className={styles.taskText} htmlFor={id}>
        <span className={styles.what}>{what}</span>
        <span className={styles.where}>
          {nameOf(type?.name)} ·{' '}
          {counted !== null && counted.done > 0 && done === undefined
            ? t('checklists.countedOf', { done: format.number(counted.done) })
            : ''}
          {format.number(quantity)} {countedIn(type?.unitName, quantity)} · {where.join(' · ')}
        </span>
      </label>
      <span className={styles.when}>
        {done !== undefined && isFresh && allowed && (
          <Button size="compact-sm" variant="default" onClick={() => onTick(task)}>
            {t('checklists.undo')}
          </Button>
        )}{' '}
        {done !== undefined && t('checklists.doneOn', { day: format.shortDay(done.day), who: done.who })}
        {standing === 'late' && due !== null && (
          <strong className={styles.late}>
            <IconClockExclamation size={15} aria-hidden />{' '}
            {t('checklists.lateBy', { count: daysBetween(due, today) })}
          </strong>
        )}
        {standing !== 'done' && standing !== 'late' && showDay && due !== null && format.shortDay(due)}
      </span>
    </li>
  );
});

function mayTick(task: PlacementTask): boolean {
  const { placement, done, item } = task;
  const { tables } = useCampaign.getState();
  if (item.does !== null) {
    if (done !== undefined) return mayCommit(reportedBack(tables, task, newRowId)).ok;
    const spots = spotsOfTask(tables, task);
    return may.add('report', { placementId: placement.id, kind: item.does, spots, corrects: null });
  }
  return done === undefined
    ? may.add('task', { placementId: placement.id, ...partIn(task) })
    : done.task !== null && may.remove('task', done.task);
}
