/** A small map of what stands off the roads: where it is, by the roads around. North is up. */
import { metresPerDegree } from '../../domain/geo/geodesic.ts';
import type { LngLatPair, Tables } from '../../domain/model/rows.ts';
import { placeAround } from '../../domain/place/placeOf.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import type { SheetLine } from '../../domain/sheet/sheetLines.ts';
import type { Strip } from './sheet.ts';
import { shortened } from './shortened.ts';
import { spread } from './spread.ts';
import { WIDTH } from './strip.ts';

const HEIGHT = 170;
const PADDING = 40;
/** Metres across that the map shows at least: with less, nobody knows where they are. */
const LEAST_M = 800;
const NAME = 40;

type Point = readonly [number, number];

interface Numbered {
  readonly line: SheetLine;
  readonly number: number | null;
}

/** Null where nothing has a place. */
export function layMap(tables: Tables, lines: readonly Numbered[]): Strip | null {
  const points = lines.flatMap(({ line, number }) => {
    const { coordinate } = line.placement;
    return coordinate === null || number === null ? [] : [{ coordinate, number }];
  });
  const [first] = points;
  if (first === undefined) return null;
  const frame = frameOf(points.map((p) => p.coordinate));
  const places = points.map(({ coordinate, number }) => {
    const [x, y] = frame.toPaper(coordinate);
    return { numbers: [number], x, y };
  });
  const named = new Map<string, Strip['features'][number]>();
  for (const { coordinate } of points) {
    const place = placeAround(tables, coordinate);
    if (place === null) continue;
    const [x, y] = frame.toPaper(coordinate);
    named.set(place.id, { x, y, label: shortened(place.name, NAME), shape: 'none' });
  }
  const roads = roadsOn(tables, frame);
  return {
    width: WIDTH,
    height: HEIGHT,
    line: [],
    others: roads.map(({ line }) => line),
    positions: [],
    places: spread(places, WIDTH, HEIGHT),
    posts: [],
    features: [...named.values(), ...roads.flatMap(({ name }) => name)],
    north: 0,
    kilometre: frame.scale * 1000,
  };
}

interface Frame {
  readonly scale: number;
  readonly toPaper: (p: LngLatPair) => Point;
}

function frameOf(coordinates: readonly LngLatPair[]): Frame {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of coordinates)
    [w, s, e, n] = [Math.min(w, lng), Math.min(s, lat), Math.max(e, lng), Math.max(n, lat)];
  const middle: LngLatPair = [(w + e) / 2, (s + n) / 2];
  const metres = metresPerDegree(middle[1]);
  const across = Math.max(LEAST_M, (e - w) * metres.lng);
  const up = Math.max((LEAST_M * HEIGHT) / WIDTH, (n - s) * metres.lat);
  const scale = Math.min((WIDTH - 2 * PADDING) / across, (HEIGHT - 2 * PADDING) / up);
  return {
    scale,
    toPaper: ([lng, lat]) => [
      WIDTH / 2 + (lng - middle[0]) * metres.lng * scale,
      HEIGHT / 2 - (lat - middle[1]) * metres.lat * scale,
    ],
  };
}

/** The pieces of roads that touch the map, each with its name once. */
function roadsOn(tables: Tables, { toPaper }: Frame) {
  return [...tables.road.values()].flatMap((road) => {
    const line = road.line.map(toPaper);
    const pieces: Point[][] = [];
    let open: Point[] | null = null;
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1] as Point, line[i] as Point];
      if (!touches(a, b)) {
        open = null;
        continue;
      }
      if (open === null) {
        open = [a];
        pieces.push(open);
      }
      open.push(b);
    }
    return pieces.map((piece, i) => {
      const inside = piece.filter(isInside);
      const at = inside[Math.floor(inside.length / 2)];
      const name =
        i > 0 || at === undefined
          ? []
          : [{ x: at[0], y: at[1], label: shortened(roadLabel(road), NAME), shape: 'none' as const }];
      return { line: piece, name };
    });
  });
}

function isInside([x, y]: Point): boolean {
  return x > 8 && x < WIDTH - 8 && y > 12 && y < HEIGHT - 12;
}

/** Whether a segment's box meets the map's: what lies outside after all is cut off where it is drawn. */
function touches([ax, ay]: Point, [bx, by]: Point): boolean {
  return (
    Math.max(ax, bx) >= 0 && Math.min(ax, bx) <= WIDTH && Math.max(ay, by) >= 0 && Math.min(ay, by) <= HEIGHT
  );
}
