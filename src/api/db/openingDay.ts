import { type SQL, sql } from 'drizzle-orm';
import { campaign, TABLES } from './rowTables.ts';

const { occasion } = TABLES;

/** D of the campaign of a query's row, as `domain/schedule/occasions.ts` finds it; null where it has no occasion. */
export const openingDayOf: SQL<string | null> = sql<string | null>`(
  select ${occasion.openingDay}::text from ${occasion} where ${occasion.campaignId} = ${campaign.id}
  order by (${occasion.id} = ${campaign.mainOccasionId}) is true desc, ${occasion.openingDay}, ${occasion.id} limit 1)`;
