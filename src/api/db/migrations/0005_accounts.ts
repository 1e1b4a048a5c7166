/** What guards the way in: wrong sign-ins that still count, and links that create the first administrator. */
export const accounts = `
create table sign_in_failure (
  key text primary key,
  failures integer not null,
  last timestamptz not null,
  until timestamptz
);
create index on sign_in_failure (last);
create table setup_link (
  hash text primary key,
  expires timestamptz not null
);
`;
