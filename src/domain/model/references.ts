/** What rows refer to, inside their values too, and who refers to a row. */
import { ENTITIES, type Entity, type Id, shapeOf, type Tables } from './rows.ts';

export interface Reference {
  /** Where in the row it stands: `roadId`, `items.2.sloganId`. */
  readonly path: string;
  readonly entity: Entity;
  readonly id: Id;
}

/** Every reference that fields of a row hold; fields that are not given hold none. */
export function referencesOf(entity: Entity, fields: object): readonly Reference[] {
  const given = fields as Readonly<Record<string, unknown>>;
  const { references = {}, inside = {} } = shapeOf(entity);
  const plain = Object.entries(references).flatMap(([path, target]): Reference[] => {
    const id = given[path];
    return typeof id === 'string' ? [{ path, entity: target, id }] : [];
  });
  const inner = Object.entries(inside).flatMap(([field, { find }]) =>
    given[field] === undefined || given[field] === null
      ? []
      : (find(given[field] as never) as readonly Reference[]),
  );
  return [...plain, ...inner];
}

/** Where rows of an entity may be referred to: a field that is the id, or one whose value holds it somewhere. */
export interface Referrer {
  readonly entity: Entity;
  readonly field: string;
  readonly inside: boolean;
}

export function referrersOf(target: Entity): readonly Referrer[] {
  return ENTITIES.flatMap((entity) => {
    const { references = {}, inside = {} } = shapeOf(entity);
    return [
      ...Object.entries(references)
        .filter(([, to]) => to === target)
        .map(([field]): Referrer => ({ entity, field, inside: false })),
      ...Object.entries(inside)
        .filter(([, inner]) => inner.targets.includes(target))
        .map(([field]): Referrer => ({ entity, field, inside: true })),
    ];
  });
}

/** A row that refers to another, and where in it. */
export interface Use {
  readonly entity: Entity;
  readonly id: Id;
  readonly path: string;
}

/** Every row of a campaign that refers to a row: what would dangle if it were deleted. */
export function usesOf(tables: Tables, entity: Entity, id: Id): readonly Use[] {
  const entities = new Set(referrersOf(entity).map((r) => r.entity));
  return [...entities].flatMap((by) =>
    [...tables[by].values()].flatMap((row) =>
      referencesOf(by, row)
        .filter((ref) => ref.entity === entity && ref.id === id)
        .map(({ path }): Use => ({ entity: by, id: row.id, path })),
    ),
  );
}
