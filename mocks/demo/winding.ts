/** Schematic lines of the demonstrations, drawn by rule from a few places: they are no survey, and the map says so. */
import type { LngLatPair } from '../../src/domain/model/rows.ts';

/** `105.8732 21.8554, 105.8632 21.8604`: longitude and latitude, as many places as there are. */
export function places(text: string): LngLatPair[] {
  return text.split(',').map((pair) => {
    const [lng = Number.NaN, lat = Number.NaN] = pair.trim().split(/\s+/).map(Number);
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) throw new Error(`no place: ${pair}`);
    return [lng, lat];
  });
}

/**
 * A line through places, bent softly (Catmull–Rom) and rippled by some degrees, as hills and the roads in them are.
 * It passes through each of the places.
 */
export function winding(through: readonly LngLatPair[], ripple: number, perLeg = 24): LngLatPair[] {
  const points: LngLatPair[] = [];
  const at = (i: number) => through[Math.max(0, Math.min(through.length - 1, i))] as LngLatPair;
  for (let leg = 0; leg < through.length - 1; leg++) {
    const [p0, p1, p2, p3] = [at(leg - 1), at(leg), at(leg + 1), at(leg + 2)];
    for (let i = 0; i < perLeg; i++) {
      const t = i / perLeg;
      const x = bend(p0[0], p1[0], p2[0], p3[0], t);
      const y = bend(p0[1], p1[1], p2[1], p3[1], t);
      const wave = Math.sin((leg + t) * 7.3) * Math.sin(t * Math.PI) * ripple;
      points.push([round(x + wave), round(y + wave * 0.35)]);
    }
  }
  points.push(at(through.length - 1));
  return points;
}

function bend(a: number, b: number, c: number, d: number, t: number): number {
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  );
}

/** A tenth of a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
