/**
 * What was done is told by reports. Placements that said themselves that they stand, and ticks that something was put up,
 * accepted or taken down, become the reports that they meant, in the log as well: a past day stays what it was.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Placement } from '../../../domain/model/entities/placement.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { itemReports, stateToday, wasTold } from '../../../domain/progress/meantBy.ts';
import { dayIn } from '../../../domain/schedule/days.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../shortTransaction.ts';
import { type Fields, Life, type LoggedOp } from './lifeBeforeReports.ts';
import { spotsOfParts } from './partsBeforeReports.ts';

export const reports = `
create table report (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  placement_id text not null references placement,
  kind text not null,
  spots jsonb,
  quantity integer,
  day date not null,
  who text not null,
  note text not null,
  corrects text references report
);
create index on report (campaign_id, id);
create index on report (placement_id);
`;

/** Rows that one statement writes. */
const AT_ONCE = 1000;

interface Campaign {
  readonly id: Id;
  readonly timeZone: string;
  readonly demoToday: string | null;
}

export async function tellReports(db: Database): Promise<void> {
  const campaigns = (await all(
    db,
    sql`select id, time_zone as "timeZone", demo_today::text as "demoToday" from campaign order by id`,
  )) as unknown as Campaign[];
  for (const campaign of campaigns) await tellIn(db, campaign);
  await db.execute(sql`
    update asset_type set checklist = (
      select coalesce(jsonb_agg(item || jsonb_build_object('does', case item->>'id'
        when 'install' then 'installed' when 'inspect' then 'accepted' when 'take-down' then 'taken-down' end)
        order by at), '[]'::jsonb)
      from jsonb_array_elements(checklist) with ordinality as items(item, at))`);
}

async function tellIn(db: Database, campaign: Campaign): Promise<void> {
  const ops = (await all(
    db,
    sql`
      select o.number::float8 as number, o.seq::int as seq, o.kind, o.entity, o.row_id as id, o.before, o.after,
        (extract(epoch from c.at) * 1000)::float8 as at, c.by_name as by
      from change_op o join change c on c.campaign_id = o.campaign_id and c.number = o.number
      where o.campaign_id = ${campaign.id} and o.entity in ('placement', 'task')
      order by o.number, o.seq`,
  )) as unknown as LoggedOp[];
  const placements = (await all(
    db,
    sql`select id, state, version::float8 as version from placement where campaign_id = ${campaign.id}`,
  )) as unknown as (Pick<Placement, 'id' | 'version'> & { state: string })[];
  const tasks = (await all(
    db,
    sql`
      select id, version::float8 as version, placement_id as "placementId", item_id as "itemId", whole,
        unit_id as "unitId", done_day::text as "doneDay", done_by as "doneBy", quantity, note
      from task where campaign_id = ${campaign.id}`,
  )) as unknown as (Fields & { id: Id; version: number; placementId: Id })[];
  const dayOf = (at: number) => campaign.demoToday ?? dayIn(campaign.timeZone, new Date(at));
  const spotsOf = await spotsOfParts(
    db,
    campaign.id,
    [...tasks, ...ops.filter((op) => op.entity === 'task').map((op) => op.after)].filter(
      (task) => task.whole === false && itemReports(task.itemId) !== null,
    ) as { placementId: Id; unitId: Id | null }[],
  );
  const life = new Life(dayOf, spotsOf, dayOf(Date.now()), campaign.id);
  for (const op of ops) life.take(op);
  const last = new Map(ops.map((op) => [op.number, op]));
  // What the log does not tell is told by the change that wrote the row last.
  for (const { id, state, version } of placements)
    if (wasTold(state)) life.makeSure(id, state, last.get(version) ?? unlogged(version));
  for (const { id, version, ...task } of tasks)
    if (itemReports(task.itemId) !== null)
      life.makeSureOfTick(id, task, last.get(version) ?? unlogged(version));
  await write(db, campaign.id, life);
  const told = tasks.filter((task) => itemReports(task.itemId) !== null).map((task) => task.id);
  for (const ids of chunks(told))
    await db.execute(
      sql`delete from task where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
    );
  await db.execute(sql`
    update placement set state = ${stateToday('installed')}
    where campaign_id = ${campaign.id} and state in ('installed', 'inspected', 'damaged', 'removed')`);
}

/** A change that the log has lost: what a row says then dates from the beginning. */
function unlogged(number: number): Pick<LoggedOp, 'number' | 'at' | 'by'> {
  return { number, at: 0, by: '' };
}

async function write(db: Database, campaignId: Id, life: Life): Promise<void> {
  for (const part of chunks(life.rewritten))
    await db.execute(sql`
      update change_op o set kind = r.kind, entity = r.entity, row_id = r.id, before = r.before, after = r.after
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as r(number bigint, seq smallint, kind text, entity text, id text, before jsonb, after jsonb)
      where o.campaign_id = ${campaignId} and o.number = r.number and o.seq = r.seq`);
  for (const part of chunks(life.added))
    await db.execute(sql`
      insert into change_op (campaign_id, number, seq, kind, entity, row_id, before, after)
      select ${campaignId}, r.number,
        (select coalesce(max(seq), -1) from change_op o where o.campaign_id = ${campaignId} and o.number = r.number)
          + row_number() over (partition by r.number order by r.at),
        r.kind, 'report', r.id, r.before, r.after
      from jsonb_to_recordset(${JSON.stringify(part.map((op, at) => ({ ...op, at })))}::jsonb)
        as r(number bigint, at int, kind text, id text, before jsonb, after jsonb)
      where exists (select 1 from change c where c.campaign_id = ${campaignId} and c.number = r.number)`);
  for (const part of chunks(life.rows))
    await db.execute(sql`
      insert into report (id, campaign_id, version, placement_id, kind, spots, quantity, day, who, note, corrects)
      select r.id, ${campaignId}, r.version, r."placementId", r.kind, nullif(r.spots, 'null'::jsonb), r.quantity, r.day,
        r.who, r.note, r.corrects
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as r(id text, version bigint, "placementId" text, kind text,
        spots jsonb, quantity integer, day date, who text, note text, corrects text)`);
}

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, i) =>
    list.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
}

async function all(db: Database, query: SQL): Promise<Fields[]> {
  return rowsOf(await db.execute(query)) as Fields[];
}
