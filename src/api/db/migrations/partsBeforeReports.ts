/** Where the part of a placement stands that was ticked for one unit: reports say it by chainage. */
import { type SQL, sql } from 'drizzle-orm';
import { emptyTables } from '../../../domain/edit/tables.ts';
import type { Id, Tables } from '../../../domain/model/rows.ts';
import { positionsIn } from '../../../domain/plan/amounts.ts';
import { spotsOf } from '../../../domain/progress/spots.ts';
import { unitIndex, unitOfEach, unitsAbove } from '../../../domain/unit/units.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../shortTransaction.ts';
import type { SpotsOfPart } from './lifeBeforeReports.ts';

/** By the boundaries of today. */
export async function spotsOfParts(
  db: Database,
  campaignId: Id,
  parts: readonly { readonly placementId: Id }[],
): Promise<SpotsOfPart> {
  if (parts.length === 0) return () => 'nowhere';
  const ids = JSON.stringify([...new Set(parts.map((part) => part.placementId))]);
  const table = async (query: SQL) =>
    new Map((rowsOf(await db.execute(query)) as { id: Id }[]).map((row) => [row.id, row]));
  const tables = {
    ...emptyTables(),
    campaign: await table(
      sql`select id, rule_settings as "ruleSettings" from campaign where id = ${campaignId}`,
    ),
    unit: await table(
      sql`select id, parent_id as "parentId", boundary from unit where campaign_id = ${campaignId}`,
    ),
    road: await table(
      sql`select id, line, gaps, zero_chainage as "zeroChainage", calibration, half_width as "halfWidth" from road
        where campaign_id = ${campaignId}`,
    ),
    roadFeature: await table(
      sql`select id, road_id as "roadId", kind, "from", "to" from road_feature where campaign_id = ${campaignId}`,
    ),
    placement: await table(
      sql`select id, road_id as "roadId", coordinate, "from", "to", side, rule, point_quantity as "pointQuantity"
        from placement where id in (select jsonb_array_elements_text(${ids}::jsonb))`,
    ),
  } as unknown as Tables;
  const index = unitIndex(tables.unit);
  return (placementId, unitId) => {
    const row = tables.placement.get(placementId);
    if (row === undefined) return 'nowhere';
    // A point stands on one unit's ground, all of it.
    if (row.rule === null) return null;
    const positions = positionsIn(tables, row);
    const owners = unitOfEach(index, positions);
    // What a unit did before the ground of one below it was drawn, it did of that too.
    const isOf = (id: Id | null) =>
      id === unitId || (id !== null && unitId !== null && unitsAbove(tables.unit, id).includes(unitId));
    const spots = spotsOf(positions, (i) => isOf(owners[i] ?? null));
    return spots.length === 0 ? 'nowhere' : spots;
  };
}
