/** Everything that is to be done, in the order that the person asks for; late things cannot be overlooked. */
import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconPrinter } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, newRowId } from '../../data/campaign/commit.ts';
import { reportOp } from '../../data/campaign/reporting.ts';
import { todayOf, useCampaignRow, useRow } from '../../data/campaign/rows.ts';
import { useTasks } from '../../data/campaign/tasks.ts';
import { useMembership, useSession } from '../../data/net/session.ts';
import { type PlacementTask, reopened, standingOf } from '../../domain/checklist/checklist.ts';
import { reportedBack, spotsOfTask } from '../../domain/checklist/reporting.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { Phone } from '../../ui/components/Phone.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './checklists.module.css';
import { type Grouping, groupsOf, type TaskGroup } from './groups.ts';
import { partIn } from './partIn.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTaskWords } from './taskWords.ts';

type Shown = 'open' | 'late' | 'all';

const NOTHING: ReadonlySet<string> = new Set();
/** Milliseconds within which two taps on one row are one. */
const DOUBLE_TAP_MS = 700;

function keyOf({ placement, item, part }: PlacementTask): string {
  return `${placement.id}:${item.id}:${part?.unitId}`;
}

export function ChecklistScreen({ onPrint }: { readonly onPrint: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const campaign = useCampaignRow();
  const tasks = useTasks();
  const [grouping, setGrouping] = useState<Grouping>('day');
  const [shown, setShown] = useState<Shown>('open');
  const [fresh, setFresh] = useState<ReadonlySet<string>>(NOTHING);
  const today = campaign === undefined ? '' : todayOf(campaign);
  const counts = useMemo(
    () => ({
      done: tasks.filter((task) => task.done !== undefined).length,
      late: tasks.filter((task) => standingOf(task, today) === 'late').length,
    }),
    [tasks, today],
  );
  const words = useTaskWords();
  const groups = useMemo(() => {
    const wanted = tasks.filter((task) => {
      const standing = standingOf(task, today);
      // What was just ticked stays where it is: the next tap must not meet the row that has come into its place.
      if (shown === 'all' || fresh.has(keyOf(task))) return true;
      return shown === 'late' ? standing === 'late' : standing !== 'done';
    });
    return groupsOf(wanted, tasks, grouping, words);
  }, [tasks, today, shown, grouping, words, fresh]);
  const makeTick = useTick(today, tasks);
  const last = useRef({ key: '', at: 0 });
  const tick = (task: PlacementTask) => {
    const key = keyOf(task);
    const at = performance.now();
    // The second half of a double tap.
    if (last.current.key === key && at - last.current.at < DOUBLE_TAP_MS) return;
    last.current = { key, at };
    setFresh((before) => new Set(before).add(key));
    makeTick(task);
  };
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <div>
          <h1>{t('checklists.title')}</h1>
          <p>
            {t('checklists.lead', { done: format.number(counts.done), all: format.number(tasks.length) })}{' '}
            <strong className={counts.late > 0 ? styles.late : undefined}>
              {counts.late > 0
                ? t('nav.late', { count: format.number(counts.late) })
                : tasks.length > 0 && t('checklists.noLate')}
            </strong>
          </p>
        </div>
        <div className={styles.controls}>
          <SegmentedControl
            aria-label={t('checklists.show')}
            value={shown}
            onChange={(value) => {
              setFresh(NOTHING);
              setShown(value as Shown);
            }}
            data={(['open', 'late', 'all'] as const).map((v) => ({
              value: v,
              label: t(`checklists.show.${v}`),
            }))}
          />
          <SegmentedControl
            aria-label={t('checklists.groupBy')}
            value={grouping}
            onChange={(value) => {
              setFresh(NOTHING);
              setGrouping(value as Grouping);
            }}
            data={(['day', 'road', 'unit'] as const).map((v) => ({
              value: v,
              label: t(`checklists.group.${v}`),
            }))}
          />
          <Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />} onClick={onPrint}>
            {t('command.open-print')}
          </Button>
        </div>
      </header>
      <OwnWork />
      {groups.length === 0 ? (
        <p className={styles.empty}>
          {tasks.length > 0 && <IconCheck size={20} aria-hidden />}{' '}
          {t(`checklists.empty.${tasks.length === 0 ? 'all' : shown}`)}
        </p>
      ) : (
        groups.map((group) => (
          <Group
            key={group.key}
            group={group}
            today={today}
            grouping={grouping}
            fresh={fresh}
            onTick={tick}
          />
        ))
      )}
    </main>
  );
}

/** Whose tasks one may tick, said once above them: a box that is grey says it too when it is looked at. */
function OwnWork() {
  const { t } = useTranslation();
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const member = useMembership(campaignId);
  const unit = useRow('unit', member?.unitId ?? null);
  if (member === null || member.role === 'admin' || member.role === 'planner') return null;
  return (
    <p className={styles.ownWork}>
      {member.role === 'unit-officer'
        ? t('checklists.ownUnit', { unit: unit?.name ?? '' })
        : t('checklists.readOnly', { role: t(`role.${member.role}`) })}
    </p>
  );
}

/** Tasks rendered at once in a group; the rest follow when asked for. */
const FIRST = 60;

interface GroupProps {
  readonly group: TaskGroup;
  readonly today: string;
  readonly grouping: Grouping;
  /** What was ticked here since the list was opened. */
  readonly fresh: ReadonlySet<string>;
  readonly onTick: (task: PlacementTask) => void;
}

function Group({ group, today, grouping, fresh, onTick }: GroupProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const tasks = all ? group.tasks : group.tasks.slice(0, FIRST);
  const share = group.total === 0 ? 0 : group.done / group.total;
  return (
    <section className={styles.group}>
      <header className={styles.groupHead}>
        <h2 className={group.late ? styles.late : undefined}>{group.title}</h2>
        <span className={styles.groupNote}>
          {group.note}
          {group.note !== '' && group.phone !== '' && ' · '}
          <Phone text={group.phone} />
        </span>
        <span className={styles.meter} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <span>
          {t('checklists.groupCount', { done: format.number(group.done), all: format.number(group.total) })}
        </span>
      </header>
      <ul className={styles.list}>
        {tasks.map((task) => (
          <TaskLine
            key={keyOf(task)}
            isFresh={fresh.has(keyOf(task))}
            task={task}
            today={today}
            showDay={grouping !== 'day'}
            onTick={onTick}
          />
        ))}
      </ul>
      {tasks.length < group.tasks.length && (
        <Button variant="subtle" color="gray" onClick={() => setAll(true)}>
          {t('common.more')} {format.number(group.tasks.length - tasks.length)}
        </Button>
      )}
    </section>
  );
}

/** Ticks a task or takes the tick back; either can be undone. */
function useTick(today: string, tasks: readonly PlacementTask[]): (task: PlacementTask) => void {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const reason = useReason();
  return (task) => {
    const session = useSession.getState();
    const doneBy = session.status === 'signed-in' ? session.who.user.name : '';
    const what = nameOf(task.item.name);
    const { tables } = useCampaign.getState();
    const { does } = task.item;
    const ops = (): Op[] => {
      if (task.done === undefined)
        return does === null
          ? [tickOf(task, today, doneBy)]
          : [reportOp({ placementId: task.placement.id, kind: does, spots: spotsOfTask(tables, task) })];
      return does === null
        ? reopened(task, besides(task, tasks), newRowId)
        : reportedBack(tables, task, newRowId);
    };
    const result = commit({ code: task.done === undefined ? 'task.done' : 'task.reopened' }, ops());
    const message = !result.ok
      ? reason(result.reason)
      : t(task.done === undefined ? 'checklists.ticked' : 'checklists.unticked', { what });
    notifications.show({ message, color: result.ok ? 'green' : 'red' });
  };
}

function tickOf(task: PlacementTask, doneDay: string, doneBy: string): Op {
  const fields = {
    placementId: task.placement.id,
    itemId: task.item.id,
    ...partIn(task),
    doneDay,
    doneBy,
    quantity: null,
    note: '',
  };
  return { kind: 'create', entity: 'task', id: newRowId(), fields };
}

/** The same task of the other parts. */
function besides(task: PlacementTask, tasks: readonly PlacementTask[]): PlacementTask[] {
  return tasks.filter((t) => t.placement.id === task.placement.id && t.item.id === task.item.id);
}
