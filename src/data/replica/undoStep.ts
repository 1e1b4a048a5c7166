import type { Carry, EditNote, Op } from '../../domain/edit/edit.ts';
import type { Mark } from '../../domain/edit/marks.ts';
import type { Id } from '../../domain/model/rows.ts';

/** One thing that a person did: an edit, or the several that a large one was sent as; undone and redone whole. */
export interface UndoStep {
  /** Of its first edit. */
  readonly key: Id;
  readonly note: EditNote;
  readonly ops: readonly Op[];
  readonly inverse: readonly Op[];
  /** Where it carried what stands on a road: so does what takes it back. */
  readonly carry?: Carry | undefined;
  /** Where what it wrote stood on roads, where it shapes none itself: others may give them another shape. */
  readonly marks?: readonly Mark[] | undefined;
  /** Where its ops are of an earlier protocol: they are read on the rows as they are when it is taken back. */
  readonly protocol?: number;
}
