/** Lays a section of road out on paper: turned so that it runs from left to right, as large as the page allows. */
import { metresPerDegree } from '../../domain/geo/geodesic.ts';
import type { RoadFeature } from '../../domain/model/rows.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { lineBetween, type MeasuredRoad, placeAt } from '../../domain/road/measuredRoad.ts';
import type { Section } from '../../domain/road/sections.ts';
import type { MarkShape, Strip } from './sheet.ts';
import type { PaperPositions } from './sheetLines.ts';

const WIDTH = 456;
const TALLEST = 170;
const LOWEST = 92;
const PADDING = { x: 26, y: 34 };
/** Points between the middle of the road and a mark beside it: true offsets would vanish at this scale. */
const BESIDE = 8;

type Point = readonly [number, number];

interface Stretch {
  readonly mark: MarkShape;
  readonly positions: PaperPositions;
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
  // What lies beyond the road's end stands on its last metre, as on the map.
  const inside = (c: number) => {
    const at = Math.min(road.maxChainage, Math.max(road.minChainage, c));
    return at >= section.from - 0.5 && at <= section.to + 0.5;
  };
  return {
    title: `${formatChainage(section.from)} – ${formatChainage(section.to)}`,
    width: WIDTH,
    height: frame.height,
    line: frame.line,
    positions: stretches.map(({ mark, positions }) => ({ mark, points: beside(positions, inside, onPaper) })),
    places: spread(
      places.flatMap((p) => {
        const at = inside(p.chainage) ? onPaper(p.chainage) : null;
        if (at === null) return [];
        const away = p.side === 0 ? 0 : BESIDE + 13;
        return [
          {
            number: p.number,
            x: at.x + at.nx * away * (p.side || 1),
            y: at.y + at.ny * away * (p.side || 1),
          },
        ];
      }),
    ),
    posts: postsIn(section, onPaper),
    features: features.flatMap((f) => {
      const middle = (f.from + f.to) / 2;
      const at = inside(middle) ? onPaper(middle) : null;
      return at === null ? [] : [{ x: at.x, y: at.y, label: f.name, bridge: f.kind === 'bridge' }];
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
  const xs = turned.map((p) => p[0]);
  const ys = turned.map((p) => p[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (WIDTH - 2 * PADDING.x) / Math.max(1, right - left),
    (TALLEST - 2 * PADDING.y) / Math.max(1, bottom - top),
  );
  const height = Math.max(LOWEST, (bottom - top) * scale + 2 * PADDING.y);
  const dx = (WIDTH - (right - left) * scale) / 2 - left * scale;
  const dy = (height - (bottom - top) * scale) / 2 - top * scale;
  const toPaper = (p: Point): Point => [p[0] * scale + dx, p[1] * scale + dy];
  const onPaper: OnPaper = (chainage) => {
    const place = placeAt(road, Math.min(road.maxChainage, Math.max(road.minChainage, chainage)));
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
  return { line: turned.map(toPaper), height, scale, onPaper, north: (turn * 180) / Math.PI };
}

function beside(positions: PaperPositions, inside: (c: number) => boolean, onPaper: OnPaper): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < positions.count; i++) {
    const chainage = positions.chainage[i] as number;
    const at = inside(chainage) ? onPaper(chainage) : null;
    const side = positions.side[i] as number;
    if (at !== null) points.push([at.x + at.nx * BESIDE * side, at.y + at.ny * BESIDE * side]);
  }
  return points;
}

/** Numbers that would cover each other step aside along the road. */
function spread<P extends { x: number; y: number }>(places: readonly P[]): P[] {
  const done: P[] = [];
  for (const place of places) {
    let { x } = place;
    while (done.some((d) => Math.hypot(d.x - x, d.y - place.y) < 14)) x += 7;
    done.push({ ...place, x });
  }
  return done;
}

function postsIn(section: Section, onPaper: OnPaper): Strip['posts'] {
  const length = section.to - section.from;
  const step = length > 2500 ? 1000 : length > 900 ? 500 : 100;
  const posts = [];
  for (let c = Math.ceil(section.from / step) * step; c <= section.to; c += step) {
    const at = onPaper(c);
    const label = c % 1000 === 0 ? `Km ${c / 1000}` : formatChainage(c);
    if (at !== null) posts.push({ ...at, label });
  }
  return posts;
}
