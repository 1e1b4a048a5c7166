/** What rows refer to, inside their values too, and who refers to a row. */
import type { DueRule } from '../schedule/days.ts';
import {
  type AssetType,
  type DressingSet,
  ENTITIES,
  type Entity,
  type Id,
  REFERENCES,
  type Slogan,
  type Tables,
} from './rows.ts';

export interface Reference {
  /** Where in the row it stands: `roadId`, `items.2.sloganId`. */
  readonly path: string;
  readonly entity: Entity;
  readonly id: Id;
}

/** A field whose value holds references: which entities they may name, and where they are. */
interface Inner {
  readonly targets: readonly Entity[];
  readonly find: (value: never) => readonly Reference[];
}

/** The opening and the closing are fields of the campaign, no rows. */
const BUILT_IN = new Set(['opening', 'closing']);

function dueReferences(due: DueRule | null, path: string): Reference[] {
  return due === null || BUILT_IN.has(due.milestone)
    ? []
    : [{ path: `${path}.milestone`, entity: 'milestone', id: due.milestone }];
}

const INNER: { readonly [E in Entity]?: Readonly<Record<string, Inner>> } = {
  placement: {
    installBy: { targets: ['milestone'], find: (due: DueRule | null) => dueReferences(due, 'installBy') },
    removeBy: { targets: ['milestone'], find: (due: DueRule | null) => dueReferences(due, 'removeBy') },
  },
  assetType: {
    checklist: {
      targets: ['milestone'],
      find: (items: AssetType['checklist']) =>
        items.flatMap((item, i) => dueReferences(item.due, `checklist.${i}.due`)),
    },
  },
  slogan: {
    typeIds: {
      targets: ['assetType'],
      find: (ids: Slogan['typeIds']) =>
        ids.map((id, i): Reference => ({ path: `typeIds.${i}`, entity: 'assetType', id })),
    },
  },
  dressingSet: {
    items: {
      targets: ['assetType', 'slogan'],
      find: (items: DressingSet['items']) =>
        items.flatMap(({ assetTypeId, sloganId }, i): Reference[] => [
          { path: `items.${i}.assetTypeId`, entity: 'assetType', id: assetTypeId },
          ...(sloganId === null
            ? []
            : [{ path: `items.${i}.sloganId`, entity: 'slogan' as const, id: sloganId }]),
        ]),
    },
  },
};

/** Every reference that fields of a row hold; fields that are not given hold none. */
export function referencesOf(entity: Entity, fields: object): readonly Reference[] {
  const given = fields as Readonly<Record<string, unknown>>;
  const plain = Object.entries(REFERENCES[entity]).flatMap(([path, target]): Reference[] => {
    const id = given[path];
    return typeof id === 'string' ? [{ path, entity: target, id }] : [];
  });
  const inner = Object.entries(INNER[entity] ?? {}).flatMap(([field, { find }]) =>
    given[field] === undefined || given[field] === null ? [] : find(given[field] as never),
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
  return ENTITIES.flatMap((entity) => [
    ...Object.entries(REFERENCES[entity])
      .filter(([, to]) => to === target)
      .map(([field]): Referrer => ({ entity, field, inside: false })),
    ...Object.entries(INNER[entity] ?? {})
      .filter(([, inner]) => inner.targets.includes(target))
      .map(([field]): Referrer => ({ entity, field, inside: true })),
  ]);
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
