/** What an entity says of itself; the database's tables, the contract, cascades and checks of references derive from it. */
import type { z } from 'zod';
import type { DueRule } from '../schedule/days.ts';
import type { Kinds } from './kinds.ts';

type DeepReadonly<T> = { readonly [K in keyof T]: DeepReadonly<T[K]> };

/** The schema of an entity's fields, without identity and version. */
export type Fields = (kinds: Kinds) => z.ZodObject;

/** A row: its fields, its identity, and the number of the change that last wrote it (what an edit says it has seen). */
export type RowOfFields<F extends Fields> = {
  readonly id: string;
  readonly version: number;
} & DeepReadonly<z.output<ReturnType<F>>>;

/** An id that stands somewhere inside a field's value: `checklist.2.due.milestone`. */
export interface InnerReference {
  readonly path: string;
  readonly entity: string;
  readonly id: string;
}

/** A field whose value holds references: which entities they may name, and where they are. */
export interface Inner<V> {
  readonly targets: readonly string[];
  readonly find: (value: V) => readonly InnerReference[];
}

export interface EntityShape<F extends Fields, R = z.output<ReturnType<F>>> {
  readonly fields: F;
  /** A row about which nothing has been said yet: what a new one begins with. */
  readonly blank?: DeepReadonly<R>;
  /** Fields that hold the id of a row of another entity, in the same campaign. */
  readonly references?: { readonly [K in keyof R]?: string };
  /** The same, inside the values of fields. */
  readonly inside?: { readonly [K in keyof R]?: Inner<never> };
  /** Of the references: the one with whose row these rows go when it is deleted. */
  readonly ownedBy?: keyof R;
  /** Fields that no two rows may share: what a campaign has once only. The database holds to it too. */
  readonly unique?: readonly (readonly (keyof R)[])[];
  /** Fields that, set to true, say that others were read: which. */
  readonly vouches?: { readonly [K in keyof R]?: readonly (keyof R)[] };
  /** Fields that are many things in one, by key: different things of them are changed by different people. */
  readonly byKey?: readonly (keyof R)[];
  /** Rows are told once and stay: what takes one back is another that names it in `corrects`. */
  readonly isFact?: true;
}

/** The opening and the closing are fields of the campaign, no rows. */
const BUILT_IN = new Set(['opening', 'closing']);

export function dueReferences(due: DueRule | null, path: string): InnerReference[] {
  return due === null || BUILT_IN.has(due.milestone)
    ? []
    : [{ path: `${path}.milestone`, entity: 'milestone', id: due.milestone }];
}
