/** The places where the pieces of placements stand, side by side along their road. */
import { metresPerDegree } from '../geo/geodesic.ts';
import type { Positions } from '../layout/layOut.ts';
import type { Id, Tables } from '../model/rows.ts';
import { amountsOf } from '../plan/amounts.ts';

export interface Spot {
  readonly lng: number;
  readonly lat: number;
  readonly side: number;
  readonly chainage: number;
}

/** The spots of a row and its parts, side by side, along increasing chainage. */
export function spotsOf(tables: Tables, ids: readonly Id[]): Spot[] {
  const all = ids.flatMap((id, member) => {
    const row = tables.placement.get(id);
    // A point is one place, however many pieces stand there.
    return row === undefined ? [] : spots(amountsOf(tables, row).positions, member);
  });
  const { length } = all;
  for (let i = 1; i < length; i++)
    if (isAfter(all[i - 1] as Member, all[i] as Member))
      return all.sort((a, b) => (isAfter(a, b) ? 1 : isAfter(b, a) ? -1 : 0));
  return all;
}

interface Member extends Spot {
  /** 0 for the row itself, then its parts: they follow it along the road. */
  readonly member: number;
}

function isAfter(a: Member, b: Member): boolean {
  if (a.side !== b.side) return a.side > b.side;
  return a.member === b.member ? a.chainage > b.chainage : a.member > b.member;
}

function spots({ count, lng, lat, side, chainage }: Positions, member: number): Member[] {
  return Array.from({ length: count }, (_, i) => ({
    lng: lng[i] as number,
    lat: lat[i] as number,
    side: side[i] as number,
    chainage: chainage[i] as number,
    member,
  }));
}

/** In metres, on a plane: what is far apart is far, to the metre it is told only near by. */
export function apart(a: Spot, b: Spot): number {
  return a.lng === b.lng && a.lat === b.lat ? 0 : metresBetween(a, b);
}

export function metresBetween(a: Pick<Spot, 'lng' | 'lat'>, b: Pick<Spot, 'lng' | 'lat'>): number {
  const scale = metresPerDegree((a.lat + b.lat) / 2);
  const east = (a.lng - b.lng) * scale.lng;
  const north = (a.lat - b.lat) * scale.lat;
  return Math.sqrt(east * east + north * north);
}
