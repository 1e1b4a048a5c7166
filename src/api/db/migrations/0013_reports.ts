/** What was done, told once and kept: reports. */
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
