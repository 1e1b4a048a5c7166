/** Several base maps to choose from, instead of one. */
export const baseMaps = `
alter table campaign add column base_maps jsonb not null default '[]';
update campaign set base_maps = jsonb_build_array(
  jsonb_build_object('name', 'Bản đồ nền', 'url', tile_url, 'attribution', tile_attribution)
) where tile_url <> '';
alter table campaign drop column tile_url;
alter table campaign drop column tile_attribution;
`;
