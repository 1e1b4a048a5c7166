import type { Campaign } from '../model/entities/campaign.ts';
import type { Milestone } from '../model/entities/milestone.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { addDays, type Day, type DueRule } from './days.ts';

/** The days of a campaign by milestone: its opening and closing, and those that staff added. */
export interface Timeline {
  readonly opening: Day;
  readonly days: ReadonlyMap<string, Day>;
}

export function timelineOf(
  campaign: Pick<Campaign, 'openingDay' | 'closingDay'>,
  milestones: Iterable<Pick<Milestone, 'id' | 'day' | 'offsetDays'>>,
): Timeline {
  const days = new Map<string, Day>([
    ['opening', campaign.openingDay],
    ['closing', campaign.closingDay],
  ]);
  for (const m of milestones) {
    if (m.day !== null) days.set(m.id, m.day);
    else if (m.offsetDays !== null) days.set(m.id, addDays(campaign.openingDay, m.offsetDays));
  }
  return { opening: campaign.openingDay, days };
}

/** The day a rule falls on. Fails with `timeline.milestone-missing` when its milestone was deleted. */
export function dueDay(rule: DueRule, timeline: Timeline): Result<Day> {
  const base = timeline.days.get(rule.milestone);
  if (base === undefined) return fail('timeline.milestone-missing', { milestone: rule.milestone });
  return ok(addDays(base, rule.days));
}
