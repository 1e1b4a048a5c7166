import { type SQL, sql } from 'drizzle-orm';

/**
 * D of the campaign of a query's row, as `domain/schedule/occasions.ts` finds it; null where it has no occasion. Names are
 * written out: columns put into a selection lose the names of their tables, and `id` would be the occasion's own.
 */
export const openingDayOf: SQL<string | null> = sql<string | null>`(
  select o.opening_day::text from occasion o where o.campaign_id = campaign.id
  order by (o.id = campaign.main_occasion_id) is true desc, o.opening_day, o.id limit 1)`;
