/** Dressing sets: from placed things to a set, and from a set to things placed on a stretch. */
import type { DressingItem } from '../../model/entities/dressingSet.ts';
import type { Placement } from '../../model/entities/placement.ts';
import type { FieldsOf, Id } from '../../model/rows.ts';

type Fields = FieldsOf<'placement'>;

/** Ends nearer than this, in metres, count as the end itself: a pano «at the beginning» stays there. */
const AT_END_M = 300;

/** What a set has to know of where it is laid. */
interface Ground {
  readonly roadId: Id;
  readonly from: number;
  readonly to: number;
}

/** The items that placements of one road make up, between the first and the last of them. */
export function itemsOf(rows: readonly Placement[]): DressingItem[] {
  const placed = rows.filter((r) => r.roadId !== null && r.from !== null);
  const from = Math.min(...placed.map((r) => r.from ?? 0));
  const to = Math.max(...placed.map((r) => r.to ?? r.from ?? 0));
  const stretches = placed.filter((r) => r.rule !== null);
  const points = placed.filter((r) => r.rule === null);
  return [...stretches, ...points].map((row): DressingItem => {
    const at = row.from ?? from;
    const common = { assetTypeId: row.assetTypeId, sloganId: row.sloganId, pointQuantity: row.pointQuantity };
    if (row.rule !== null)
      return {
        ...common,
        rule: { ...row.rule, skips: [], moves: {} },
        anchor: 'start',
        offset: 0,
        side: 'right',
      };
    const side = row.side ?? 'right';
    if (at - from <= AT_END_M) return { ...common, rule: null, anchor: 'start', offset: at - from, side };
    if (to - at <= AT_END_M) return { ...common, rule: null, anchor: 'end', offset: to - at, side };
    const share = to === from ? 0 : Math.round(((at - from) / (to - from)) * 1000) / 1000;
    return { ...common, rule: null, anchor: 'share', offset: share, side };
  });
}

/**
 * The placements of a set on a stretch. What carries text and names no slogan gets one from `sloganFor`. Items whose type the campaign no longer has are left out; what stands beyond
 * the other end of a short stretch is brought to it.
 */
export function layItems(
  items: readonly DressingItem[],
  ground: Ground,
  has: (typeId: Id) => boolean,
  sloganFor: (typeId: Id) => Id | null,
  /** What each begins with, by its type. */
  begin: (
    typeId: Id,
  ) => Omit<Fields, 'sloganId' | 'roadId' | 'coordinate' | 'from' | 'to' | 'side' | 'rule' | 'pointQuantity'>,
): Fields[] {
  const { roadId, from, to } = ground;
  return items
    .filter((item) => has(item.assetTypeId))
    .map((item): Fields => {
      const what = {
        ...begin(item.assetTypeId),
        sloganId: item.sloganId ?? sloganFor(item.assetTypeId),
        roadId,
        coordinate: null,
      };
      if (item.rule !== null) return { ...what, from, to, side: null, rule: item.rule, pointQuantity: 0 };
      const wanted =
        item.anchor === 'start'
          ? from + item.offset
          : item.anchor === 'end'
            ? to - item.offset
            : from + item.offset * (to - from);
      const at = Math.round(Math.max(from, Math.min(to, wanted)));
      return {
        ...what,
        from: at,
        to: null,
        side: item.side,
        rule: null,
        pointQuantity: Math.max(1, item.pointQuantity),
      };
    });
}
