/** Where the name of a unit can stand: on its own ground if it may, else beside it with a line to its middle. */
import type { Area } from '../../../domain/model/rows.ts';
import { prepareArea } from '../../../domain/unit/area.ts';
import type { Spot } from '../../../ui/map/placing.ts';
import { latOf, lngOf, worldX } from '../../../ui/map/world.ts';
import type { UnitName } from '../layers/baseDrawing.ts';
import { spotAt } from './spots.ts';

/** Pixels between the rows, and between the places in a row, that are tried. */
const ROW = 9;
const STEP = 14;
/** How far from the middle of its unit a name still says which one it is of. */
const REACH = 150;
/** A name that lies by all its width on a neighbour's ground is as bad as one so many pixels from its place. */
const OUTSIDE = 220;
/** By so much of its width it may reach over the border, and still be read as this unit's. */
const OVER = 0.34;
/** Alone, without what is said below it, by half: rather than leave its ground. */
const OVER_ALONE = 0.5;
/** How many of the best places are tried again where a road without a plan may lie under them. */
const ON_ROAD = 16;

/** Partly on a neighbour's ground a name stands only so near to its own (pixels). */
const NEAR = 70;
/** To be without what is said below it is as bad as to stand so many pixels farther away. */
const ALONE = 30;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a name has to know of where it is. */
export interface About {
  readonly scale: number;
  /** Whether a place is the ground of some unit. */
  readonly taken: (lng: number, lat: number) => boolean;
}

interface Spots {
  readonly own: readonly Spot[];
  /** Beside its ground, with a line to it. */
  readonly beside: readonly Spot[];
}

/**
 * In pixels of the world at a scale, the best first. `small`: the name without what else is said below it, for where there
 * is no room for both.
 */
export function nameSpots(name: UnitName, size: Size, small: Size, about: About): Spots {
  const [x, y] = [name.x * about.scale, name.y * about.scale];
  const tried = onItsGround(name, size, about, OVER);
  const alone = small.height < size.height ? onItsGround(name, small, about, OVER_ALONE) : [];
  return {
    own: [
      ...tried,
      ...tried.slice(0, ON_ROAD).map((s): Spot => ({ ...s, onRoad: true })),
      ...alone,
      ...alone.slice(0, ON_ROAD).map((s): Spot => ({ ...s, onRoad: true })),
    ],
    // Alone it finds a nearer place than with what is said below it.
    beside: [
      ...besideUnit(x, y, size, about),
      ...(small.height < size.height ? besideUnit(x, y, small, about, ALONE) : []),
    ]
      .sort((a, b) => a.cost - b.cost)
      .map((s) => s.spot),
  };
}

function onItsGround(name: UnitName, size: Size, { scale }: About, reach: number): readonly Spot[] {
  const [x, y] = [name.x * scale, name.y * scale];
  const over = reach * size.width;
  const tried: { readonly spot: Spot; readonly cost: number }[] = [];
  for (let row = y - REACH; row <= y + REACH; row += ROW)
    for (const part of partsOf(name.area, row, x, scale)) {
      const middle = (part.from + part.to) / 2;
      const slack = Math.max(0, (part.to - part.from - size.width) / 2 + over);
      const nearest = Math.max(middle - slack, Math.min(middle + slack, x));
      const [least, most] = [middle - slack, middle + slack];
      for (let at = nearest - Math.floor((nearest - least) / STEP) * STEP; at <= most; at += STEP) {
        const far = Math.hypot(at - x, (row - y) * 1.3);
        const [left, right] = [at - size.width / 2, at + size.width / 2];
        const outside = (Math.max(0, part.from - left) + Math.max(0, right - part.to)) / size.width;
        if (far > REACH || outside > 2 * reach) continue;
        const spot = spotAt(at, row, size);
        tried.push({ spot, cost: far + OUTSIDE * outside });
      }
    }
  return tried.sort((a, b) => a.cost - b.cost).map((s) => s.spot);
}

/**
 * Round about it, on nobody's ground if that is in reach, never mostly on another's: it would be read as that one's name.
 * `more`: what it costs besides.
 */
function besideUnit(
  x: number,
  y: number,
  size: Size,
  { scale, taken }: About,
  more = 0,
): readonly { readonly spot: Spot; readonly cost: number }[] {
  return [24, 44, 70, 100, 135].flatMap((far) =>
    Array.from({ length: 12 }, (_, i) => i).flatMap((i) => {
      const angle = (i * Math.PI) / 6;
      const [at, row] = [
        x + Math.cos(angle) * (far + size.width / 2),
        y + Math.sin(angle) * (far + size.height / 2),
      ];
      const foreign = [-0.5, 0, 0.5].filter((part) =>
        taken(lngOf((at + part * size.width) / scale), latOf(row / scale)),
      );
      if (foreign.length > 1 || (foreign.length > 0 && far > NEAR)) return [];
      const spot = spotAt(at, row, size, { from: [x, y] });
      return [{ spot, cost: more + far + 60 * foreign.length }];
    }),
  );
}

/** Where a row of the screen runs over the unit's own ground; where that is not known, about its middle. */
function partsOf(
  area: Area | null,
  row: number,
  x: number,
  scale: number,
): readonly { readonly from: number; readonly to: number }[] {
  if (area === null) return [{ from: x - REACH, to: x + REACH }];
  const lat = latOf(row / scale);
  const { box, rings } = prepareArea(area);
  if (lat < box[1] || lat > box[3]) return [];
  const [west, east] = [lngOf((x - 2 * REACH) / scale), lngOf((x + 2 * REACH) / scale)];
  const crossings: number[] = [];
  for (const ring of rings) {
    const last = ring.length / 2 - 1;
    for (let i = 0, j = last; i <= last; j = i++) {
      const [yi, yj] = [ring[2 * i + 1] as number, ring[2 * j + 1] as number];
      if (yi > lat === yj > lat) continue;
      const [xi, xj] = [ring[2 * i] as number, ring[2 * j] as number];
      crossings.push(Math.max(west, Math.min(east, xi + ((xj - xi) * (lat - yi)) / (yj - yi))));
    }
  }
  crossings.sort((a, b) => a - b);
  const parts = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i] as number, crossings[i + 1] as number];
    if (to > from) parts.push({ from: worldX(from) * scale, to: worldX(to) * scale });
  }
  return parts;
}
