import { Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconClockExclamation, IconUser } from '@tabler/icons-react';
import { memo, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useRow } from '../../data/campaign/rows.ts';
import { mayTick } from '../../data/work/acting.ts';
import { isStarted, type PlacementTask, standingOf, unitOfTask } from '../../domain/checklist/task.ts';
import { quantityIn } from '../../domain/plan/amounts.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { daysBetween } from '../../domain/schedule/days.ts';
import { useFormat } from '../../ui/format.ts';
import { useCountedIn, useNameOf } from '../../ui/nameOf.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import styles from './checklists.module.css';
import { TaskMenu } from './TaskMenu.tsx';
import { useTaskName } from './taskName.ts';

interface Props {
  readonly task: PlacementTask;
  readonly today: string;
  readonly showDay: boolean;
  /** Whether it was ticked here just now. */
  readonly isFresh: boolean;
  /** Whether it is chosen; null while rows are ticked and not chosen. */
  readonly chosen: boolean | null;
  /** Gives whether it was taken: not where a reason is asked for first. */
  readonly onTick: (task: PlacementTask) => boolean;
  readonly onChoose: (tasks: readonly PlacementTask[], chosen: boolean) => void;
}

export const TaskLine = memo(function TaskLine(props: Props) {
  const { task, isFresh, chosen, onTick, onChoose } = props;
  const { t } = useTranslation();
  const id = useId();
  const nameOf = useNameOf();
  const name = useTaskName();
  const { placement, done } = task;
  const [pressed, press] = usePressed(task);
  const type = useRow('assetType', placement.assetTypeId);
  const allowed = useCampaign(() => mayTick(task));
  const what = name(task.item);
  const where = useWhere(task);
  const label = `${what}, ${nameOf(type?.name)}, ${where}`;
  return (
    <div className={`${styles.task} ${done === undefined ? '' : styles.isDone}`}>
      {chosen === null ? (
        <Checkbox
          id={id}
          checked={pressed ?? done !== undefined}
          disabled={!allowed}
          size="md"
          aria-label={t('checklists.tick', { what: label })}
          onChange={() => pressed === null && press(onTick(task))}
        />
      ) : (
        <Checkbox
          id={id}
          checked={chosen}
          size="md"
          radius="xl"
          aria-label={t('checklists.choose', { what: label })}
          onChange={() => onChoose([task], !chosen)}
        />
      )}
      {type !== undefined && <AssetSymbol shape={type.shape} size={24} />}
      <label
        className={styles.taskText}
        htmlFor={id}
        title={
          allowed || chosen !== null
            ? undefined
            : t(task.waits ? 'checklists.waitsLong' : 'checklists.notYours')
        }
      >
        <span className={styles.what}>{what}</span>
        <Amount task={task} type={nameOf(type?.name)} />
        <span className={styles.where}>{where.replaceAll(' ·', '\u00a0·')}</span>
        <Said task={task} />
      </label>
      <span className={styles.when}>
        {done !== undefined && isFresh && allowed && (
          <Button size="sm" variant="default" onClick={() => onTick(task)}>
            {t('checklists.undo')}
          </Button>
        )}
        <Standing {...props} />
      </span>
      <TaskMenu task={task} what={label} />
    </div>
  );
});

/** Milliseconds after which a box shows again what is known, should nothing have come of a press. */
const PRESSED_MS = 4000;

/** A box answers the finger at once: the task that is done by it is worked out a moment later. */
function usePressed(task: PlacementTask): [boolean | null, (taken: boolean) => void] {
  const [of, setOf] = useState<PlacementTask | null>(null);
  useEffect(() => {
    if (of === null) return;
    const timer = setTimeout(() => setOf(null), PRESSED_MS);
    return () => clearTimeout(timer);
  }, [of]);
  return [of === task ? task.done === undefined : null, (taken) => taken && setOf(task)];
}

/** Road, chainage, side and unit. */
function useWhere(task: PlacementTask): string {
  const { t } = useTranslation();
  const { placement } = task;
  const road = useRow('road', placement.roadId);
  const unit = useRow('unit', unitOfTask(task));
  const side = placement.rule?.sides ?? placement.side;
  return [
    road === undefined ? t('checklists.noRoad') : roadLabel(road),
    placement.from === null
      ? ''
      : formatChainage(placement.from) + (placement.to === null ? '' : `–${bareChainage(placement.to)}`),
    side === null ? '' : t(`sides.${side}`),
    unit?.name ?? t('checklists.noUnit'),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What of, how many, and how many of them are done. */
function Amount({ task, type }: { readonly task: PlacementTask; readonly type: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const countedIn = useCountedIn();
  const { placement, part, counted, done } = task;
  const unitName = useRow('assetType', placement.assetTypeId)?.unitName;
  const all = useCampaign((s) => part?.quantity ?? quantityIn(s.tables, placement));
  const of = counted !== null && counted.of > 0 ? counted.of : all;
  const some = counted !== null && counted.done > 0 && done === undefined;
  return (
    <>
      <span className={styles.amount}>
        {type} · {some ? t('checklists.countedOf', { done: format.number(counted.done) }) : ''}
        {format.number(of)} {countedIn(unitName, of)}
      </span>
      {some && (
        <span className={styles.bar} aria-hidden>
          <span style={{ width: `${(counted.done / of) * 100}%` }} />
        </span>
      )}
    </>
  );
}

/** Who is to do it, what it needs, and why it cannot be done. */
function Said({ task }: { readonly task: PlacementTask }) {
  const { t } = useTranslation();
  const { said, item, done } = task;
  const to = useRow('unit', said?.assignedUnitId ?? item.unitId);
  const names = [to?.name ?? '', said?.assignedTo ?? ''].filter((name) => name !== '');
  const needs = needsOf(item);
  const note = said?.note ?? '';
  if (names.length === 0 && (needs === null || done !== undefined) && note === '') return null;
  return (
    <span className={styles.said}>
      {names.length > 0 && (
        <>
          <IconUser size={13} aria-hidden /> {t('checklists.givenTo', { names: names.join(', ') })}{' '}
        </>
      )}
      {needs !== null && done === undefined && t(`checklists.needs.${needs}`)} {note !== '' && `“${note}”`}
    </span>
  );
}

function needsOf({ photo, signature }: PlacementTask['item']) {
  if (photo) return signature ? 'photo-signature' : 'photo';
  return signature ? 'signature' : null;
}

function Standing({ task, today, showDay }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { due, done } = task;
  const standing = standingOf(task, today);
  if (done !== undefined)
    return <span>{t('checklists.doneOn', { day: format.shortDay(done.day), who: done.who })}</span>;
  if (standing === 'cannot')
    return (
      <strong className={styles.cannot}>
        <IconAlertTriangle size={15} aria-hidden /> {t('checklists.cannot')}
      </strong>
    );
  return (
    <>
      {standing === 'late' && due !== null && (
        <strong className={`${styles.late} ${showDay ? '' : styles.saidAbove}`}>
          <IconClockExclamation size={15} aria-hidden />{' '}
          {t('checklists.lateBy', { count: daysBetween(due, today) })}
        </strong>
      )}
      {standing === 'today' && <strong>{t('checklists.dueToday')}</strong>}
      {standing === 'coming' && showDay && due !== null && format.shortDay(due)}
      {task.waits && <span>{t('checklists.waits')}</span>}
      {isStarted(task) && <span className={styles.begun}>{t('checklists.begun')}</span>}
    </>
  );
}
