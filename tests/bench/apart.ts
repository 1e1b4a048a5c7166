import type { Positions } from '../../src/domain/layout/layOut.ts';

/** Each position by itself, as single things are: a batch has one place only where it is one. */
export function apart(p: Positions): Positions[] {
  return Array.from({ length: p.count }, (_, i) => ({
    count: 1,
    chainage: p.chainage.slice(i, i + 1),
    lng: p.lng.slice(i, i + 1),
    lat: p.lat.slice(i, i + 1),
    side: p.side.slice(i, i + 1),
    ordinal: p.ordinal.slice(i, i + 1),
  }));
}
