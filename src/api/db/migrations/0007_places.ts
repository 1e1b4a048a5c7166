/** Places and waterways; the kind of a unit in the campaign's own words; the Party flag as what it is. */
export const places = `
create table place (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  name text not null,
  kind text not null,
  coordinate jsonb not null
);
create table waterway (
  id text primary key,
  campaign_id text not null references campaign,
  version bigint not null,
  name text not null,
  line jsonb not null
);
create index on place (campaign_id, id);
create index on waterway (campaign_id, id);
update unit set kind = case kind when 'commune' then 'xã' when 'organisation' then 'cơ quan' else kind end;
update asset_type set shape = 'party-flag', glyph = '' where emblem = 'party' and shape = 'flag';
`;
