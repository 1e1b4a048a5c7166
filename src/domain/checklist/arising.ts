/** Tasks that no template names: what was damaged is to be repaired, what stands is to be looked at in rounds. */
import type { Placement } from '../model/entities/placement.ts';
import type { Report } from '../model/entities/report.ts';
import type { Round } from '../model/entities/round.ts';
import type { Task } from '../model/entities/task.ts';
import type { Id } from '../model/rows.ts';
import { NO_PROGRESS, type Progress } from '../progress/progress.ts';
import { addDays, type Day, daysBetween } from '../schedule/days.ts';
import { dueDay, type Timeline } from '../schedule/timeline.ts';
import { type PlacementTask, type TaskItem, taskKey } from './task.ts';
import { type Ground, partsOfWork, reportedDone, saidOf } from './templateTasks.ts';

/** In how many days what is damaged is to be repaired: practice of the field, since torn emblems may not stay up. */
const REPAIR_DAYS = 2;

interface Around {
  readonly today: Day;
  readonly timeline: Timeline;
  readonly rounds: readonly Round[];
  readonly ground: () => Ground;
  /** Those that count, in their order. */
  readonly reports: readonly Report[];
  /** Of reports of checks, those since a day; all without one. */
  readonly progress: (checkedSince?: Day) => Progress;
  readonly byUnit: (checkedSince?: Day) => ReadonlyMap<Id | null, Progress>;
}

const BLANK: Omit<TaskItem, 'id' | 'from' | 'does'> = {
  name: { vi: '', en: '' },
  counts: true,
  role: null,
  unitId: null,
  photo: true,
  signature: false,
  supports: [],
  since: null,
};

/** Of one placement; none where nothing was reported. */
export function tasksArising(placement: Placement, said: readonly Task[], around: Around): PlacementTask[] {
  if (around.reports.length === 0) return [];
  const items: Arising[] = [...repairOf(around.reports), ...roundsOf(placement, around)];
  if (items.length === 0) return [];
  const parts = partsOfWork(placement, items, around.ground);
  return items.flatMap(({ item, due, last }) => {
    const ofItem = said.filter(({ itemId }) => itemId === item.id);
    return parts.flatMap((part): PlacementTask[] => {
      const since = item.since ?? undefined;
      const p =
        part === null ? around.progress(since) : (around.byUnit(since).get(part.unitId) ?? NO_PROGRESS);
      const counted =
        item.does === 'checked' ? { done: p.checked, of: p.standing } : { done: 0, of: p.damaged };
      const repaired = item.does === 'repaired' && p.damaged === 0;
      // Of a part on which nothing was damaged, or nothing stands, nothing is to be done.
      if (counted.of === 0 && !(repaired && last !== undefined && part === null)) return [];
      const own = saidOf(ofItem, part);
      const given = own?.due == null ? null : dueDay(own.due, around.timeline);
      const done = repaired
        ? last && { day: last.day, who: last.who, task: null }
        : reportedDone(counted, last);
      return [
        {
          key: taskKey(placement, item, part),
          placement,
          part,
          item,
          rule: own?.due ?? null,
          due: given?.ok ? given.value : due,
          notBefore: null,
          waits: false,
          said: own,
          done,
          counted,
        },
      ];
    });
  });
}

interface Arising {
  readonly item: TaskItem;
  readonly due: Day;
  /** What ended it, if it is done. */
  readonly last: Report | undefined;
}

/** One repair, however often something was damaged: since the last time. */
function repairOf(reports: readonly Report[]): Arising[] {
  const at = reports.findLastIndex(({ kind }) => kind === 'damaged');
  const damage = reports[at];
  if (damage === undefined) return [];
  const after = reports.slice(at + 1);
  return [
    {
      item: { ...BLANK, id: 'repair', from: 'damage', does: 'repaired' },
      due: addDays(damage.day, REPAIR_DAYS),
      last: after.findLast(({ kind }) => kind === 'repaired' || kind === 'installed'),
    },
  ];
}

function roundsOf({ roadId }: Placement, { rounds, today, reports }: Around): Arising[] {
  return rounds.flatMap((round) => {
    if (round.roadIds.length > 0 && (roadId === null || !round.roadIds.includes(roadId))) return [];
    const since = beginningOf(round, today);
    if (since === null) return [];
    return [
      {
        item: {
          ...BLANK,
          id: `round-${round.id}-${since}`,
          name: { vi: round.name, en: round.name },
          from: 'round' as const,
          does: 'checked' as const,
          since,
        },
        due: addDays(since, round.withinDays),
        last: reports.findLast(({ kind, day }) => kind === 'checked' && day >= since),
      },
    ];
  });
}

/** The day on which the last round began; null before the first. Those missed earlier are not made up for. */
function beginningOf(
  { firstDay, everyDays, lastDay }: Pick<Round, 'firstDay' | 'everyDays' | 'lastDay'>,
  today: Day,
): Day | null {
  const until = lastDay !== null && lastDay < today ? lastDay : today;
  const days = daysBetween(firstDay, until);
  if (days < 0) return null;
  return everyDays === null ? firstDay : addDays(firstDay, days - (days % everyDays));
}
