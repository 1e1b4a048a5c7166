/** What a column says of itself. */
import type { FilterSide } from '../../layout/sides.ts';
import type { AssetType } from '../../model/entities/assetType.ts';
import type { Placement, Support } from '../../model/entities/placement.ts';
import type { Result } from '../../model/result.ts';
import type { FieldsOf, Tables } from '../../model/rows.ts';
import type { Stage } from '../../progress/stage.ts';
import type { MeasuredRoad } from '../../road/measuredRoad.ts';
import type { Day, DueRule } from '../../schedule/days.ts';
import type { CampaignDays } from '../../schedule/occasions.ts';

/** The words of the reader that stand in cells. */
export interface TableWords {
  readonly language: string;
  readonly offRoad: string;
  /** Instead of a unit, where the ground decides. */
  readonly byBoundary: string;
  readonly sides: Readonly<Record<FilterSide, string>>;
  readonly states: Readonly<Record<Stage, string>>;
  readonly supports: Readonly<Record<Support, string>>;
}

/** What a cell's value is worked out from, beside its placement. */
export interface Around {
  readonly tables: Tables;
  readonly type: AssetType | undefined;
  readonly words: TableWords;
  /** The day of a due rule, empty for none. */
  readonly dayOf: (rule: DueRule | null) => Day | '';
}

/** How the reader writes numbers, money (VND) and days. */
interface Figures {
  readonly number: (n: number) => string;
  readonly money: (vnd: number) => string;
  readonly day: (day: Day) => string;
  readonly shortDay: (day: Day) => string;
}

/** What a typed cell is read beside. */
export interface CellContext {
  readonly tables: Tables;
  /** D and the closing; undefined while the campaign has no occasion. */
  readonly days: CampaignDays | undefined;
  readonly measured: (roadId: string) => MeasuredRoad | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Both ends belong to it; null is open. */
export interface Range<T> {
  readonly min: T | null;
  readonly max: T | null;
}

/** How a column narrows the plan; what is set of it is the filter's, under the column's id. */
export type ColumnFilter =
  | {
      /** One of several; a placement may be of more than one. */
      readonly kind: 'choice';
      readonly keys: (row: Placement, tables: Tables) => readonly string[];
      readonly choices: (tables: Tables, words: TableWords) => readonly Choice[];
      /** Where the choices are the same in every campaign. */
      readonly among?: readonly string[];
    }
  | {
      readonly kind: 'number';
      /** The lowest and the highest number of a placement; null where it has none. Absent: its value is both. */
      readonly ends?: (row: Placement) => readonly [number, number] | null;
      /** Absent: a number as people type it. */
      readonly notation?: 'chainage';
    }
  | { readonly kind: 'day' }
  | { readonly kind: 'words'; readonly text: (row: Placement) => string };

/** A figure to sort by, a day `YYYY-MM-DD`, or a text in the reader's words; null and '' for nothing. */
export type CellValue = string | number | null;

export interface Column<V extends CellValue = CellValue> {
  /** At first, in pixels. */
  readonly width: number;
  /** Whether it is hidden until somebody asks for it. */
  readonly hidden?: true;
  /** Whether it holds figures, which stand one below the other. */
  readonly numeric?: true;
  readonly value: (row: Placement, around: Around) => V;
  /** Numbers by size, words as the language orders them, days as they are written. */
  readonly sort: 'number' | 'words' | 'day';
  /** What the cell shows; absent: its value. */
  readonly show?: (value: V, figures: Figures, row: Placement) => string;
  /** The same as it would be typed: for editing, copying and export. Absent: its value. */
  readonly typed?: (value: V, figures: Figures, row: Placement) => string;
  /** What one may search a placement by; absent: nothing. */
  readonly searched?: (value: V, row: Placement, tables: Tables) => string;
  readonly filter: ColumnFilter;
  /**
   * The fields that a typed text means for a placement. Fails with a reason that says what was expected; column and row
   * are the caller's to name. Absent: the column follows from others and is never typed.
   */
  readonly read?: (text: string, row: FieldsOf<'placement'>, context: CellContext) => Result<PartialFields>;
  /** Whether it follows from others in this row alone. */
  readonly follows?: (row: FieldsOf<'placement'>) => boolean;
  /** Columns that must have been read before it can be. */
  readonly after?: readonly string[];
  /** Whether a new row cannot be without it. */
  readonly required?: true;
  /** What is proposed while one types. */
  readonly suggested?: (tables: Tables, words: TableWords) => readonly string[];
}

export type PartialFields = Partial<FieldsOf<'placement'>>;

/** In the order of their labels. */
export function sorted(choices: readonly Choice[]): readonly Choice[] {
  return [...choices].sort((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true }));
}
