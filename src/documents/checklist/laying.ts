/** What all parts of one sheet share. */
import type { Id, Tables } from '../../domain/model/rows.ts';
import type { SheetWork } from '../../domain/sheet/sheetLines.ts';
import type { Marks, Numbering } from './marks.ts';

export interface Laying {
  readonly tables: Tables;
  readonly work: SheetWork;
  /** Whether only what is still to be done is printed. */
  readonly onlyLeft: boolean;
  /** The unit that the sheet is for, if it is for one. */
  readonly ownUnitId: Id | null;
  readonly marks: Marks;
  readonly numbering: Numbering;
}
