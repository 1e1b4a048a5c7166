/** The first schema. References between rows are checked by the database too, so that nothing can dangle. */
export const campaigns = `
create table campaign (
  id text primary key,
  version bigint not null,
  change_number bigint not null,
  name text not null,
  theme text not null,
  term text not null,
  congress_name text not null,
  organising_body text not null,
  parent_body text not null,
  body_kind text not null,
  place text not null,
  opening_day date not null,
  closing_day date not null,
  time_zone text not null,
  tile_url text not null,
  tile_attribution text not null,
  map_notice text not null,
  demo_today date
);
create table milestone (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  name text not null,
  day date,
  offset_days integer,
  check (num_nonnulls(day, offset_days) = 1)
);
create table unit (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  code text not null,
  name text not null,
  kind text not null,
  centre jsonb
);
create table road (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  code text not null,
  name text not null,
  class text not null,
  line jsonb not null,
  gaps jsonb not null,
  zero_chainage double precision not null,
  calibration jsonb not null,
  half_width double precision not null,
  source text not null
);
create table road_feature (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  road_id text not null references road,
  kind text not null,
  name text not null,
  "from" double precision not null,
  "to" double precision not null
);
create table asset_type (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  code text not null,
  name text not null,
  name_en text not null,
  shape text not null,
  unit_name text not null,
  unit_name_en text not null,
  size text not null,
  layout text not null,
  default_spacing double precision not null,
  default_sides text not null,
  price bigint not null,
  in_stock integer not null,
  carries_text boolean not null,
  checklist jsonb not null
);
create table slogan (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  text text not null,
  approved boolean not null,
  approval_document text not null,
  approval_day date
);
create table placement (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  asset_type_id text not null references asset_type,
  unit_id text references unit,
  slogan_id text references slogan,
  state text not null,
  note text not null,
  install_by jsonb,
  remove_by jsonb,
  road_id text references road,
  coordinate jsonb,
  "from" double precision,
  "to" double precision,
  side text,
  rule jsonb,
  point_quantity integer not null
);
create table task (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  placement_id text not null references placement,
  item_id text not null,
  done_day date not null,
  done_by text not null,
  quantity integer,
  note text not null,
  unique (placement_id, item_id)
);
create index on milestone (campaign_id);
create index on unit (campaign_id);
create index on road (campaign_id);
create index on road_feature (campaign_id);
create index on road_feature (road_id);
create index on asset_type (campaign_id);
create index on slogan (campaign_id);
create index on placement (campaign_id);
create index on placement (road_id);
create index on placement (asset_type_id);
create index on placement (slogan_id);
create index on placement (unit_id);
create index on task (campaign_id);

create table change (
  campaign_id text not null references campaign,
  number bigint not null,
  edit_key text not null unique,
  replica text not null,
  at timestamptz not null,
  by_user text not null,
  by_name text not null,
  note jsonb not null,
  primary key (campaign_id, number)
);
create table change_op (
  campaign_id text not null,
  number bigint not null,
  seq smallint not null,
  kind text not null,
  entity text not null,
  row_id text not null,
  before jsonb not null,
  after jsonb not null,
  primary key (campaign_id, number, seq),
  foreign key (campaign_id, number) references change
);
create index on change_op (row_id, number);

create table member (
  id text primary key,
  user_id text not null,
  campaign_id text references campaign,
  role text not null,
  unit_id text,
  unique nulls not distinct (user_id, campaign_id)
);
`;
