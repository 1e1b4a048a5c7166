/** Whom one speaks to in a unit; and of which part of a placement a task was done. */
export const parts = `
alter table unit add column contact text not null default '';
alter table unit add column phone text not null default '';
alter table task add column whole boolean not null default true;
alter table task add column unit_id text references unit;
alter table task drop constraint task_placement_id_item_id_key;
alter table task add constraint task_part_key unique nulls not distinct (placement_id, item_id, whole, unit_id);
`;
