/** Roads that are there and not shown; and what a change said of carrying what stands on a road. */
export const roads = `
alter table road add column hidden boolean not null default false;
alter table change add column carry jsonb;
`;
