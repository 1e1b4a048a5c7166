/** The tasks of a placement: its type's checklist, hung on the timeline, with what has been done of it. */
import type { Op } from '../edit/edit.ts';
import type { AssetType, ChecklistItem } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Task } from '../model/entities/task.ts';
import type { Id } from '../model/rows.ts';
import { type Day, daysBetween } from '../schedule/days.ts';
import { dueDay, type Timeline } from '../schedule/timeline.ts';

/** A part of a placement that is one unit's work; null: what stands on nobody's ground. */
interface Part {
  readonly unitId: Id | null;
  readonly quantity: number;
}

export interface PlacementTask {
  readonly placement: Placement;
  /** Null: the whole placement. */
  readonly part: Part | null;
  readonly item: ChecklistItem;
  /** Null when the item hangs on a milestone that is no longer there. */
  readonly due: Day | null;
  readonly done: Task | undefined;
}

/** Pieces of a placement by the unit on whose ground they stand; under null those on nobody's. */
type Ground = ReadonlyMap<Id | null, number>;

/** What the tasks of a placement hang on beside it. */
interface Around {
  readonly timeline: Timeline;
  /** Asked only where it matters: it takes time. */
  readonly ground: () => Ground;
  readonly unitsAbove: (id: Id) => readonly Id[];
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
  { timeline, ground, unitsAbove }: Around,
): PlacementTask[] {
  const parts = placement.unitId === null && type.checklist.length > 0 ? partsOf(ground()) : [];
  return type.checklist.flatMap((item): PlacementTask[] => {
    const known = dueDay(dueRuleFor(placement, type, item), timeline);
    const task = { placement, item, due: known.ok ? known.value : null };
    const ofItem = done.filter(({ itemId }) => itemId === item.id);
    const whole = ofItem.find((t) => t.whole);
    if (parts.length === 0) return [{ ...task, part: null, done: whole ?? doneByParts(ofItem, ground) }];
    return parts.map((part) => ({
      ...task,
      part,
      done:
        whole ?? ofItem.find(({ unitId }) => unitId === part.unitId) ?? doneAbove(ofItem, part, unitsAbove),
    }));
  });
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
  if (item.id === 'install' && placement.installBy !== null) return placement.installBy;
  if (item.id === 'take-down') return placement.removeBy ?? until ?? item.due;
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
  const { done, part } = task;
  if (done === undefined) return [];
  const { id, version, ...fields } = done;
  const kept = part === null ? [] : others.filter((t) => t !== task && t.done === done);
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
