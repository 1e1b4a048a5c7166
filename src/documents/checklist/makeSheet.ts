/** From lines of the plan to a checklist sheet, for a road or for a unit. */

import type { Campaign } from '../../domain/model/entities/campaign.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import type { Day } from '../../domain/schedule/days.ts';
import { daysBetween } from '../../domain/schedule/days.ts';
import type { Timeline } from '../../domain/schedule/timeline.ts';
import { dueOf, linesUntil } from '../../domain/sheet/dueLines.ts';
import type { Choice, SheetLine, SheetWork } from '../../domain/sheet/sheetLines.ts';
import { unitAt, unitIndex } from '../../domain/unit/units.ts';
import { offRoadPart } from './flatPart.ts';
import type { Laying } from './laying.ts';
import { marksOf, Numbering } from './marks.ts';
import { roadParts } from './roadParts.ts';
import type { Sheet, SheetPart } from './sheet.ts';
import { shortened } from './shortened.ts';
import { leftOf, loadsOf, totalOf } from './totals.ts';
import { dayWords, figure, roadTitle } from './words.ts';

/** Letters of a name in the foot of a page. */
const FOOT_NAME = 60;

export interface Printing {
  readonly campaign: Campaign;
  readonly timeline: Timeline;
  /** The change that the plan stands at. */
  readonly number: number;
  readonly work: SheetWork;
  readonly onlyLeft: boolean;
  /** Only what is to be done by the end of this day; null for all. */
  readonly until: Day | null;
  /** When it is printed, as the reader would write it. */
  readonly printedAt: string;
  readonly link: Sheet['link'];
}

/** `lines`: of the sheet's choice, all of them. */
export function makeSheet(
  tables: Tables,
  choice: Choice,
  lines: readonly SheetLine[],
  printing: Printing,
): Sheet {
  const { campaign, timeline, work, onlyLeft, until, number } = printing;
  const meant = linesUntil(lines, printing);
  const printed = onlyLeft ? meant.filter((line) => line.done < line.quantity || line.quantity === 0) : meant;
  const laying: Laying = {
    tables,
    work,
    onlyLeft,
    ownUnitId: choice.by === 'unit' ? choice.id : null,
    marks: marksOf(printed),
    numbering: new Numbering(),
  };
  const parts = partsOf(laying, printed);
  const dues = printed.flatMap(({ placement }) => dueOf(placement, work, timeline) ?? []);
  const [first] = dues.sort();
  const subtitle = subtitleOf(tables, choice);
  const total = totalOf(tables, onlyLeft ? leftOf(printed) : printed);
  return {
    kind: campaign.bodyKind,
    parentBody: campaign.parentBody,
    organisingBody: campaign.organisingBody,
    title: `PHIẾU GIAO VIỆC SỐ ${numberOf(tables, choice, number)}`,
    subtitle,
    dueLine: dueLineOf(campaign.name, work, first, until, timeline),
    leftLine: leftLineOf(tables, meant, work),
    work,
    loads: loadsOf(tables, meant),
    parts,
    total: parts.length > 1 ? `Cộng cả phiếu: ${total}` : null,
    year: (timeline.opening ?? first ?? '').slice(0, 4),
    place: campaign.place,
    footer: [
      `Phiếu số ${shortened(numberOf(tables, choice, number), FOOT_NAME)} · ${shortened(nameOf(tables, choice), FOOT_NAME)}`,
      `${shortened(campaign.name, FOOT_NAME)} · thay đổi số ${number} · in ${printing.printedAt}`,
    ],
    link: printing.link,
  };
}

function partsOf(laying: Laying, lines: readonly SheetLine[]): SheetPart[] {
  const { tables } = laying;
  const byRoad = Map.groupBy(lines, (l) => tables.road.get(l.placement.roadId ?? '') ?? null);
  const roads = [...byRoad.keys()]
    .filter((road) => road !== null)
    .sort((a, b) => roadLabel(a).localeCompare(roadLabel(b), 'vi', { numeric: true }));
  const parts = roads.flatMap((road) => roadParts(laying, road, byRoad.get(road) ?? []));
  const offRoad = Map.groupBy(byRoad.get(null) ?? [], (line) => unitOf(tables, line));
  for (const [unitId, here] of offRoad) {
    const unit = offRoad.size === 1 ? undefined : tables.unit.get(unitId ?? '');
    parts.push(offRoadPart(laying, unit === undefined ? 'Ngoài tuyến' : `Ngoài tuyến, ${unit.name}`, here));
  }
  return parts;
}

/** Whose a line off the roads is: what lies in one unit is near enough for one map. */
function unitOf(tables: Tables, { placement: { unitId, coordinate } }: SheetLine): Id | null {
  if (unitId !== null || coordinate === null) return unitId;
  return unitAt(unitIndex(tables.unit), ...coordinate)?.id ?? null;
}

/** «1482/QL.3»: one list at one change has one number, whoever prints it. */
function numberOf(tables: Tables, { by, id }: Choice, number: number): string {
  const named = by === 'road' ? tables.road.get(id ?? '') : tables.unit.get(id ?? '');
  if (named === undefined) return String(number);
  return `${number}/${by === 'road' && named.code !== '' ? named.code : named.name}`;
}

function dueLineOf(
  campaign: string,
  work: SheetWork,
  first: Day | undefined,
  until: Day | null,
  timeline: Timeline,
): string {
  if (until !== null) return `Việc đến hạn hết ngày ${dayWords(until)}${countdownTo(timeline, until)}`;
  if (first === undefined) return campaign;
  return `${work === 'install' ? 'Xong' : 'Tháo xong'} trước ngày ${dayWords(first)}${countdownTo(timeline, first)}`;
}

/** «Còn phải lắp: 294 cờ Tổ quốc», with how much of it is done. */
function leftLineOf(tables: Tables, lines: readonly SheetLine[], work: SheetWork): string {
  const verb = work === 'install' ? 'lắp' : 'tháo';
  const left = leftOf(lines);
  if (left.length === 0) return lines.length === 0 ? '' : `Đã ${verb} đủ.`;
  const done = lines.reduce((sum, line) => sum + line.done, 0);
  const all = lines.reduce((sum, line) => sum + line.quantity, 0);
  const share = done === 0 ? '' : ` (đã ${verb} ${figure(done)} / ${figure(all)})`;
  return `${done === 0 ? 'Phải' : 'Còn phải'} ${verb}: ${totalOf(tables, left)}${share}`;
}

/** « (trước khai mạc 7 ngày)»; nothing where there is no D. */
function countdownTo({ opening }: Timeline, day: Day): string {
  if (opening === null) return '';
  const days = daysBetween(day, opening);
  if (days === 0) return ' (ngày khai mạc)';
  return days > 0 ? ` (trước khai mạc ${days} ngày)` : ` (sau khai mạc ${-days} ngày)`;
}

/** Of what the sheet is, in few words. */
function nameOf(tables: Tables, { by, id }: Choice): string {
  if (by === 'unit') return tables.unit.get(id ?? '')?.name ?? 'chưa giao đơn vị';
  const road = tables.road.get(id ?? '');
  return road === undefined ? 'Ngoài tuyến' : roadTitle(road);
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
