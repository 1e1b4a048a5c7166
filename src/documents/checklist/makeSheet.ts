/** From lines of the plan to a checklist sheet, for a road or for a unit. */

import type { Campaign } from '../../domain/model/entities/campaign.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { featuresOf, roadLabel } from '../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import type { MeasuredRoad } from '../../domain/road/measuredRoad.ts';
import { type Section, sectionsOf } from '../../domain/road/sections.ts';
import type { Day } from '../../domain/schedule/days.ts';
import { daysBetween } from '../../domain/schedule/days.ts';
import { dueDay, type Timeline } from '../../domain/schedule/timeline.ts';
import { MARKS, type MarkShape, type Sheet, type SheetPart, type Strip } from './sheet.ts';
import { type Choice, positionsOf, type SheetLine } from './sheetLines.ts';
import { rowOf, totalOf } from './sheetRows.ts';
import { clampedTo, layStrip } from './strip.ts';

/** A strip longer than this would not show single positions at 25 m. */
const STRIPS = { bridge: 1500, margin: 120, longest: 4000 };
/** A road of thousands of km would take thousands of strips: from here on they grow longer instead. */
const MOST_STRIPS = 100;

interface Printing {
  readonly campaign: Campaign;
  readonly timeline: Timeline;
  readonly number: number;
  /** When it is printed, as the reader would write it. */
  readonly printedAt: string;
  readonly link: string;
}

export function makeSheet(
  tables: Tables,
  choice: Choice,
  lines: readonly SheetLine[],
  printing: Printing,
): Sheet {
  const { campaign, timeline } = printing;
  const byRoad = Map.groupBy(lines, (l) => tables.road.get(l.placement.roadId ?? '') ?? null);
  const marks = marksOf(lines);
  const numbering = new Numbering();
  const roads = [...byRoad.keys()]
    .filter((road) => road !== null)
    .sort((a, b) => roadLabel(a).localeCompare(roadLabel(b), 'vi', { numeric: true }));
  const parts = roads.flatMap((road) => roadParts(tables, road, byRoad.get(road) ?? [], marks, numbering));
  const offRoad = byRoad.get(null) ?? [];
  if (offRoad.length > 0) parts.push(flatPart(tables, 'Ngoài tuyến', '', offRoad, marks, numbering));
  const dues = lines.flatMap(({ placement: { installBy } }) => {
    const due = installBy === null ? null : dueDay(installBy, timeline);
    return due?.ok ? [due.value] : [];
  });
  const [first] = dues.sort();
  return {
    kind: campaign.bodyKind,
    parentBody: campaign.parentBody,
    organisingBody: campaign.organisingBody,
    title: 'PHIẾU GIAO VIỆC',
    subtitle: subtitleOf(tables, choice),
    dueLine:
      first === undefined
        ? campaign.name
        : `Xong trước ngày ${vietnameseDay(first)}${countdownTo(timeline, first)}`,
    leftLine: leftLineOf(tables, lines),
    parts,
    total: parts.length > 1 ? `Cộng cả phiếu: ${totalOf(tables, lines)}` : null,
    year: (timeline.opening ?? first ?? '').slice(0, 4),
    place: campaign.place,
    footer: `${campaign.name} · thay đổi số ${printing.number} · in ${printing.printedAt}`,
    link: printing.link,
  };
}

/** «Còn phải lắp: 294 cờ Tổ quốc»; nothing while nothing is up. */
function leftLineOf(tables: Tables, lines: readonly SheetLine[]): string | null {
  if (lines.every((line) => line.installed === 0)) return null;
  const left = lines.flatMap((line) =>
    line.installed >= line.quantity
      ? []
      : [{ placement: line.placement, quantity: line.quantity - line.installed }],
  );
  return left.length === 0 ? 'Đã lắp đủ.' : `Còn phải lắp: ${totalOf(tables, left)}`;
}

/** « (trước khai mạc 7 ngày)»; nothing where there is no D. */
function countdownTo({ opening }: Timeline, day: Day): string {
  if (opening === null) return '';
  const days = daysBetween(day, opening);
  if (days === 0) return ' (ngày khai mạc)';
  return days > 0 ? ` (trước khai mạc ${days} ngày)` : ` (sau khai mạc ${-days} ngày)`;
}

function subtitleOf(tables: Tables, { by, id }: Choice): string {
  if (by === 'road') {
    const road = tables.road.get(id ?? '');
    return road === undefined ? 'Ngoài tuyến' : roadTitle(road);
  }
  const unit = tables.unit.get(id ?? '');
  if (unit === undefined) return 'Đơn vị: chưa giao';
  const contact = [unit.contact, unit.phone].filter((text) => text !== '').join(', ');
  return contact === '' ? `Đơn vị: ${unit.name}` : `Đơn vị: ${unit.name} (liên hệ: ${contact})`;
}

class Numbering {
  #last = 0;
  next(): number {
    return ++this.#last;
  }
}

function vietnameseDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function roadTitle(road: Road): string {
  return road.name !== '' && road.code !== '' && road.name !== road.code
    ? `${road.name} (${road.code})`
    : roadLabel(road);
}

/** One mark a type of stretch, the most frequent first; a sixth type shares the last. */
function marksOf(lines: readonly SheetLine[]): Map<Id, MarkShape> {
  const stretches = lines.map((l) => l.placement).filter((p) => p.rule !== null);
  const types = [...new Set(stretches.map((p) => p.assetTypeId))];
  return new Map(types.map((id, i) => [id, MARKS[Math.min(i, MARKS.length - 1)] as MarkShape]));
}

/** A line with its range on the road: all of it, or where the positions that are meant stand. */
interface Placed extends Section {
  readonly line: SheetLine;
  readonly positions: ReturnType<typeof positionsOf>;
}

function placedOn(tables: Tables, road: MeasuredRoad, line: SheetLine): Placed {
  const { placement } = line;
  const positions = placement.rule === null ? null : positionsOf(tables, line);
  const ends = [placement.from ?? road.minChainage, placement.to ?? placement.from ?? road.minChainage];
  // A share is shorter than its stretch, and single positions may have been moved out of theirs.
  if (positions !== null && positions.count > 0 && placement.rule !== null)
    if (line.ground !== undefined || Object.keys(placement.rule.moves).length > 0) {
      ends.length = 0;
      let [least, most] = [Infinity, -Infinity];
      for (const c of positions.chainage) [least, most] = [Math.min(least, c), Math.max(most, c)];
      ends.push(least, most);
    }
  const onRoad = ends.map((c) => clampedTo(road, c));
  return { line, positions, from: Math.min(...onRoad), to: Math.max(...onRoad) };
}

function roadParts(
  tables: Tables,
  road: Road,
  lines: readonly SheetLine[],
  marks: ReadonlyMap<Id, MarkShape>,
  numbering: Numbering,
): SheetPart[] {
  const measured = measuredOf(road);
  if (measured === null) {
    const why = 'Tuyến chưa đo được lý trình: không vẽ.';
    return [flatPart(tables, roadTitle(road), why, lines, marks, numbering)];
  }
  const placed = lines.map((line) => placedOn(tables, measured, line)).sort((a, b) => a.from - b.from);
  const length = measured.maxChainage - measured.minChainage;
  const longest = Math.max(STRIPS.longest, Math.ceil(length / MOST_STRIPS));
  const options = { ...STRIPS, longest, bridge: Math.max(STRIPS.bridge, longest / 2) };
  const groups = sectionsOf(placed, measured, options);
  // Sections cover all ranges, so a line is of the last group that begins before it: nothing can fall between two.
  const begins = groups.map((g) => g[0]?.from ?? 0);
  const groupOf = ({ from }: Placed) =>
    Math.max(
      0,
      begins.findLastIndex((begin) => begin <= from),
    );
  const members = Map.groupBy(placed, groupOf);
  return groups.map((sections, i): SheetPart => {
    const here = members.get(i) ?? [];
    const numbers = new Map(
      here.filter((p) => p.line.placement.rule === null).map((p) => [p, numbering.next()]),
    );
    const [from, to] = [sections[0]?.from ?? 0, sections[sections.length - 1]?.to ?? 0];
    const captions = i === 0 ? ['Nhìn theo chiều lý trình tăng, từ trái sang phải. B: hướng bắc.'] : [];
    if (i === 0 && longest > STRIPS.longest)
      captions.push(`Tuyến dài: mỗi khung tới ${Math.ceil(longest / 1000)} km.`);
    const strips = stripsOf(tables, road, measured, sections, here, marks, numbers);
    if (strips.some((s) => s.places.some((p) => p.numbers.length > 1)))
      captions.push('Số có dấu +: nhiều chỗ sát nhau, xem lý trình trong bảng.');
    if (strips.some((s) => s.positions.some((p) => p.points.length < p.count)))
      captions.push('Chỗ dày quá thì vẽ thưa; số lượng trong bảng là đủ.');
    return {
      title:
        groups.length > 1
          ? `${roadTitle(road)}, ${formatChainage(from)} – ${bareChainage(to)}`
          : roadTitle(road),
      caption: captions.join(' '),
      strips,
      rows: here.map((p) => {
        const stretch = p.line.placement.rule !== null;
        const mark = stretch ? (marks.get(p.line.placement.assetTypeId) ?? null) : null;
        return rowOf(tables, p.line, measured, mark, numbers.get(p) ?? null);
      }),
      total: `Cộng: ${totalOf(
        tables,
        here.map((p) => p.line),
      )}`,
    };
  });
}

function stripsOf(
  tables: Tables,
  road: Road,
  measured: MeasuredRoad,
  sections: readonly Section[],
  placed: readonly Placed[],
  marks: ReadonlyMap<Id, MarkShape>,
  numbers: ReadonlyMap<Placed, number>,
): Strip[] {
  const stretches = placed.flatMap(({ line, positions }) => {
    const mark = marks.get(line.placement.assetTypeId);
    return positions === null || mark === undefined ? [] : [{ mark, positions }];
  });
  const places = [...numbers].map(([{ line, from }, number]) => {
    const { side } = line.placement;
    return { number, chainage: from, side: side === 'left' ? -1 : side === 'right' ? 1 : 0 };
  });
  const features = featuresOf(tables, road.id);
  return sections.map((section, i) => {
    // What lies on a border is drawn once, and what lies at the very ends is drawn.
    const from = i === 0 ? -Infinity : section.from;
    const to = i === sections.length - 1 ? Infinity : section.to;
    const inside = (chainage: number) => chainage >= from && chainage < to;
    return layStrip(measured, section, inside, stretches, places, features);
  });
}

/** A part without a drawing: off the roads, or on a road that cannot be measured. */
function flatPart(
  tables: Tables,
  title: string,
  caption: string,
  lines: readonly SheetLine[],
  marks: ReadonlyMap<Id, MarkShape>,
  numbering: Numbering,
): SheetPart {
  const rows = lines.map((line) => {
    const { rule, assetTypeId } = line.placement;
    const mark = rule === null ? null : (marks.get(assetTypeId) ?? null);
    return rowOf(tables, line, null, mark, mark === null ? numbering.next() : null);
  });
  return { title, caption, strips: [], rows, total: `Cộng: ${totalOf(tables, lines)}` };
}
