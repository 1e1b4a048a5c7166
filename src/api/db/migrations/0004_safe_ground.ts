/**
 * The lineage of the database, what each change was written as, the quantity that an approval saw, and indices for
 * reading a campaign's rows page by page.
 */
import { sql } from 'drizzle-orm';
import { gapWidthsOf } from '../../../domain/layout/gapWidths.ts';
import { placementQuantity } from '../../../domain/layout/placement.ts';
import type { RuleSettings } from '../../../domain/model/entities/campaign.ts';
import type { Placement } from '../../../domain/model/entities/placement.ts';
import type { RoadFeature } from '../../../domain/model/entities/roadFeature.ts';
import { newId } from '../../contract/newId.ts';
import type { Database } from '../database.ts';

export const safeGround = `
create table installation (lineage text not null);
create unique index on installation ((true));
insert into installation values (gen_random_uuid()::text);
alter table change add column protocol integer not null default 1;
alter table change add column body_hash text;
alter table placement add column approved_quantity integer;
create index on milestone (campaign_id, id);
drop index milestone_campaign_id_idx;
create index on unit (campaign_id, id);
drop index unit_campaign_id_idx;
create index on road (campaign_id, id);
drop index road_campaign_id_idx;
create index on road_feature (campaign_id, id);
drop index road_feature_campaign_id_idx;
create index on no_go_area (campaign_id, id);
drop index no_go_area_campaign_id_idx;
create index on asset_type (campaign_id, id);
drop index asset_type_campaign_id_idx;
create index on slogan (campaign_id, id);
drop index slogan_campaign_id_idx;
create index on placement (campaign_id, id);
drop index placement_campaign_id_idx;
create index on task (campaign_id, id);
drop index task_campaign_id_idx;
create index on dressing_set (campaign_id, id);
drop index dressing_set_campaign_id_idx;
create index on acceptance (campaign_id, id);
create index on saved_view (campaign_id, id);
drop index saved_view_campaign_id_idx;
`;

/** The protocol of what this migration writes, whatever is newest by the time it runs. */
const PROTOCOL = 2;
const ROWS_A_CHANGE = 2000;

type Counted = Pick<Placement, 'id' | 'roadId' | 'from' | 'to' | 'rule' | 'pointQuantity'>;

/**
 * What was approved before takes today's quantity. It is written as changes of the campaign, like everything: devices
 * that have the rows learn of it, and the history says where the figure comes from. Columns are named one by one, since
 * later migrations add others.
 */
export async function takeApprovedQuantities(db: Database): Promise<void> {
  const campaigns = await rowsOf<{ id: string; number: number; settings: RuleSettings }>(
    db,
    sql`select id, change_number::float8 as number, rule_settings as settings from campaign`,
  );
  for (const campaign of campaigns) {
    const placements = await rowsOf<Counted>(
      db,
      sql`select id, road_id as "roadId", "from", "to", rule, point_quantity as "pointQuantity" from placement
        where campaign_id = ${campaign.id} and state not in ('draft', 'submitted', 'sent-back') order by id`,
    );
    const features = Map.groupBy(
      await rowsOf<RoadFeature>(
        db,
        sql`select road_id as "roadId", kind, "from", "to" from road_feature where campaign_id = ${campaign.id}`,
      ),
      (f) => f.roadId,
    );
    const widths = gapWidthsOf(campaign.settings);
    let { number } = campaign;
    for (let i = 0; i < placements.length; i += ROWS_A_CHANGE) {
      number++;
      const counted = placements.slice(i, i + ROWS_A_CHANGE).map((p) => ({
        id: p.id,
        quantity: placementQuantity(p as Placement, features.get(p.roadId ?? '') ?? [], widths),
      }));
      await write(db, campaign.id, number, counted);
    }
  }
}

async function write(
  db: Database,
  campaignId: string,
  number: number,
  counted: readonly { readonly id: string; readonly quantity: number }[],
): Promise<void> {
  await db.execute(sql`
    insert into change (campaign_id, number, edit_key, replica, at, by_user, by_name, note, protocol)
    values (${campaignId}, ${number}, ${newId()}, ${newId()}, now(), 'cohoa', 'Cờ Hoa',
      '{"code":"placement.approved-quantities"}', ${PROTOCOL})`);
  const rows = JSON.stringify(counted);
  await db.execute(sql`
    insert into change_op (campaign_id, number, seq, kind, entity, row_id, before, after)
    select ${campaignId}, ${number}::bigint, (row_number() over () - 1)::smallint, 'set', 'placement', c.id,
      '{"approvedQuantity":null}', jsonb_build_object('approvedQuantity', c.quantity)
    from jsonb_to_recordset(${rows}::jsonb) as c(id text, quantity integer)`);
  await db.execute(sql`
    update placement set approved_quantity = c.quantity, version = ${number}::bigint
    from jsonb_to_recordset(${rows}::jsonb) as c(id text, quantity integer) where placement.id = c.id`);
  await db.execute(sql`update campaign set change_number = ${number}::bigint where id = ${campaignId}`);
}

/** Drivers wrap raw rows in `{ rows }`. */
async function rowsOf<T>(db: Database, query: ReturnType<typeof sql>): Promise<T[]> {
  return ((await db.execute(query)) as unknown as { rows: T[] }).rows;
}
