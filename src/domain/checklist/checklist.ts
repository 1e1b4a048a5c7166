/** The tasks of a placement: its type's checklist, hung on the timeline, with what has been done of it. */
import type { Op } from '../edit/edit.ts';
import type { AssetType, ChecklistItem } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Report, ReportKind } from '../model/entities/report.ts';
import type { Task } from '../model/entities/task.ts';
import type { Id } from '../model/rows.ts';
import { NO_PROGRESS, type Progress } from '../progress/progress.ts';
import { type Day, daysBetween } from '../schedule/days.ts';
import { dueDay, type Timeline } from '../schedule/timeline.ts';

/** A part of a placement that is one unit's work; null: what stands on nobody's ground. */
interface Part {
  readonly unitId: Id | null;
  readonly quantity: number;
}

/** By whom something was done, and when. */
interface Done {
  readonly day: Day;
  readonly who: string;
  /** The row of what was ticked; null where it follows from reports. */
  readonly task: Task | null;
}

/** How many pieces of how many. */
interface Counted {
  readonly done: number;
  readonly of: number;
}

export interface PlacementTask {
  readonly placement: Placement;
  /** Null: the whole placement. */
  readonly part: Part | null;
  readonly item: ChecklistItem;
  /** Null when the item hangs on a milestone that is no longer there. */
  readonly due: Day | null;
  readonly done: Done | undefined;
  /** Of an item that reports something; else null. */
  readonly counted: Counted | null;
}

/** Pieces of a placement by the unit on whose ground they stand; under null those on nobody's. */
type Ground = ReadonlyMap<Id | null, number>;

/** What the tasks of a placement hang on beside it. */
interface Around {
  readonly timeline: Timeline;
  /** Asked only where it matters: it takes time. */
  readonly ground: () => Ground;
  readonly unitsAbove: (id: Id) => readonly Id[];
  readonly reported: Reported;
}

/** What follows from a placement's reports; asked only of items that report. */
export interface Reported {
  readonly all: () => Progress;
  readonly byUnit: () => ReadonlyMap<Id | null, Progress>;
  readonly last: (kind: ReportKind) => Pick<Report, 'day' | 'who'> | undefined;
}

/**
 * Tasks of one placement, in the order of its type's checklist. One without a unit of its own is divided by the `ground`
 * that it stands on, part by part. `done`: what was done of it; what was done of the whole was done of each part, and
 * what was done of all parts was done of the whole.
 */
export function tasksOf(
  placement: Placement,
  type: Pick<AssetType, 'checklist' | 'until'>,
  done: readonly Task[],
  { timeline, ground, unitsAbove, reported }: Around,
): PlacementTask[] {
  const parts = placement.unitId === null && type.checklist.length > 0 ? partsOf(ground()) : [];
  return type.checklist.flatMap((item): PlacementTask[] => {
    const known = dueDay(dueRuleFor(placement, type, item), timeline);
    const task = { placement, item, due: known.ok ? known.value : null, counted: null };
    const { does } = item;
    if (does !== null)
      return (parts.length === 0 ? [null] : parts).map((part) => {
        const p = part === null ? reported.all() : (reported.byUnit().get(part.unitId) ?? NO_PROGRESS);
        const counted = countedOf(does, p);
        return { ...task, part, counted, done: reportedDone(counted, reported.last(does)) };
      });
    const ofItem = done.filter(({ itemId }) => itemId === item.id);
    const whole = ofItem.find((t) => t.whole);
    if (parts.length === 0)
      return [{ ...task, part: null, done: ticked(whole ?? doneByParts(ofItem, ground)) }];
    return parts.map((part) => ({
      ...task,
      part,
      done: ticked(
        whole ?? ofItem.find(({ unitId }) => unitId === part.unitId) ?? doneAbove(ofItem, part, unitsAbove),
      ),
    }));
  });
}

function ticked(task: Task | undefined): Done | undefined {
  return task && { day: task.doneDay, who: task.doneBy, task };
}

/** What was put up and came down since was put up, and accepted or not, nobody need accept it any more. */
function countedOf(does: NonNullable<ChecklistItem['does']>, p: Progress): Counted {
  switch (does) {
    case 'installed':
      return { done: p.standing + p.takenDown, of: p.planned };
    case 'accepted':
      return { done: p.accepted + p.takenDown, of: p.planned };
    case 'checked':
      return { done: p.checked, of: p.standing };
    case 'taken-down':
      return { done: p.takenDown, of: p.standing + p.takenDown || p.planned };
  }
}

function reportedDone(
  { done, of }: Counted,
  last: Pick<Report, 'day' | 'who'> | undefined,
): Done | undefined {
  return of > 0 && done >= of && last !== undefined
    ? { day: last.day, who: last.who, task: null }
    : undefined;
}

/** Where nothing stands on a unit's ground it is one piece of work, of nobody. */
function partsOf(ground: Ground): readonly Part[] {
  const parts = [...ground].map(([unitId, quantity]) => ({ unitId, quantity }));
  return parts.some(({ unitId }) => unitId !== null) ? parts : [];
}

/** What a unit above did before the ground of one below was drawn was done of that too. */
function doneAbove(
  ofItem: readonly Task[],
  { unitId }: Part,
  unitsAbove: Around['unitsAbove'],
): Task | undefined {
  if (unitId === null || ofItem.length === 0) return undefined;
  const above = new Set<Id | null>(unitsAbove(unitId));
  return ofItem.find((task) => above.has(task.unitId));
}

/** The last of the parts, where all have been done: the placement was given to one unit since. */
function doneByParts(ofItem: readonly Task[], ground: () => Ground): Task | undefined {
  const [first, ...others] = ofItem;
  if (first === undefined) return undefined;
  const units = new Set(ofItem.map(({ unitId }) => unitId));
  if (![...ground().keys()].every((unitId) => units.has(unitId))) return undefined;
  return others.reduce((last, task) => (task.doneDay > last.doneDay ? task : last), first);
}

/** Installing and taking down follow the placement's own days where it has some, taking down else its type's window. */
function dueRuleFor(
  placement: Placement,
  { until }: Pick<AssetType, 'until'>,
  item: ChecklistItem,
): ChecklistItem['due'] {
  if (item.does === 'installed' && placement.installBy !== null) return placement.installBy;
  if (item.does === 'taken-down') return placement.removeBy ?? until ?? item.due;
  return item.due;
}

export type TaskStanding = 'done' | 'late' | 'today' | 'coming' | 'undated';

export function standingOf(task: PlacementTask, today: Day): TaskStanding {
  if (task.done !== undefined) return 'done';
  if (task.due === null) return 'undated';
  const left = daysBetween(today, task.due);
  if (left < 0) return 'late';
  return left === 0 ? 'today' : 'coming';
}

/** Whose a task is: its part's unit, else its placement's. */
export function unitOfTask({ part, placement }: PlacementTask): Id | null {
  return part === null ? placement.unitId : part.unitId;
}

/**
 * The ops that take back that a task was done. Where more was told of than the part that is meant (the whole, or what was
 * a unit's before the ground of one below it was drawn), what was done of the other parts stays: `others` are the tasks of the same item and placement.
 */
export function reopened(task: PlacementTask, others: readonly PlacementTask[], newId: () => Id): Op[] {
  const { part } = task;
  const done = task.done?.task;
  if (done == null) return [];
  const { id, version, ...fields } = done;
  const kept = part === null ? [] : others.filter((t) => t !== task && t.done?.task === done);
  return [
    { kind: 'delete', entity: 'task', id, version },
    ...kept.map(
      (other): Op => ({
        kind: 'create',
        entity: 'task',
        id: newId(),
        fields: { ...fields, whole: false, unitId: unitOfTask(other), quantity: null },
      }),
    ),
  ];
}
