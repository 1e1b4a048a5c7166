/** Lays a section of road out on paper: turned so that it runs from left to right, as large as the page allows. */
import { metresPerDegree } from '../../domain/geo/geodesic.ts';
import type { RoadFeature } from '../../domain/model/entities/roadFeature.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { lineBetween, type MeasuredRoad, placeAt } from '../../domain/road/measuredRoad.ts';
import type { Section } from '../../domain/road/sections.ts';
import type { Standing } from '../../domain/sheet/sheetLines.ts';
import type { MarkShape, Strip } from './sheet.ts';
import { shortened } from './shortened.ts';
import { spread } from './spread.ts';

export const WIDTH = 456;
const TALLEST = 190;
const LOWEST = 124;
const PADDING = { x: 30, y: 40 };
/** Points between the middle of the road and a mark beside it: true offsets would vanish at this scale. */
const BESIDE = 8;
/** Marks of a stretch on one strip: twice as many as every 10 m on both sides of the longest usual strip. */
const MOST_MARKS = 1600;
/** Letters of a name on a strip. */
const NAME = 40;

type Point = readonly [number, number];

interface Stretch {
  readonly mark: MarkShape;
  readonly positions: Standing;
}

interface Place {
  readonly number: number;
  readonly chainage: number;
  readonly side: number;
}

/** From chainage to paper: the middle of the road, and the unit vector to its right. */
type OnPaper = (chainage: number) => { x: number; y: number; nx: number; ny: number } | null;

export function layStrip(
  road: MeasuredRoad,
  section: Section,
  stretches: readonly Stretch[],
  places: readonly Place[],
  features: readonly RoadFeature[],
): Strip {
  const frame = frameOf(road, section);
  const { onPaper } = frame;
  return {
    width: WIDTH,
    height: frame.height,
    line: frame.line,
    others: [],
    positions: stretches.flatMap(({ mark, positions }) => {
      return positions.count === 0 ? [] : [{ mark, ...beside(road, positions, onPaper) }];
    }),
    places: spread(
      places.flatMap((p) => {
        const at = onPaper(p.chainage);
        if (at === null) return [];
        const away = p.side === 0 ? 0 : BESIDE + 14;
        return [
          {
            numbers: [p.number],
            x: at.x + at.nx * away * (p.side || 1),
            y: at.y + at.ny * away * (p.side || 1),
          },
        ];
      }),
      WIDTH,
      frame.height,
    ),
    posts: postsIn(section, onPaper),
    features: features.flatMap((f) => {
      const middle = (f.from + f.to) / 2;
      const at = middle >= section.from && middle <= section.to ? onPaper(middle) : null;
      return at === null
        ? []
        : [
            {
              x: at.x,
              y: at.y,
              label: shortened(f.name, NAME),
              shape: f.kind === 'bridge' ? 'bridge' : 'cross',
            },
          ];
    }),
    north: frame.north,
    kilometre: frame.scale * 1000,
  };
}

function frameOf(road: MeasuredRoad, section: Section) {
  const coordinates = lineBetween(road, section.from, section.to);
  const [origin] = coordinates as [readonly [number, number]];
  const metres = metresPerDegree(origin[1]);
  const flat = coordinates.map(
    ([lng, lat]): Point => [(lng - origin[0]) * metres.lng, (origin[1] - lat) * metres.lat],
  );
  const end = flat[flat.length - 1] as Point;
  const turn = -Math.atan2(end[1], end[0]);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const rotate = ([x, y]: Point): Point => [x * cos - y * sin, x * sin + y * cos];
  const turned = flat.map(rotate);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of turned) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const scale = Math.min(
    (WIDTH - 2 * PADDING.x) / Math.max(1, right - left),
    (TALLEST - 2 * PADDING.y) / Math.max(1, bottom - top),
  );
  const height = Math.max(LOWEST, (bottom - top) * scale + 2 * PADDING.y);
  const dx = (WIDTH - (right - left) * scale) / 2 - left * scale;
  const dy = (height - (bottom - top) * scale) / 2 - top * scale;
  const toPaper = (p: Point): Point => [p[0] * scale + dx, p[1] * scale + dy];
  const onPaper: OnPaper = (chainage) => {
    const place = placeAt(road, chainage);
    if (!place.ok) return null;
    const flatPoint: Point = [
      (place.value.lng - origin[0]) * metres.lng,
      (origin[1] - place.value.lat) * metres.lat,
    ];
    const [x, y] = toPaper(rotate(flatPoint));
    const bearing = (place.value.bearing * Math.PI) / 180;
    const [nx, ny] = rotate([Math.cos(bearing), Math.sin(bearing)]);
    return { x, y, nx, ny };
  };
  return { line: visible(turned.map(toPaper)), height, scale, onPaper, north: (turn * 180) / Math.PI };
}

/** A line without the vertices that nobody would see: a surveyed road has one every few metres. */
function visible(line: readonly Point[]): Point[] {
  const kept: Point[] = [];
  line.forEach((p, i) => {
    const last = kept[kept.length - 1];
    const far = last === undefined || Math.hypot(p[0] - last[0], p[1] - last[1]) > 0.4;
    if (far || i === line.length - 1) kept.push(p);
  });
  return kept;
}

/** A chainage on the road: what lies beyond an end is drawn at it, as on the map. */
export function clampedTo(road: MeasuredRoad, chainage: number): number {
  return Math.max(road.minChainage, Math.min(road.maxChainage, chainage));
}

function beside(road: MeasuredRoad, positions: Standing, onPaper: OnPaper) {
  const every = Math.ceil(positions.count / MOST_MARKS);
  const [points, done]: [Point[], Point[]] = [[], []];
  for (let i = 0; i < positions.count; i += every) {
    const at = onPaper(clampedTo(road, positions.chainage[i] as number));
    const side = positions.side[i] as number;
    if (at === null) continue;
    const point = [at.x + at.nx * BESIDE * side, at.y + at.ny * BESIDE * side] as const;
    (positions.done[i] === 1 ? done : points).push(point);
  }
  return { count: positions.count, points, done };
}

function postsIn(section: Section, onPaper: OnPaper): Strip['posts'] {
  const length = section.to - section.from;
  const step = [100, 500, 1000, 2000, 5000, 10_000, 50_000].find((s) => length / s <= 9) ?? 500_000;
  const posts = [];
  for (let c = Math.ceil(section.from / step) * step; c <= section.to; c += step) {
    const at = onPaper(c);
    const label = c % 1000 === 0 ? `Km ${c / 1000}` : formatChainage(c);
    if (at !== null) posts.push({ ...at, label });
  }
  return posts;
}
