/** From the campaign's rows to a checklist sheet, for a road or for a unit. */
import { featuresOf, measuredOf, roadLabel } from '../../data/derived/roads.ts';
import type { Campaign, Id, Placement, Road, Tables } from '../../domain/model/rows.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import type { MeasuredRoad } from '../../domain/road/measuredRoad.ts';
import { sectionsOf } from '../../domain/road/sections.ts';
import { formatCountdown } from '../../domain/schedule/days.ts';
import { dueDay, type Timeline } from '../../domain/schedule/timeline.ts';
import { MARKS, type MarkShape, type Sheet, type SheetPart, type SheetRow } from './sheet.ts';
import { type Choice, rangeOf, type SheetLine } from './sheetLines.ts';
import { layStrip } from './strip.ts';

/** A strip longer than this would not show single positions at 25 m. */
const STRIPS = { bridge: 1500, margin: 120, longest: 4000 };

/** More marks than this on one sheet are a black bar that takes minutes to set. */
const DRAWN = 20_000;

const SIDE_WORDS = { left: 'trái', right: 'phải', both: 'hai bên', median: 'giữa' } as const;

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
  const placements = lines.map((l) => l.placement);
  // A road that is gone, or cannot be measured, has no strip; what was planned on it still has its row.
  const measuredOn = (roadId: Id | null) => {
    const road = tables.road.get(roadId ?? '');
    return road === undefined || measuredOf(road) === null ? null : road.id;
  };
  const byRoad = Map.groupBy(lines, (l) => measuredOn(l.placement.roadId));
  const marks = marksOf(placements);
  const numbering = new Numbering();
  const roads = [...byRoad.keys()]
    .flatMap((id) => tables.road.get(id ?? '') ?? [])
    .sort((a, b) => roadLabel(a).localeCompare(roadLabel(b), 'vi', { numeric: true }));
  const parts = roads.flatMap((road) => roadParts(tables, road, byRoad.get(road.id) ?? [], marks, numbering));
  const offRoad = byRoad.get(null) ?? [];
  if (offRoad.length > 0) parts.push(offRoadPart(tables, offRoad, numbering));
  const dues = placements.flatMap((p) => {
    const due = p.installBy === null ? null : dueDay(p.installBy, timeline);
    return due?.ok ? [due.value] : [];
  });
  const [first] = dues.sort();
  const road = choice.by === 'road' ? tables.road.get(choice.id) : undefined;
  const unit = choice.by === 'unit' ? tables.unit.get(choice.id) : undefined;
  return {
    kind: campaign.bodyKind,
    parentBody: campaign.parentBody,
    organisingBody: campaign.organisingBody,
    title: 'PHIẾU GIAO VIỆC',
    subtitle: road === undefined ? `Đơn vị: ${unit?.name ?? ''}` : roadTitle(road),
    dueLine:
      first === undefined
        ? campaign.name
        : `Xong trước ngày ${vietnameseDay(first)} (${formatCountdown(campaign.openingDay, first)})`,
    parts,
    year: campaign.openingDay.slice(0, 4),
    place: campaign.place,
    footer: `${campaign.name} · thay đổi số ${printing.number} · in ${printing.printedAt}`,
    link: printing.link,
  };
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
function marksOf(placements: readonly Placement[]): Map<Id, MarkShape> {
  const types = [...new Set(placements.filter((p) => p.rule !== null).map((p) => p.assetTypeId))];
  return new Map(types.map((id, i) => [id, MARKS[Math.min(i, MARKS.length - 1)] as MarkShape]));
}

function roadParts(
  tables: Tables,
  road: Road,
  lines: readonly SheetLine[],
  marks: ReadonlyMap<Id, MarkShape>,
  numbering: Numbering,
): SheetPart[] {
  const measured = measuredOf(road);
  if (measured === null) return [];
  const sorted = lines
    .map((line) => ({ line, ...rangeOf(line, measured) }))
    .sort((x, y) => x.from - y.from || x.to - y.to);
  const runs = sectionsOf(sorted, measured, STRIPS);
  // Each line belongs to the run that was made of its range: to one, and to one only.
  const byRun = Map.groupBy(sorted, ({ from }) =>
    Math.max(
      0,
      runs.findLastIndex(([first]) => first !== undefined && first.from <= from),
    ),
  );
  return runs.map((sections, i, all) => {
    const from = sections[0]?.from ?? 0;
    const to = sections[sections.length - 1]?.to ?? 0;
    const here = (byRun.get(i) ?? []).map(({ line }) => line);
    const numbers = new Map(
      here.filter((l) => l.placement.rule === null).map((l) => [l.placement.id, numbering.next()]),
    );
    const title =
      all.length > 1 ? `${roadTitle(road)}, ${formatChainage(from)} – ${bareChainage(to)}` : roadTitle(road);
    return {
      title,
      caption: i === 0 ? 'Nhìn theo chiều lý trình tăng, từ trái sang phải. B: hướng bắc.' : '',
      strips: strips(tables, road, measured, sections, here, marks, numbers),
      rows: here.map((l) =>
        rowOf(tables, l, marks.get(l.placement.assetTypeId) ?? null, numbers.get(l.placement.id) ?? null),
      ),
      total: totalOf(tables, here),
    };
  });
}

function strips(
  tables: Tables,
  road: Road,
  measured: MeasuredRoad,
  sections: readonly { from: number; to: number }[],
  lines: readonly SheetLine[],
  marks: ReadonlyMap<Id, MarkShape>,
  numbers: ReadonlyMap<Id, number>,
) {
  const stretches = lines.flatMap(({ placement, positions }) => {
    const mark = marks.get(placement.assetTypeId);
    return positions === null || mark === undefined || positions.count > DRAWN ? [] : [{ mark, positions }];
  });
  const places = lines.flatMap((line) => {
    const p = line.placement;
    const number = numbers.get(p.id);
    if (number === undefined || p.from === null) return [];
    return [
      {
        number,
        chainage: rangeOf(line, measured).from,
        side: p.side === 'left' ? -1 : p.side === 'right' ? 1 : 0,
      },
    ];
  });
  const features = featuresOf(tables, road.id);
  return sections.map((section) => layStrip(measured, section, stretches, places, features));
}

function offRoadPart(tables: Tables, lines: readonly SheetLine[], numbering: Numbering): SheetPart {
  return {
    title: 'Ngoài tuyến',
    caption: '',
    strips: [],
    rows: lines.map((l) => rowOf(tables, l, null, l.placement.rule === null ? numbering.next() : null)),
    total: totalOf(tables, lines),
  };
}

function rowOf(tables: Tables, line: SheetLine, mark: MarkShape | null, number: number | null): SheetRow {
  const { placement: p, quantity, ofAll, positions } = line;
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
  if (unit !== undefined) details.push(`Đơn vị: ${unit.name}`);
  if (quantity < ofAll) details.push(`Phần trên địa bàn: ${count(quantity)} trong ${count(ofAll)}`);
  if ((positions?.count ?? 0) > DRAWN) details.push('Quá nhiều vị trí để vẽ trên sơ đồ.');
  if (p.note !== '') details.push(p.note);
  return {
    number: p.rule === null ? number : null,
    mark: p.rule === null ? null : mark,
    title: unbroken(`${type?.name ?? ''}${type?.size ? `, ${type.size}` : ''}`),
    slogan: type?.carriesText && slogan?.approved === true ? slogan.text : null,
    details,
    where: whereOf(p),
    quantity,
  };
}

function count(n: number): string {
  return new Intl.NumberFormat('vi-VN').format(n);
}

/** Keeps a number and its unit on one line. */
function unbroken(text: string): string {
  return text.replace(/(\d) (m|cm|W)\b/g, '$1\u00a0$2').replace(/ × /g, '\u00a0×\u00a0');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

function whereOf(p: Placement): string[] {
  if (p.from === null)
    return p.coordinate === null ? [] : [`${p.coordinate[1].toFixed(5)},`, p.coordinate[0].toFixed(5)];
  if (p.to === null || p.rule === null) return [formatChainage(p.from), SIDE_WORDS[p.side ?? 'right']];
  const sides = p.rule.staggered ? 'so le hai bên' : SIDE_WORDS[p.rule.sides];
  return [`${formatChainage(p.from)} –`, formatChainage(p.to), `${sides}, ${p.rule.spacing} m`];
}

/** «Cộng: 400 cờ, 2 cái» by what a type is counted in, types of one unit named apart. */
function totalOf(tables: Tables, lines: readonly SheetLine[]): string {
  const sums = new Map<string, number>();
  for (const { placement: p, quantity } of lines) {
    const type = tables.assetType.get(p.assetTypeId);
    const key = `${type?.unitName ?? ''} ${lowerFirst((type?.name ?? '').split(',')[0] ?? '')}`;
    sums.set(key, (sums.get(key) ?? 0) + quantity);
  }
  const words = [...sums].map(([what, sum]) => `${count(sum)} ${deduplicated(what)}`);
  return `Cộng: ${words.join('; ')}`;
}

/** «cờ cờ Tổ quốc» → «cờ Tổ quốc». */
function deduplicated(words: string): string {
  const [first, second, ...rest] = words.split(' ');
  return first === second ? [first, ...rest].join(' ') : words;
}
