/** A cell of the table as text, read into fields of a placement: for typing into a cell and for pasting a block. */

import type { Placement } from '../model/entities/placement.ts';
import type { Side, Sides } from '../model/entities/stretchRule.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { FieldsOf, Id, Tables } from '../model/rows.ts';
import { parseChainage } from '../road/chainageText.ts';
import type { MeasuredRoad } from '../road/measuredRoad.ts';
import { type Day, daysBetween, parseDay } from '../schedule/days.ts';
import { typedNumber } from '../text/typedNumber.ts';
import { plainText } from './filter.ts';

export const CELL_COLUMNS = [
  'type',
  'road',
  'where',
  'side',
  'spacing',
  'quantity',
  'cost',
  'unit',
  'slogan',
  'state',
  'installBy',
  'removeBy',
  'phase',
  'note',
] as const;
export type CellColumn = (typeof CELL_COLUMNS)[number];

/** Columns that follow from others: shown, never typed. */
export const DERIVED_COLUMNS: ReadonlySet<CellColumn> = new Set(['cost', 'state']);

export type Fields = FieldsOf<'placement'>;

export interface CellContext {
  readonly tables: Tables;
  readonly opening: Day;
  readonly closing: Day;
  readonly measured: (roadId: string) => MeasuredRoad | null;
}

/** In both languages, as people write them. */
const SIDES: Readonly<Record<string, readonly [Sides, staggered: boolean]>> = {
  trai: ['left', false],
  left: ['left', false],
  phai: ['right', false],
  right: ['right', false],
  'hai ben': ['both', false],
  both: ['both', false],
  'both sides': ['both', false],
  'so le': ['both', true],
  staggered: ['both', true],
  giua: ['median', false],
  median: ['median', false],
  middle: ['median', false],
};

/**
 * The fields that a text in a column means for a placement. Fails with a `cell.…` reason that says what was expected;
 * the column and row are the caller's to name.
 */
export function readCell(
  column: CellColumn,
  text: string,
  row: Fields,
  context: CellContext,
): Result<Partial<Fields>> {
  const typed = text.trim();
  const { tables } = context;
  switch (column) {
    case 'type': {
      const type = byName(tables.assetType, typed, (t) => [t.name.vi, t.name.en, t.code]);
      return type === undefined ? fail('cell.type', { text: typed }) : ok({ assetTypeId: type.id });
    }
    case 'road': {
      const road = byName(tables.road, typed, (r) => [r.code, r.name]);
      return road === undefined
        ? fail('cell.road', { text: typed })
        : ok({ roadId: road.id, coordinate: null });
    }
    case 'where':
      return readWhere(typed, row, context);
    case 'side':
      return readSide(typed, row);
    case 'spacing': {
      if (row.rule === null) return typed === '' ? ok({}) : fail('cell.point-spacing');
      const metres = typedNumber(typed);
      if (!(metres >= 0.5 && metres <= 100_000)) return fail('cell.spacing', { text: typed });
      return ok({ rule: { ...row.rule, spacing: metres } });
    }
    case 'quantity': {
      if (row.rule !== null) return fail('cell.derived-quantity');
      const n = typedNumber(typed);
      if (!Number.isInteger(n) || n < 1 || n > 100_000) return fail('cell.quantity', { text: typed });
      return ok({ pointQuantity: n });
    }
    case 'unit': {
      if (typed === '') return ok({ unitId: null });
      const unit = byName(tables.unit, typed, (u) => [u.name, u.code]);
      return unit === undefined ? fail('cell.unit', { text: typed }) : ok({ unitId: unit.id });
    }
    case 'slogan': {
      if (typed === '') return ok({ sloganId: null });
      // Letter by letter: a slogan that is nearly right is the error that this campaign cannot afford.
      const slogan = [...tables.slogan.values()].find((s) => s.text === typed);
      if (slogan === undefined) return fail('cell.slogan', { text: typed });
      return slogan.approved ? ok({ sloganId: slogan.id }) : fail('cell.slogan-unapproved');
    }
    case 'installBy':
      return readDue(typed, 'opening', context.opening, (installBy) => ({ installBy }));
    case 'removeBy':
      return readDue(typed, 'closing', context.closing, (removeBy) => ({ removeBy }));
    case 'phase':
      return typed.length > 80 ? fail('cell.long', { max: 80 }) : ok({ phase: typed });
    case 'note':
      return typed.length > 2000 ? fail('cell.long', { max: 2000 }) : ok({ note: typed });
    case 'cost':
    case 'state':
      return fail('cell.derived');
  }
}

const byPlainName = new WeakMap<object, ReadonlyMap<string, unknown>>();

/**
 * A row by one of its names, diacritics and capitals apart: what people type is rarely letter by letter. Names are put
 * in order once a table, since a pasted block asks hundreds of times; of two rows with one name the first is meant.
 */
function byName<R>(
  table: ReadonlyMap<Id, R>,
  text: string,
  names: (row: R) => readonly string[],
): R | undefined {
  let index = byPlainName.get(table) as ReadonlyMap<string, R> | undefined;
  if (index === undefined) {
    const made = new Map<string, R>();
    for (const row of table.values())
      for (const name of names(row)) {
        const plain = plainText(name);
        if (plain !== '' && !made.has(plain)) made.set(plain, row);
        if (name !== '' && !made.has(`=${name}`)) made.set(`=${name}`, row);
      }
    byPlainName.set(table, made);
    index = made;
  }
  return text === '' ? undefined : (index.get(`=${text}`) ?? index.get(plainText(text)));
}

/** «146+000 – 151+200», or one chainage for a point. */
function readWhere(text: string, row: Fields, { measured, tables }: CellContext): Result<Partial<Fields>> {
  const road = row.roadId === null ? null : measured(row.roadId);
  if (road === null) return fail('cell.no-road');
  const calibrated = (tables.road.get(row.roadId ?? '')?.calibration.length ?? 0) > 0;
  const parts = text.split(/\s*(?:–|—|→|\s-\s|\sđến\s|\sto\s)\s*/u).filter((p) => p !== '');
  const ends: number[] = [];
  for (const part of parts) {
    const at = parseChainage(part, calibrated);
    if (!at.ok) return at;
    if (at.value < Math.floor(road.minChainage) || at.value > Math.ceil(road.maxChainage))
      return fail('cell.outside-road', { text: part });
    ends.push(at.value);
  }
  const [from, to] = ends;
  if (row.rule === null) {
    if (from === undefined || ends.length !== 1) return fail('cell.point-where', { text });
    return ok({ from });
  }
  if (from === undefined || to === undefined || ends.length !== 2)
    return fail('cell.stretch-where', { text });
  return from < to ? ok({ from, to }) : fail('row.stretch-ends-order');
}

function readSide(text: string, row: Fields): Result<Partial<Fields>> {
  const found = SIDES[plainText(text)];
  if (found === undefined) return fail('cell.side', { text });
  const [sides, staggered] = found;
  if (row.rule !== null) return ok({ rule: { ...row.rule, sides, staggered } });
  return sides === 'both' ? fail('cell.point-side') : ok({ side: sides satisfies Side });
}

function readDue(
  text: string,
  milestone: 'opening' | 'closing',
  base: Day,
  fields: (due: Placement['installBy']) => Partial<Fields>,
): Result<Partial<Fields>> {
  if (text === '') return ok(fields(null));
  const day = parseDay(text);
  if (!day.ok) return day;
  return ok(fields({ milestone, days: daysBetween(base, day.value) }));
}
