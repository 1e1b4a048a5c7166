/** Links that let a person set a password, when each was last here, and what was done with accounts. */
export const people = `
create table invitation (
  hash text primary key,
  user_id text not null,
  expires timestamptz not null
);
create index on invitation (user_id);
create table last_sign_in (
  user_id text primary key,
  at timestamptz not null
);
create table people_act (
  id text primary key,
  at timestamptz not null,
  by_user text not null,
  by_name text not null,
  act text not null,
  about_user text not null,
  about_name text not null,
  campaign_id text,
  params jsonb not null
);
`;
