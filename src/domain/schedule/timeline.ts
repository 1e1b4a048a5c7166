import type { Milestone } from '../model/entities/milestone.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Tables } from '../model/rows.ts';
import { addDays, type Day, type DueRule } from './days.ts';
import { type CampaignDays, daysOf, mainOccasion } from './occasions.ts';

/** The days of a campaign by milestone: its opening and closing, and those that staff added. */
export interface Timeline {
  /** D; null while the campaign has no occasion. */
  readonly opening: Day | null;
  readonly days: ReadonlyMap<string, Day>;
}

export function timelineOf(
  ends: CampaignDays | undefined,
  milestones: Iterable<Pick<Milestone, 'id' | 'day' | 'offsetDays'>>,
): Timeline {
  const opening = ends?.openingDay ?? null;
  const days = new Map<string, Day>();
  if (ends !== undefined) days.set('opening', ends.openingDay).set('closing', ends.closingDay);
  for (const m of milestones) {
    if (m.day !== null) days.set(m.id, m.day);
    else if (m.offsetDays !== null && opening !== null) days.set(m.id, addDays(opening, m.offsetDays));
  }
  return { opening, days };
}

/** Of a whole plan. */
export function timelineIn({
  campaign,
  occasion,
  milestone,
}: Pick<Tables, 'campaign' | 'occasion' | 'milestone'>): Timeline {
  const [own] = campaign.values();
  const main = mainOccasion(own, occasion);
  return timelineOf(main && daysOf(main), milestone.values());
}

/** The day a rule falls on. Fails with `timeline.milestone-missing` when its milestone was deleted. */
export function dueDay(rule: DueRule, timeline: Timeline): Result<Day> {
  const base = timeline.days.get(rule.milestone);
  if (base === undefined) return fail('timeline.milestone-missing', { milestone: rule.milestone });
  return ok(addDays(base, rule.days));
}
