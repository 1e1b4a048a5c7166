/**
 * What a placement hangs on, and in which days, and how many of them, pieces of a type may stand. What comes from no
 * store is not short in one. */
export const support = `
alter table placement add column support text not null default 'unknown';
alter table asset_type add column not_before jsonb;
alter table asset_type add column until jsonb;
alter table asset_type add column period_days integer;
update asset_type set rules_off = rules_off || '["stock-short"]'
  where shape in ('loudspeaker', 'vehicle') and not rules_off @> '["stock-short"]';
`;
