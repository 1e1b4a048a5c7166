/** The campaign's filter: what the table lists, and what map and diagram do not dim. */
import { SEVERITIES, type Severity } from '../checks/finding.ts';
import type { Placement, PlacementState } from '../model/entities/placement.ts';
import { PLACEMENT_STATES } from '../model/entities/placement.ts';
import type { Id } from '../model/rows.ts';
import type { Day } from '../schedule/days.ts';

/** Where a placement stands, with both sides told from both sides in turn. */
export const FILTER_SIDES = ['left', 'right', 'both', 'staggered', 'median'] as const;
export type FilterSide = (typeof FILTER_SIDES)[number];

/** Chainage and spacing in metres, quantity in pieces, cost in VND. */
const NUMBER_COLUMNS = ['where', 'spacing', 'quantity', 'cost'] as const;
export type NumberColumn = (typeof NUMBER_COLUMNS)[number];
const DAY_COLUMNS = ['installBy', 'removeBy'] as const;
export type DayColumn = (typeof DAY_COLUMNS)[number];

/** Both ends belong to it; null is open. */
export interface Range<T> {
  readonly min: T | null;
  readonly max: T | null;
}

/** Every list that is empty, and every range that is missing, lets everything pass. */
export interface PlanFilter {
  readonly text: string;
  readonly roadIds: readonly Id[];
  readonly unitIds: readonly Id[];
  readonly typeIds: readonly Id[];
  readonly states: readonly PlacementState[];
  readonly phases: readonly string[];
  readonly severities: readonly Severity[];
  readonly sides: readonly FilterSide[];
  readonly sloganIds: readonly Id[];
  /** What the note must hold, as it is searched. */
  readonly note: string;
  readonly numbers: Readonly<Partial<Record<NumberColumn, Range<number>>>>;
  readonly days: Readonly<Partial<Record<DayColumn, Range<Day>>>>;
}

export const NO_FILTER: PlanFilter = {
  text: '',
  roadIds: [],
  unitIds: [],
  typeIds: [],
  states: [],
  phases: [],
  severities: [],
  sides: [],
  sloganIds: [],
  note: '',
  numbers: {},
  days: {},
};

export function isFiltering({ numbers, days, ...lists }: PlanFilter): boolean {
  return (
    Object.values(lists).some((v) => v.length > 0) ||
    [...Object.values(numbers), ...Object.values(days)].some((r) => r.min !== null || r.max !== null)
  );
}

/** Text for searching: small letters without diacritics, so that «nong ha» finds «Nông Hạ». */
export function plainText(text: string): string {
  return text.toLowerCase().replace(/[^\0-\x7f]/g, bare);
}

const bareLetters = new Map<string, string>();

/** A letter without its marks. Remembered: taking letters apart is slow, and there are only some two hundred. */
function bare(letter: string): string {
  let plain = bareLetters.get(letter);
  if (plain === undefined) {
    plain = letter === 'đ' ? 'd' : letter.normalize('NFD').replace(/\p{M}/gu, '');
    bareLetters.set(letter, plain);
  }
  return plain;
}

interface Looked {
  /** In plain text. */
  readonly searchText: string;
  /** Of its findings that nobody accepted. */
  readonly severities: ReadonlySet<Severity>;
  /** The units it is in charge of: its own, or those whose ground it stands on. */
  readonly unitIds: readonly Id[];
  readonly quantity: number;
  /** VND. */
  readonly cost: number;
  /** Days `YYYY-MM-DD`; empty for none. */
  readonly installBy: string;
  readonly removeBy: string;
}

function sideOf(row: Placement): FilterSide | null {
  if (row.rule === null) return row.side;
  return row.rule.staggered ? 'staggered' : row.rule.sides;
}

function inside<T extends number | string>(low: T, high: T, range: Range<T>): boolean {
  return (range.min === null || high >= range.min) && (range.max === null || low <= range.max);
}

type Test = (row: Placement, looked: Looked) => boolean;

/** One test a range that is set; what has no number there does not pass. */
function rangeTests({ numbers, days }: PlanFilter): Test[] {
  const tests: Test[] = [];
  const set = <T>(range: Range<T> | undefined): range is Range<T> =>
    range !== undefined && (range.min !== null || range.max !== null);
  const { where, spacing, quantity, cost } = numbers;
  if (set(where)) tests.push((p) => p.from !== null && inside(p.from, p.to ?? p.from, where));
  if (set(spacing)) tests.push((p) => p.rule !== null && inside(p.rule.spacing, p.rule.spacing, spacing));
  if (set(quantity)) tests.push((_, l) => inside(l.quantity, l.quantity, quantity));
  if (set(cost)) tests.push((_, l) => inside(l.cost, l.cost, cost));
  for (const column of DAY_COLUMNS) {
    const range = days[column];
    if (set(range)) tests.push((_, l) => l[column] !== '' && inside(l[column], l[column], range));
  }
  return tests;
}

/** A test for one filter; made once, asked for every placement. */
export function matcher(filter: PlanFilter): Test {
  const wordsOf = (text: string) =>
    plainText(text.trim())
      .split(/\s+/)
      .filter((w) => w !== '');
  const words = wordsOf(filter.text);
  const noted = wordsOf(filter.note);
  const ranges = rangeTests(filter);
  const has = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  return (row, looked) => {
    const { searchText, severities, unitIds } = looked;
    return (
      has(filter.roadIds, row.roadId ?? '') &&
      (filter.unitIds.length === 0 || unitIds.some((id) => filter.unitIds.includes(id))) &&
      has(filter.typeIds, row.assetTypeId) &&
      has(filter.states, row.state) &&
      has(filter.phases, row.phase) &&
      (filter.severities.length === 0 || filter.severities.some((s) => severities.has(s))) &&
      has(filter.sides as readonly (FilterSide | null)[], sideOf(row)) &&
      has(filter.sloganIds, row.sloganId ?? '') &&
      ranges.every((test) => test(row, looked)) &&
      (noted.length === 0 || noted.every((w) => plainText(row.note).includes(w))) &&
      words.every((w) => searchText.includes(w))
    );
  };
}

/** A filter read from a link or a saved view: what is not understood is left out. */
export function filterFrom(json: unknown): PlanFilter {
  if (typeof json !== 'object' || json === null) return NO_FILTER;
  const o = json as Record<string, unknown>;
  const texts = (v: unknown) =>
    Array.isArray(v) ? v.filter((x) => typeof x === 'string').slice(0, 500) : [];
  const among = <T extends string>(v: unknown, all: readonly T[]) =>
    texts(v).filter((x): x is T => (all as readonly string[]).includes(x));
  const rangeOf = (v: unknown, type: 'number' | 'string'): Range<never> | null => {
    const { min, max } = (v ?? {}) as { min?: unknown; max?: unknown };
    const end = (x: unknown) => ((typeof x === type && x !== '' ? x : null) as never) ?? null;
    return end(min) === null && end(max) === null ? null : { min: end(min), max: end(max) };
  };
  const ranges = <C extends string>(v: unknown, columns: readonly C[], type: 'number' | 'string') =>
    Object.fromEntries(
      columns.flatMap((c) => {
        const range = rangeOf((v as Record<string, unknown> | null | undefined)?.[c], type);
        return range === null ? [] : [[c, range]];
      }),
    );
  return {
    text: typeof o.text === 'string' ? o.text.slice(0, 200) : '',
    roadIds: texts(o.roadIds),
    unitIds: texts(o.unitIds),
    typeIds: texts(o.typeIds),
    states: among(o.states, PLACEMENT_STATES),
    phases: texts(o.phases),
    severities: among(o.severities, SEVERITIES),
    sides: among(o.sides, FILTER_SIDES),
    sloganIds: texts(o.sloganIds),
    note: typeof o.note === 'string' ? o.note.slice(0, 200) : '',
    numbers: ranges(o.numbers, NUMBER_COLUMNS, 'number'),
    days: ranges(o.days, DAY_COLUMNS, 'string'),
  };
}
