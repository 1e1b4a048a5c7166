/**
 * What a campaign is for becomes rows of its own; the congress that its row named is the first, under the campaign's own
 * id. The log is rewritten as well: what it says of those fields it says of the occasion.
 */
import { sql } from 'drizzle-orm';
import { splitCampaign, wholeOccasion } from '../../../domain/edit/firstOccasion.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../shortTransaction.ts';

export const occasions = `
create table occasion (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  kind text not null,
  level text not null,
  name text not null,
  body text not null,
  number text not null,
  years text not null,
  first_day date,
  opening_day date not null,
  last_day date
);
create index on occasion (campaign_id, id);
alter table campaign add column main_occasion_id text;
`;

type Fields = Record<string, unknown>;

export async function takeFirstOccasions(db: Database): Promise<void> {
  const query = sql`
    select id, version::text as version, congress_name as "congressName", term,
      opening_day::text as "openingDay", closing_day::text as "closingDay" from campaign`;
  for (const { id, version, ...fields } of rowsOf(await db.execute(query)) as Fields[]) {
    const o = wholeOccasion(splitCampaign(fields).moved ?? {});
    await db.execute(sql`
      insert into occasion
        (id, campaign_id, version, kind, level, name, body, number, years, first_day, opening_day, last_day)
      values (${id}, ${id}, ${version}::bigint, ${o.kind}, ${o.level}, ${o.name}, ${o.body}, ${o.number}, ${o.years},
        null, ${o.openingDay}::date, ${o.lastDay}::date)`);
    await db.execute(sql`update campaign set main_occasion_id = ${id} where id = ${id}`);
  }
  await splitLog(db);
  await db.execute(sql`
    alter table campaign drop column congress_name, drop column term, drop column opening_day, drop column closing_day`);
}

async function splitLog(db: Database): Promise<void> {
  const query = sql`
    select campaign_id as campaign, number::text as number, seq::int as seq, kind, row_id as row, before, after
    from change_op where entity = 'campaign' order by number, seq`;
  for (const op of rowsOf(await db.execute(query)) as Fields[]) {
    const before = splitCampaign(op.before as Fields);
    const after = splitCampaign(op.after as Fields);
    if (before.moved === null && after.moved === null) continue;
    const whole = (moved: Fields | null) =>
      moved === null ? {} : op.kind === 'set' ? moved : wholeOccasion(moved);
    await db.execute(sql`
      insert into change_op (campaign_id, number, seq, kind, entity, row_id, before, after)
      select ${op.campaign}, ${op.number}::bigint, max(seq) + 1, ${op.kind}, 'occasion', ${op.row},
        ${JSON.stringify(whole(before.moved))}::jsonb, ${JSON.stringify(whole(after.moved))}::jsonb
      from change_op where campaign_id = ${op.campaign} and number = ${op.number}::bigint`);
    await db.execute(
      op.kind === 'set' && Object.keys(after.own).length === 0
        ? sql`delete from change_op where campaign_id = ${op.campaign} and number = ${op.number}::bigint and seq = ${op.seq}::smallint`
        : sql`update change_op
            set before = ${JSON.stringify(before.own)}::jsonb, after = ${JSON.stringify(after.own)}::jsonb
            where campaign_id = ${op.campaign} and number = ${op.number}::bigint and seq = ${op.seq}::smallint`,
    );
  }
}
