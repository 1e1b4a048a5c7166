/** How places are spoken of in the names of edits. */
import type { Placement } from '../../domain/model/entities/placement.ts';
import { placeAround } from '../../domain/place/placeOf.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { useCampaign } from './campaign.ts';

type Where = Pick<Placement, 'roadId' | 'from' | 'to'> & Partial<Pick<Placement, 'coordinate'>>;

/** «QL.3 Km 146+000 – 151+200», «Nhà văn hóa xã»: where an edit happened, for its name in the history. */
export function whereOf(row: Where): string {
  const { tables } = useCampaign.getState();
  const road = tables.road.get(row.roadId ?? '');
  if (row.roadId === null && row.coordinate != null) return placeAround(tables, row.coordinate)?.name ?? '';
  return [
    road === undefined ? '' : roadLabel(road),
    row.from === null ? '' : formatChainage(row.from),
    row.to === null ? '' : `– ${bareChainage(row.to)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Where several rows are: the first of them, and that there are more. */
export function whereOfAll(rows: readonly Where[]): string {
  const [first, ...more] = rows;
  if (first === undefined) return '';
  return more.length === 0 ? whereOf(first) : `${whereOf(first)} (+${more.length})`;
}
