/** Lines in the words of the office: the table's rows, and what they come to. */

import type { Placement, Support } from '../../domain/model/entities/placement.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { placeAround } from '../../domain/place/placeOf.ts';
import { featuresOf } from '../../domain/plan/roads.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import type { MeasuredRoad } from '../../domain/road/measuredRoad.ts';
import type { MarkShape, SheetRow } from './sheet.ts';
import { isTooMany, type SheetLine } from './sheetLines.ts';

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

/** Metres beyond an end that are rounding. */
const ROUNDING = 1;

export function rowOf(
  tables: Tables,
  line: SheetLine,
  road: MeasuredRoad | null,
  mark: MarkShape | null,
  number: number | null,
): SheetRow {
  const p = line.placement;
  const type = tables.assetType.get(p.assetTypeId);
  const slogan = tables.slogan.get(p.sloganId ?? '');
  const unit = tables.unit.get(p.unitId ?? '');
  const details: string[] = [];
  if (type?.carriesText && slogan?.approved !== true) details.push('Khẩu hiệu chưa duyệt: chưa in.');
  if (p.rule !== null) {
    const skipped = featuresOf(tables, p.roadId).filter(
      (f) => p.rule?.except.includes(f.kind) && f.to >= (p.from ?? 0) && f.from <= (p.to ?? 0),
    );
    if (skipped.length > 0) details.push(`trừ ${skipped.map((f) => lowerFirst(f.name)).join(', ')}`);
  }
  if (p.support !== 'unknown') details.push(`Treo, gắn trên: ${SUPPORT_WORDS[p.support]}`);
  if (line.quantity !== line.ofAll)
    details.push(`Phần trên địa bàn: ${figure(line.quantity)} trong ${figure(line.ofAll)} của cả đoạn.`);
  if (p.rule !== null && isTooMany(line.ofAll))
    details.push('Quá nhiều vị trí: chỉ in số lượng, không vẽ, không chia theo địa bàn.');
  if (road !== null && isBeyond(p, road))
    details.push(
      `Vượt ngoài tuyến: tuyến chỉ từ ${formatChainage(road.minChainage)} đến ${formatChainage(road.maxChainage)}.`,
    );
  if (unit !== undefined) details.push(`Đơn vị: ${unit.name}`);
  if (p.note !== '') details.push(p.note);
  return {
    number,
    mark,
    title: unbroken(`${type?.name.vi ?? ''}${type?.size ? `, ${type.size}` : ''}`),
    slogan: type?.carriesText && slogan?.approved === true ? slogan.text : null,
    details,
    where: whereOf(tables, p),
    quantity: line.quantity,
    installed: Math.min(line.installed, line.quantity),
  };
}

function isBeyond(p: Placement, road: MeasuredRoad): boolean {
  const ends = [p.from, p.to].filter((c) => c !== null);
  return ends.some((c) => c < road.minChainage - ROUNDING || c > road.maxChainage + ROUNDING);
}

/** Keeps a number and its unit on one line. */
function unbroken(text: string): string {
  return text.replace(/(\d) (m|cm|W)\b/g, '$1\u00a0$2').replace(/ × /g, '\u00a0×\u00a0');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

function whereOf(tables: Tables, p: Placement): string[] {
  if (p.from === null) {
    if (p.coordinate === null) return [];
    const place = placeAround(tables, p.coordinate);
    if (place !== null) return [place.name];
    return [`${p.coordinate[1].toFixed(5)},`, p.coordinate[0].toFixed(5)];
  }
  if (p.to === null || p.rule === null) return [formatChainage(p.from), SIDE_WORDS[p.side ?? 'right']];
  const sides = p.rule.staggered ? 'so le hai bên' : SIDE_WORDS[p.rule.sides];
  return [`${formatChainage(p.from)} –`, formatChainage(p.to), `${sides}, ${p.rule.spacing} m`];
}

function figure(count: number): string {
  return new Intl.NumberFormat('vi-VN').format(count);
}

/** «400 cờ, 2 cái» by what a type is counted in, types of one unit named apart. */
export function totalOf(tables: Tables, lines: readonly Pick<SheetLine, 'placement' | 'quantity'>[]): string {
  const sums = new Map<string, number>();
  for (const { placement, quantity } of lines) {
    const type = tables.assetType.get(placement.assetTypeId);
    const key = `${type?.unitName.vi ?? ''} ${lowerFirst((type?.name.vi ?? '').split(',')[0] ?? '')}`;
    sums.set(key, (sums.get(key) ?? 0) + quantity);
  }
  return [...sums].map(([what, count]) => `${figure(count)} ${deduplicated(what)}`).join('; ');
}

/** «cờ cờ Tổ quốc» → «cờ Tổ quốc». */
function deduplicated(words: string): string {
  const [first, second, ...rest] = words.split(' ');
  return first === second ? [first, ...rest].join(' ') : words;
}
