/** What the workbench adds: boundaries, no-go areas, rules' settings, dressing sets, accepted findings, saved views. */
export const workbench = `
alter table campaign add column budget bigint not null default 0;
alter table campaign add column rule_settings jsonb not null default '{}';
alter table unit add column parent_id text references unit;
alter table unit add column boundary jsonb;
create table no_go_area (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  kind text not null,
  name text not null,
  area jsonb not null
);
create index on no_go_area (campaign_id);
alter table asset_type add column colour text not null default 'red';
alter table asset_type add column glyph text not null default '';
alter table asset_type add column ordered integer not null default 0;
alter table asset_type add column mount text not null default 'ground';
alter table asset_type add column emblem text not null default 'none';
alter table asset_type add column width_cm double precision;
alter table asset_type add column height_cm double precision;
alter table asset_type add column life_days integer;
alter table asset_type add column rules_off jsonb not null default '[]';
update asset_type set mount = 'pole' where shape in ('flag', 'vertical-flag', 'bunting', 'banner');
update asset_type set mount = 'across' where shape = 'banner-across';
update asset_type set emblem = 'national', width_cm = 90, height_cm = 60 where code = 'flag-national';
alter table slogan add column type_ids jsonb not null default '[]';
alter table slogan add column priority integer not null default 0;
alter table placement add column phase text not null default '';
alter table placement add column sponsor jsonb;
create table dressing_set (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  name text not null,
  items jsonb not null
);
create index on dressing_set (campaign_id);
create table acceptance (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  finding text not null,
  rule text not null,
  placement_id text references placement,
  reason text not null,
  accepted_by text not null,
  day date not null,
  unique (campaign_id, finding)
);
create index on acceptance (placement_id);
create table saved_view (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  name text not null,
  view text not null
);
create index on saved_view (campaign_id);
`;
