/** The tasks of a placement by its type's checklist, hung on the timeline, with what was said and done of them. */
import type { AssetType, ChecklistItem } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Report, ReportKind } from '../model/entities/report.ts';
import type { Task } from '../model/entities/task.ts';
import type { Id } from '../model/rows.ts';
import { NO_PROGRESS, type Progress } from '../progress/progress.ts';
import { takingDownFrom } from '../progress/timely.ts';
import type { Day, DueRule } from '../schedule/days.ts';
import { dueDay, type Timeline } from '../schedule/timeline.ts';
import { type Counted, type Done, type Part, type PlacementTask, taskKey } from './task.ts';

/** Pieces of a placement by the unit on whose ground they stand; under null those on nobody's. */
export type Ground = ReadonlyMap<Id | null, number>;

/** What the tasks of a placement hang on beside it. */
export interface Around {
  readonly timeline: Timeline;
  /** Asked only where it matters: it takes time. */
  readonly ground: () => Ground;
  readonly unitsAbove: (id: Id) => readonly Id[];
  readonly reported: Reported;
}

/** What follows from a placement's reports; asked only of items that report. */
interface Reported {
  readonly all: () => Progress;
  readonly byUnit: () => ReadonlyMap<Id | null, Progress>;
  /** The last of some kinds, of the whole or of what stands on one unit's ground. */
  readonly last: (kinds: readonly ReportKind[], part: Part | null) => Pick<Report, 'day' | 'who'> | undefined;
}

/**
 * Tasks of one placement, in the order of its type's checklist. One without a unit of its own is divided by the `ground`
 * that it stands on, part by part. `said`: what was said of it; what was done of the whole was done of each part, and
 * what was done of all parts was done of the whole.
 */
export function tasksOf(
  placement: Placement,
  type: Pick<AssetType, 'checklist' | 'until'>,
  said: readonly Task[],
  { timeline, ground, unitsAbove, reported }: Around,
): PlacementTask[] {
  const parts = partsOfWork(placement, type.checklist, ground);
  return type.checklist.flatMap((template): PlacementTask[] => {
    const { supports, does } = template;
    if (supports.length > 0 && !supports.includes(placement.support)) return [];
    const item = { ...template, from: 'template', since: null } as const;
    const ofItem = said.filter(({ itemId }) => itemId === item.id);
    const told = ofItem.filter(({ standing }) => standing === 'done');
    return parts.map((part): PlacementTask => {
      const own = saidOf(ofItem, part);
      const rule = own?.due ?? dueRuleFor(placement, type, template);
      const task = {
        key: taskKey(placement, item, part),
        placement,
        part,
        item,
        rule,
        due: dayOf(rule, timeline),
        notBefore: does === 'taken-down' ? takingDownFrom(placement, timeline) : null,
        said: own,
        counted: null,
        waits: false,
      };
      if (does === null) return { ...task, done: doneOf(told, part, ground, unitsAbove) };
      const p = part === null ? reported.all() : (reported.byUnit().get(part.unitId) ?? NO_PROGRESS);
      const counted = countedOf(does, p);
      const waits = does !== 'installed' && p.standing === 0;
      return { ...task, counted, waits, done: reportedDone(counted, endedBy(does, part, reported)) };
    });
  });
}

/** Where nothing stands on a unit's ground it is one piece of work, of nobody. */
export function partsOfWork(
  { unitId }: Pick<Placement, 'unitId'>,
  items: readonly unknown[],
  ground: () => Ground,
): readonly (Part | null)[] {
  if (unitId !== null || items.length === 0) return [null];
  const parts = [...ground()].map(([id, quantity]) => ({ unitId: id, quantity }));
  return parts.some((part) => part.unitId !== null) ? parts : [null];
}

/** What was said of just this part; else, of all of it. */
export function saidOf(ofItem: readonly Task[], part: Part | null): Task | null {
  const whole = ofItem.find((t) => t.whole) ?? null;
  return part === null ? whole : (ofItem.find((t) => !t.whole && t.unitId === part.unitId) ?? whole);
}

function doneOf(
  told: readonly Task[],
  part: Part | null,
  ground: () => Ground,
  unitsAbove: Around['unitsAbove'],
): Done | undefined {
  const whole = told.find((t) => t.whole);
  if (part === null) return ticked(whole ?? doneByParts(told, ground));
  return ticked(
    whole ?? told.find(({ unitId }) => unitId === part.unitId) ?? doneAbove(told, part, unitsAbove),
  );
}

function ticked(task: Task | undefined): Done | undefined {
  return task && { day: task.day ?? '', who: task.who, task };
}

/** What came down before it was accepted ended that too. */
function endedBy(does: NonNullable<ChecklistItem['does']>, part: Part | null, { last }: Reported) {
  return last([does], part) ?? last(['taken-down', 'lost'], part);
}

/**
 * What was put up and came down since was put up, and accepted or not, nobody need accept it any more; what was lost where
 * it stood is to be put up again.
 */
function countedOf(does: NonNullable<ChecklistItem['does']>, p: Progress): Counted {
  switch (does) {
    case 'installed':
      return { done: p.standing + p.down, of: p.planned };
    case 'accepted':
      return { done: p.accepted + p.down, of: p.planned };
    case 'checked':
      return { done: p.checked, of: p.standing };
    case 'taken-down':
      return { done: p.takenDown, of: p.standing + p.takenDown || p.planned };
  }
}

export function reportedDone(
  { done, of }: Counted,
  last: Pick<Report, 'day' | 'who'> | undefined,
): Done | undefined {
  return of > 0 && done >= of && last !== undefined
    ? { day: last.day, who: last.who, task: null }
    : undefined;
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
  return others.reduce((last, task) => ((task.day ?? '') > (last.day ?? '') ? task : last), first);
}

/** Installing and taking down follow the placement's own days where it has some, taking down else its type's window. */
function dueRuleFor(placement: Placement, { until }: Pick<AssetType, 'until'>, item: ChecklistItem): DueRule {
  if (item.does === 'installed' && placement.installBy !== null) return placement.installBy;
  if (item.does === 'taken-down') return placement.removeBy ?? until ?? item.due;
  return item.due;
}

function dayOf(rule: DueRule, timeline: Timeline): Day | null {
  const known = dueDay(rule, timeline);
  return known.ok ? known.value : null;
}
