/** What a campaign has once only: the fields that no two rows of an entity may share. The database holds to it too. */
import type { Entity } from './rows.ts';

const UNIQUE: { readonly [E in Entity]?: readonly (readonly string[])[] } = {
  task: [['placementId', 'itemId']],
  acceptance: [['finding']],
};

export function uniqueKeysOf(entity: Entity): readonly (readonly string[])[] {
  return UNIQUE[entity] ?? [];
}
