/** A road's parts of a sheet: a strip, what stands on it, then the next strip. */
import type { Road } from '../../domain/model/entities/road.ts';
import type { RoadFeature } from '../../domain/model/entities/roadFeature.ts';
import { featuresOf } from '../../domain/plan/roads.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import type { MeasuredRoad } from '../../domain/road/measuredRoad.ts';
import { type Section, sectionsOf } from '../../domain/road/sections.ts';
import { positionsOf, type SheetLine, type Standing } from '../../domain/sheet/sheetLines.ts';
import { flatPart } from './flatPart.ts';
import type { Laying } from './laying.ts';
import { legendOf } from './legend.ts';
import type { SheetPart } from './sheet.ts';
import { type Portion, rowOf, wholeLine } from './sheetRows.ts';
import { clampedTo, layStrip } from './strip.ts';
import { totalOf } from './totals.ts';
import { roadTitle } from './words.ts';

/** A strip longer than this would not show single positions at 25 m. */
const STRIPS = { bridge: 1500, margin: 120, longest: 4000 };
/** A road of thousands of km would take thousands of strips: from here on they grow longer instead. */
const MOST_STRIPS = 100;

/** A line where it stands on the road. */
interface Placed extends Section {
  readonly line: SheetLine;
  readonly positions: Standing | null;
}

export function roadParts(laying: Laying, road: Road, lines: readonly SheetLine[]): SheetPart[] {
  const measured = measuredOf(road);
  if (measured === null)
    return [flatPart(laying, roadTitle(road), 'Tuyến chưa đo được lý trình: không vẽ.', lines)];
  const placed = lines.map((line) => placedOn(laying, measured, line)).sort((a, b) => a.from - b.from);
  const longest = longestOn(measured);
  const options = { ...STRIPS, longest, bridge: Math.max(STRIPS.bridge, longest / 2) };
  const sections = sectionsOf(placed, measured, options).flat();
  // Sections cover all ranges, so whatever stands on the road is of the last section that begins before it.
  const sectionAt = (chainage: number) =>
    Math.max(
      0,
      sections.findLastIndex(({ from }) => from <= chainage),
    );
  const portions = placed.flatMap((p) => portionsOf(p, laying.onlyLeft, measured, sections, sectionAt));
  const bySection = Map.groupBy(portions, ({ section }) => section);
  const parts: SheetPart[] = [];
  sections.forEach((section, i) => {
    const here = bySection.get(i);
    if (here === undefined) return;
    parts.push(sectionPart(laying, road, measured, section, here, parts.length === 0, sections.length > 1));
  });
  return parts;
}

function longestOn({ minChainage, maxChainage }: MeasuredRoad): number {
  return Math.max(STRIPS.longest, Math.ceil((maxChainage - minChainage) / MOST_STRIPS));
}

function placedOn({ tables, work, onlyLeft }: Laying, road: MeasuredRoad, line: SheetLine): Placed {
  const { placement } = line;
  const all = placement.rule === null ? null : positionsOf(tables, line, work);
  const positions = all !== null && onlyLeft ? leftAmong(all) : all;
  let [from, to] = [Infinity, -Infinity];
  // A share is shorter than its stretch, what is left too, and single positions may have been moved out of theirs.
  for (const c of positions?.chainage ?? []) [from, to] = [Math.min(from, c), Math.max(to, c)];
  if (to < from) {
    from = placement.from ?? road.minChainage;
    to = placement.to ?? from;
  }
  const ends = [clampedTo(road, from), clampedTo(road, to)] as const;
  return { line, positions, from: Math.min(...ends), to: Math.max(...ends) };
}

function leftAmong({ count, chainage, side, done }: Standing): Standing {
  const left = Array.from({ length: count }, (_, i) => i).filter((i) => done[i] === 0);
  return {
    count: left.length,
    chainage: Float64Array.from(left, (i) => chainage[i] as number),
    side: Int8Array.from(left, (i) => side[i] as number),
    done: new Uint8Array(left.length),
  };
}

interface OnSection extends Portion {
  readonly section: number;
  readonly at: number;
}

/** A stretch over several strips is on each of them with what stands there; whatever else, on the one where it begins. */
function portionsOf(
  { line, positions, from }: Placed,
  onlyLeft: boolean,
  road: MeasuredRoad,
  sections: readonly Section[],
  sectionAt: (chainage: number) => number,
): OnSection[] {
  if (positions === null || positions.count === 0) {
    return [{ ...wholeLine(line, onlyLeft), section: sectionAt(from), at: from }];
  }
  const indices = Array.from({ length: positions.count }, (_, i) => i);
  const bySection = Map.groupBy(indices, (i) => sectionAt(clampedTo(road, positions.chainage[i] as number)));
  return [...bySection].map(([section, here]) => {
    const own: Standing = {
      count: here.length,
      chainage: Float64Array.from(here, (i) => positions.chainage[i] as number),
      side: Int8Array.from(here, (i) => positions.side[i] as number),
      done: Uint8Array.from(here, (i) => positions.done[i] as number),
    };
    const isWhole = here.length === line.ofAll;
    const done = own.done.reduce((sum, one) => sum + one, 0);
    const strip = sections[section] as Section;
    const range = isWhole ? null : rangeOn(own, line, strip);
    const near = isWhole ? null : nearOf(line, strip);
    const at = Math.max(from, sections[section]?.from ?? from);
    return { line, quantity: own.count, done, positions: own, range, near, section, at };
  });
}

/** From where to where a part of a stretch goes: up to the strip's end where it goes on, else from its first to its last. */
function rangeOn({ chainage }: Standing, { placement }: SheetLine, section: Section): Section {
  let [least, most] = [Infinity, -Infinity];
  for (const c of chainage) [least, most] = [Math.min(least, c), Math.max(most, c)];
  const spacing = placement.rule?.spacing ?? 0;
  const reaches = (end: number, own: number) => Math.abs(end - own) <= spacing;
  return {
    from: reaches(section.from, least) ? section.from : least,
    to: reaches(section.to, most) ? section.to : most,
  };
}

/** The stretch as far as it goes along a strip. */
function nearOf({ placement: { from, to } }: SheetLine, section: Section): Section {
  return { from: Math.max(section.from, from ?? section.from), to: Math.min(section.to, to ?? section.to) };
}

function sectionPart(
  laying: Laying,
  road: Road,
  measured: MeasuredRoad,
  section: Section,
  unsorted: readonly OnSection[],
  isFirst: boolean,
  hasTitle: boolean,
): SheetPart {
  const { tables, work, marks, numbering, ownUnitId } = laying;
  const portions = [...unsorted].sort((a, b) => a.at - b.at);
  const numbers = new Map(
    portions.filter((p) => p.line.placement.rule === null).map((p) => [p, numbering.next()]),
  );
  const markOf = (p: Portion) => marks.get(p.line.placement.assetTypeId) ?? null;
  const stretches = portions.flatMap((p) => {
    const mark = markOf(p);
    return p.positions === null || mark === null ? [] : [{ mark, positions: p.positions }];
  });
  const places = [...numbers].map(([{ line, at }, number]) => {
    const { side } = line.placement;
    return { number, chainage: at, side: side === 'left' ? -1 : side === 'right' ? 1 : 0 } as const;
  });
  const strip = layStrip(
    measured,
    section,
    stretches,
    places,
    featuresOf(tables, road.id).filter(isLandmark),
  );
  return {
    heading: isFirst ? roadTitle(road) : null,
    title: hasTitle ? `${formatChainage(section.from)} – ${formatChainage(section.to)}` : null,
    strip,
    legend: legendOf(laying, portions, strip),
    caption: captionOf(strip, isFirst, longestOn(measured)),
    rows: portions.map((p) =>
      rowOf(tables, {
        portion: p,
        work,
        road: measured,
        mark: p.line.placement.rule === null ? null : markOf(p),
        number: numbers.get(p) ?? null,
        ownUnitId,
      }),
    ),
    total: `Cộng: ${totalOf(tables, countedOf(portions))}`,
  };
}

/** Kilometre posts are on the strip anyhow. */
function isLandmark({ kind }: Pick<RoadFeature, 'kind'>): boolean {
  return kind !== 'km-post';
}

function countedOf(portions: readonly Portion[]) {
  return portions.map(({ line, quantity }) => ({ placement: line.placement, quantity }));
}

function captionOf(strip: NonNullable<SheetPart['strip']>, isFirst: boolean, longest: number): string {
  const captions = isFirst
    ? ['Nhìn theo chiều lý trình tăng, từ trái sang phải. T: bên trái, P: bên phải, B: hướng bắc.']
    : [];
  if (isFirst && longest > STRIPS.longest)
    captions.push(`Tuyến dài: mỗi khung tới ${Math.ceil(longest / 1000)} km.`);
  if (strip.places.some((p) => p.numbers.length > 1))
    captions.push('Số có dấu +: nhiều chỗ sát nhau, xem lý trình trong bảng.');
  if (strip.positions.some((p) => p.points.length + p.done.length < p.count))
    captions.push('Chỗ dày quá thì vẽ thưa; số lượng trong bảng là đủ.');
  return captions.join(' ');
}
