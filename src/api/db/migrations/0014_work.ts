/** What is said of a task beside that it was done; whose an item is and what it needs; rounds; what goes with a piece. */
export const work = `
alter table task rename column done_day to day;
alter table task rename column done_by to who;
alter table task alter column day drop not null;
alter table task add column standing text not null default 'done';
alter table task add column assigned_unit_id text references unit;
alter table task add column assigned_to text not null default '';
alter table task add column due jsonb;
create table round (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  name text not null,
  first_day date not null,
  every_days integer,
  last_day date,
  within_days integer not null,
  road_ids jsonb not null
);
create index on round (campaign_id, id);
alter table asset_type add column goes_with jsonb not null default '[]';
update asset_type set checklist = (
  select coalesce(jsonb_agg(
    '{"role": null, "unitId": null, "photo": false, "signature": false, "supports": []}'::jsonb || item order by at
  ), '[]'::jsonb)
  from jsonb_array_elements(checklist) with ordinality as items(item, at)
);
`;
