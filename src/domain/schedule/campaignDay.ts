import type { Campaign } from '../model/entities/campaign.ts';
import { type Day, dayIn } from './days.ts';

/** Today, as the campaign counts it: in its time zone, or the day that a demonstration stands still on. */
export function campaignDay(campaign: Pick<Campaign, 'timeZone' | 'demoToday'>, moment: Date): Day {
  return campaign.demoToday ?? dayIn(campaign.timeZone, moment);
}
