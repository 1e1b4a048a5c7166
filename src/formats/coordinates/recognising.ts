/** Which system the coordinates of a file are in: by what it declares, or by where the numbers would lie. */
import type { GeoFeature } from '../../domain/geo/geoFeature.ts';
import { conversionOf, samplePairs } from './converting.ts';
import { declaredSystem } from './declared.ts';
import { type CoordinateSystem, SYSTEMS, swappedOf } from './systems.ts';

/** West, south, east, north in degrees. */
export type Ground = readonly [west: number, south: number, east: number, north: number];

/** Where the systems of Vietnam are used (EPSG:4756): what lands elsewhere is in none of them. */
const VIETNAM: Ground = [102, 8, 110, 23.6];

export interface SystemFound {
  /** What the numbers may be, the likeliest first; a single one that is degrees needs no conversion. */
  readonly systems: readonly CoordinateSystem[];
  /** By what it is known: the file says it, or the first alone lands where the campaign is; else somebody has to say. */
  readonly by: 'file' | 'ground' | 'nobody';
  /** A place of the file as it is written, and where the first system puts it. */
  readonly example: {
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
  } | null;
}

const LOOKED_AT = 200;
/** Degrees about the ground of a campaign in which a file of it may lie: zones beside each other are a quarter apart. */
const ABOUT = 0.03;
/** So much more must land on the ground by the first than by any other. */
const CLEARLY = 0.25;
/** Of what is looked at, so much must land there. */
const MOST = 0.6;

/** `ground` is where the campaign is, null while it has none. */
export async function systemOf(
  features: readonly GeoFeature[],
  crs: string | null,
  ground: Ground | null,
): Promise<SystemFound> {
  const pairs = samplePairs(features, LOOKED_AT);
  const declared = crs === null ? null : declaredSystem(crs);
  const candidates = SYSTEMS.filter(({ kind }) => kind !== 'vn2000').flatMap((s) => [s, swappedOf(s)]);
  const found = async (systems: readonly CoordinateSystem[], by: SystemFound['by']): Promise<SystemFound> => {
    const [first] = systems;
    const [from] = pairs;
    if (first === undefined || from === undefined) return { systems, by, example: null };
    return { systems, by, example: { from, to: (await conversionOf(first))(...from) } };
  };
  if (pairs.length === 0) return found(SYSTEMS.slice(0, 1), 'file');
  // A file may declare what it is not in: a name of VN-2000 beside degrees, axes the other way round.
  const said = declared === null ? [] : [declared, swappedOf(declared)];
  for (const system of said)
    if ((await shareIn(system, pairs, isWorldwide(system) ? null : VIETNAM)) >= MOST)
      return found([system, ...candidates.filter((s) => s.id !== system.id)], 'file');
  const degrees = SYSTEMS[0] as CoordinateSystem;
  const near = ground === null ? null : widened(ground, ABOUT);
  const scored: { readonly system: CoordinateSystem; readonly inGround: number; readonly inLand: number }[] =
    [];
  for (const system of candidates) {
    const inLand = await shareIn(system, pairs, system.kind === 'degrees' ? null : VIETNAM);
    if (inLand < MOST) continue;
    scored.push({ system, inLand, inGround: near === null ? 0 : await shareIn(system, pairs, near) });
  }
  const onGround = scored.filter((s) => s.inGround >= MOST).sort((a, b) => b.inGround - a.inGround);
  const [best, next] = onGround;
  if (best !== undefined) {
    const rest = scored.filter((s) => s !== best).sort((a, b) => b.inGround - a.inGround);
    const sure =
      best.system.kind === 'degrees' || next === undefined || next.inGround < best.inGround - CLEARLY;
    return found([best.system, ...rest.map((s) => s.system)], sure ? 'ground' : 'nobody');
  }
  // Degrees far from the ground are degrees: a file of another district is previewed where it lies.
  const asTheyAre = scored.find((s) => s.system.id === 'degrees');
  if (asTheyAre !== undefined)
    return found([degrees, ...scored.filter((s) => s !== asTheyAre).map((s) => s.system)], 'file');
  const swapped = scored.find((s) => s.system.id === 'degrees-swapped');
  if (swapped !== undefined) return found([swapped.system], 'ground');
  return found(
    scored.length === 0 ? [degrees] : scored.map((s) => s.system),
    scored.length === 0 ? 'file' : 'nobody',
  );
}

function isWorldwide({ kind, swapped }: CoordinateSystem): boolean {
  return !swapped && (kind === 'degrees' || kind === 'web-mercator');
}

function widened([w, s, e, n]: Ground, by: number): Ground {
  return [w - by, s - by, e + by, n + by];
}

/** The share of the pairs that a system puts into a box; null stands for the whole earth. */
async function shareIn(
  system: CoordinateSystem,
  pairs: readonly [number, number][],
  box: Ground | null,
): Promise<number> {
  const convert = await conversionOf(system);
  const [w, s, e, n] = box ?? [-180, -90, 180, 90];
  const inside = pairs.filter(([x, y]) => {
    const [lng, lat] = convert(x, y);
    return lng >= w && lng <= e && lat >= s && lat <= n;
  });
  return inside.length / pairs.length;
}
