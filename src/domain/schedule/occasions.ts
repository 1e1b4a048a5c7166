/** Which of a campaign's occasions gives its days. */
import type { Campaign } from '../model/entities/campaign.ts';
import type { Occasion } from '../model/entities/occasion.ts';
import type { Id } from '../model/rows.ts';
import type { Day } from './days.ts';

/** D and the closing. */
export interface CampaignDays {
  readonly openingDay: Day;
  readonly closingDay: Day;
}

/** The one that the campaign names; while it names none, the first to open. Undefined only where there is none at all. */
export function mainOccasion(
  campaign: Pick<Campaign, 'mainOccasionId'> | undefined,
  occasions: ReadonlyMap<Id, Occasion>,
): Occasion | undefined {
  const named = occasions.get(campaign?.mainOccasionId ?? '');
  return named ?? occasionsByDay(occasions)[0];
}

/** In the order in which they open. */
export function occasionsByDay(occasions: ReadonlyMap<Id, Occasion>): readonly Occasion[] {
  return [...occasions.values()].sort(
    (a, b) => a.openingDay.localeCompare(b.openingDay) || a.id.localeCompare(b.id),
  );
}

export function daysOf(occasion: Pick<Occasion, 'openingDay' | 'lastDay'>): CampaignDays {
  return { openingDay: occasion.openingDay, closingDay: occasion.lastDay ?? occasion.openingDay };
}
