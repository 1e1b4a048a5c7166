/** What becomes of roads that get another shape, and of each place on them. */
import type { Road } from '../model/entities/road.ts';
import type { Id } from '../model/rows.ts';

/** Where a place of a road comes to lie. */
interface Carried {
  readonly roadId: Id;
  /** In metres; may lie beyond the road's end, by as much as it lay beyond what the new road covers. */
  readonly chainage: number;
}

/** What becomes of roads, and of every place on them. */
export interface Reshaped {
  /** The roads as they are to be, by id; null for one that goes. Roads that are not named stay as they are. */
  readonly roads: ReadonlyMap<Id, Road | null>;
  /** The roads whose direction of counting turns round: what was left of them is right. */
  readonly turned: ReadonlySet<Id>;
  /** Where a road becomes two, or a ring begins anew: what runs over that chainage becomes two as well. */
  readonly cut: { readonly roadId: Id; readonly at: number } | null;
  /** `end` says of which of the two sides of a cut the place is an end. */
  readonly carried: (roadId: Id, chainage: number, end?: 'first' | 'second') => Carried;
}
