/** Lines in the words of the office: the table's rows. */

import type { Placement, Support } from '../../domain/model/entities/placement.ts';
import type { ReportKind } from '../../domain/model/entities/report.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { placeAround } from '../../domain/place/placeOf.ts';
import { featuresOf } from '../../domain/plan/roads.ts';
import { lastTold } from '../../domain/progress/parts.ts';
import { progressOf } from '../../domain/progress/progress.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import type { MeasuredRoad } from '../../domain/road/measuredRoad.ts';
import type { Section } from '../../domain/road/sections.ts';
import { isTooMany, type SheetLine, type SheetWork, type Standing } from '../../domain/sheet/sheetLines.ts';
import { barOf } from './bar.ts';
import type { MarkShape, SheetRow } from './sheet.ts';
import { dayWords, figure, lowerFirst, typeTitle, unbroken } from './words.ts';

const SIDE_WORDS = { left: 'trái', right: 'phải', both: 'hai bên', median: 'giữa' } as const;

const SUPPORT_WORDS: Readonly<Record<Exclude<Support, 'unknown'>, string>> = {
  'own-pole': 'cột riêng',
  'lamp-post': 'cột đèn chiếu sáng',
  'power-pole': 'cột điện',
  'signal-post': 'cột tín hiệu giao thông',
  tree: 'cây xanh',
  wall: 'tường',
  frame: 'khung',
};

const DONE: Readonly<Record<SheetWork, { readonly kinds: readonly ReportKind[]; readonly word: string }>> = {
  install: { kinds: ['installed'], word: 'Đã lắp' },
  'take-down': { kinds: ['taken-down', 'lost'], word: 'Đã tháo' },
};

/** Metres beyond an end that are rounding. */
const ROUNDING = 1;

/** A line, or what of it stands on one strip. */
export interface Portion {
  readonly line: SheetLine;
  readonly quantity: number;
  readonly done: number;
  /** Its pieces of a stretch where they are laid out; else null. */
  readonly positions: Standing | null;
  /** Where it begins and ends on the road; null where that is what its placement says. */
  readonly range: Section | null;
  /** The piece of road that it is laid along, gaps at its ends too; null where that is what its placement says. */
  readonly near: Section | null;
}

/** A line that is not divided. */
export function wholeLine(line: SheetLine, onlyLeft: boolean): Portion {
  const { quantity, done } = line;
  const meant = onlyLeft ? { quantity: quantity - done, done: 0 } : { quantity, done };
  return { line, ...meant, positions: null, range: null, near: null };
}

interface Row {
  readonly portion: Portion;
  readonly work: SheetWork;
  readonly road: MeasuredRoad | null;
  readonly mark: MarkShape | null;
  readonly number: number | null;
  /** The unit that the whole sheet is for, if it is for one: its rows need not say so. */
  readonly ownUnitId: Id | null;
}

export function rowOf(tables: Tables, row: Row): SheetRow {
  const { portion, mark, number } = row;
  const { line, positions } = portion;
  const p = line.placement;
  const type = tables.assetType.get(p.assetTypeId);
  const slogan = tables.slogan.get(p.sloganId ?? '');
  return {
    number,
    mark,
    title: typeTitle(type),
    slogan: type?.carriesText && slogan?.approved === true ? slogan.text : null,
    details: detailsOf(tables, row),
    where: whereOf(tables, p, portion.range),
    quantity: portion.quantity,
    done: portion.done,
    // Where all is done there is nothing left to hatch.
    bar: positions === null || isDone(portion) ? null : barOf(positions),
  };
}

function isDone({ quantity, done }: Portion): boolean {
  return done > 0 && done >= quantity;
}

function detailsOf(tables: Tables, { portion, work, road, ownUnitId }: Row): readonly string[] {
  const { line } = portion;
  const p = line.placement;
  const type = tables.assetType.get(p.assetTypeId);
  const unit = tables.unit.get(p.unitId ?? '');
  const details: string[] = [];
  const isStretch = p.rule !== null;
  if (isStretch && portion.quantity !== line.ofAll)
    details.push(
      `${figure(portion.quantity)} trong ${figure(line.ofAll)} của cả đoạn ${rangeWords(p.from, p.to)}.`,
    );
  const told = doneWords(tables, portion, work);
  if (told !== null) details.push(told);
  const { damaged } = progressOf(tables, p);
  if (damaged > 0) details.push(`Đang hỏng, cần sửa: ${figure(damaged)}.`);
  if (type?.carriesText && tables.slogan.get(p.sloganId ?? '')?.approved !== true)
    details.push('Khẩu hiệu chưa duyệt: chưa in.');
  if (p.rule !== null && !isDone(portion)) {
    const { from, to } = portion.near ?? { from: p.from ?? 0, to: p.to ?? 0 };
    const skipped = featuresOf(tables, p.roadId).filter(
      (f) => p.rule?.except.includes(f.kind) && f.to >= from && f.from <= to,
    );
    if (skipped.length > 0) details.push(`Trừ ${skipped.map((f) => lowerFirst(f.name)).join(', ')}.`);
  }
  if (p.support !== 'unknown' && !isDone(portion)) details.push(`Gắn trên ${SUPPORT_WORDS[p.support]}.`);
  if (isStretch && isTooMany(line.ofAll))
    details.push('Quá nhiều vị trí: chỉ in số lượng, không vẽ, không chia theo địa bàn.');
  if (road !== null && isBeyond(p, road))
    details.push(
      `Vượt ngoài tuyến: tuyến chỉ từ ${formatChainage(road.minChainage)} đến ${formatChainage(road.maxChainage)}.`,
    );
  if (unit !== undefined && unit.id !== ownUnitId) details.push(`Đơn vị: ${unit.name}.`);
  if (p.note !== '') details.push(p.note);
  return details;
}

/** «Đã lắp 20/10/2020, Đội 1», or how much of it was; null while nothing was. */
function doneWords(tables: Tables, { line, quantity, done }: Portion, work: SheetWork): string | null {
  if (done === 0) return null;
  const { kinds, word } = DONE[work];
  const last = lastTold(tables, line.placement, kinds, line.ground);
  const by = last === undefined ? '' : `${dayWords(last.day)}${last.who === '' ? '' : `, ${last.who}`}`;
  if (done >= quantity) return by === '' ? `${word} đủ.` : `${word} đủ, ${by}.`;
  const share = `${word} ${figure(done)}, còn ${figure(quantity - done)}`;
  return by === '' ? `${share}.` : `${share} (gần nhất ${by}).`;
}

function isBeyond(p: Placement, road: MeasuredRoad): boolean {
  const ends = [p.from, p.to].filter((c) => c !== null);
  return ends.some((c) => c < road.minChainage - ROUNDING || c > road.maxChainage + ROUNDING);
}

function rangeWords(from: number | null, to: number | null): string {
  return from === null ? '' : unbroken(`${formatChainage(from)} – ${formatChainage(to ?? from)}`);
}

function whereOf(tables: Tables, p: Placement, range: Portion['range']): string[] {
  if (p.from === null) {
    if (p.coordinate === null) return [];
    const place = placeAround(tables, p.coordinate);
    if (place !== null) return [place.name];
    return [`${p.coordinate[1].toFixed(5)},`, p.coordinate[0].toFixed(5)];
  }
  if (p.to === null || p.rule === null) return [formatChainage(p.from), SIDE_WORDS[p.side ?? 'right']];
  const sides = p.rule.staggered ? 'so le hai bên' : SIDE_WORDS[p.rule.sides];
  const { from, to } = range ?? { from: p.from, to: p.to };
  return [
    `${formatChainage(Math.round(from))} –`,
    formatChainage(Math.round(to)),
    sides,
    `cách ${p.rule.spacing}\u00a0m`,
  ];
}
