/** What a placement hangs on, and in which days, and how many of them, pieces of a type may stand. */
export const support = `
alter table placement add column support text not null default 'unknown';
alter table asset_type add column not_before jsonb;
alter table asset_type add column until jsonb;
alter table asset_type add column period_days integer;
`;
