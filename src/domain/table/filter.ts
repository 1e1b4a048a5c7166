/** The campaign's filter: what the table lists, and what map and diagram do not dim. */
import { SEVERITIES, type Severity } from '../checks/finding.ts';
import type { Tables } from '../model/rows.ts';
import { plainText } from '../text/plainText.ts';
import type { CellValue, Range } from './columns/column.ts';
import { COLUMN_IDS, type ColumnId, columnOf } from './columns.ts';
import { type Line, searchTextOf } from './lines.ts';

/** What a column must hold: one of several, a number or a day between two, or words. */
export type Criterion = readonly string[] | Range<number> | Range<string> | string;

/** A column without a criterion, and a list that is empty, let everything pass. */
export interface PlanFilter {
  readonly text: string;
  readonly severities: readonly Severity[];
  readonly columns: Readonly<Partial<Record<ColumnId, Criterion>>>;
}

export const NO_FILTER: PlanFilter = { text: '', severities: [], columns: {} };

function isSet(criterion: Criterion | undefined): criterion is Criterion {
  if (criterion === undefined) return false;
  if (typeof criterion === 'string') return criterion !== '';
  return 'length' in criterion ? criterion.length > 0 : criterion.min !== null || criterion.max !== null;
}

/** Whether a column narrows the plan just now. */
export function narrows(filter: PlanFilter, id: ColumnId): boolean {
  return isSet(filter.columns[id]);
}

export function isFiltering({ text, severities, columns }: PlanFilter): boolean {
  return text.length > 0 || severities.length > 0 || Object.values(columns).some(isSet);
}

/** The filter with another criterion for one column; undefined opens the column again. */
export function filterWith(filter: PlanFilter, id: ColumnId, criterion: Criterion | undefined): PlanFilter {
  const { [id]: _, ...others } = filter.columns;
  return { ...filter, columns: criterion === undefined ? others : { ...others, [id]: criterion } };
}

/** Of its findings that nobody accepted. */
type Severities = ReadonlySet<Severity>;
type Test = (line: Line) => boolean;

/** A test for one filter on these rows; made once, asked for every line. */
export function matcher(filter: PlanFilter, tables: Tables): (line: Line, severities: Severities) => boolean {
  const words = wordsOf(filter.text);
  const tests = COLUMN_IDS.flatMap((id): Test[] => {
    const criterion = filter.columns[id];
    return isSet(criterion) ? [testOf(id, criterion, tables)] : [];
  });
  return (line, severities) =>
    tests.every((test) => test(line)) &&
    (filter.severities.length === 0 || filter.severities.some((s) => severities.has(s))) &&
    (words.length === 0 || containsAll(searchTextOf(line, tables), words));
}

/** What has no number or day there does not pass. */
function testOf(id: ColumnId, criterion: Criterion, tables: Tables): Test {
  const { filter } = columnOf(id);
  const value = (line: Line): CellValue => line.cells[id];
  switch (filter.kind) {
    case 'choice': {
      const wanted = new Set(criterion as readonly string[]);
      return ({ row }) => filter.keys(row, tables).some((key) => wanted.has(key));
    }
    case 'number': {
      const range = criterion as Range<number>;
      return (line) => {
        const own = value(line) as number | null;
        const ends = filter.ends?.(line.row) ?? (own === null ? null : ([own, own] as const));
        return ends !== null && isInside(ends, range);
      };
    }
    case 'day': {
      const range = criterion as Range<string>;
      return (line) => value(line) !== '' && isInside([value(line), value(line)] as [string, string], range);
    }
    case 'words': {
      const words = wordsOf(criterion as string);
      return ({ row }) => containsAll(plainText(filter.text(row)), words);
    }
  }
}

function isInside<T extends number | string>([low, high]: readonly [T, T], { min, max }: Range<T>): boolean {
  return (min === null || high >= min) && (max === null || low <= max);
}

function wordsOf(text: string): readonly string[] {
  return plainText(text.trim())
    .split(/\s+/)
    .filter((w) => w !== '');
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((w) => text.includes(w));
}

type Json = Readonly<Record<string, unknown>>;

/** As views and links said it before criteria stood by column. */
const EARLIER: Readonly<Partial<Record<ColumnId, string>>> = {
  road: 'roadIds',
  unit: 'unitIds',
  type: 'typeIds',
  state: 'states',
  phase: 'phases',
  side: 'sides',
  slogan: 'sloganIds',
  note: 'note',
};

/** A filter read from a link or a saved view: what is not understood is left out. */
export function filterFrom(json: unknown): PlanFilter {
  if (!isObject(json)) return NO_FILTER;
  const said = (id: ColumnId): unknown => {
    const [columns, numbers, days] = [json.columns, json.numbers, json.days].map((x) =>
      isObject(x) ? x : {},
    );
    return columns?.[id] ?? numbers?.[id] ?? days?.[id] ?? json[EARLIER[id] ?? ''];
  };
  return {
    text: typeof json.text === 'string' ? json.text.slice(0, LONGEST_TEXT) : '',
    severities: textsIn(json.severities, SEVERITIES) as readonly Severity[],
    columns: Object.fromEntries(
      COLUMN_IDS.flatMap((id) => {
        const criterion = criterionFrom(id, said(id));
        return criterion === undefined ? [] : [[id, criterion]];
      }),
    ),
  };
}

const LONGEST_TEXT = 200;
const MOST_CHOICES = 500;

function criterionFrom(id: ColumnId, json: unknown): Criterion | undefined {
  const { filter } = columnOf(id);
  const read = {
    choice: () => textsIn(json, filter.kind === 'choice' ? filter.among : undefined),
    number: () => rangeFrom(json, 'number') as Range<number>,
    day: () => rangeFrom(json, 'string') as Range<string>,
    words: () => (typeof json === 'string' ? json.slice(0, LONGEST_TEXT) : ''),
  };
  const criterion = read[filter.kind]();
  return isSet(criterion) ? criterion : undefined;
}

function textsIn(json: unknown, among?: readonly string[]): readonly string[] {
  if (!Array.isArray(json)) return [];
  const texts = json.filter((x): x is string => typeof x === 'string').slice(0, MOST_CHOICES);
  return among === undefined ? texts : texts.filter((x) => among.includes(x));
}

function rangeFrom(json: unknown, type: 'number' | 'string'): Range<unknown> {
  const end = (x: unknown) => (typeof x === type && x !== '' ? x : null);
  return isObject(json) ? { min: end(json.min), max: end(json.max) } : { min: null, max: null };
}

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null;
}
