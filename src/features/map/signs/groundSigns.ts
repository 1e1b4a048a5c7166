/** The words and marks of the ground, as signs: numbers of roads, names, kilometre posts, bridges, named places. */
import type { Area, Id } from '../../../domain/model/rows.ts';
import { isInside } from '../../../domain/unit/area.ts';
import { type Box, boxAround, type Spot } from '../../../ui/map/placing.ts';
import { roadWidth } from '../../../ui/map/roadPainter.ts';
import { type BaseDrawing, type PlaceMark, rankOf, type UnitName } from '../layers/baseDrawing.ts';
import { PLATE } from '../layers/placeMarks.ts';
import { type MapSign, RANK } from './mapSign.ts';
import { type About, nameSpots } from './nameSpots.ts';
import { ALL_FROM_ZOOM } from './ranges.ts';
import { besideRoad, roundAbout, spotAt } from './spots.ts';

/** How wide a text is in a font, in pixels. */
export type Measure = (text: string, font: string) => number;

const FAMILY = "'Be Vietnam Pro', sans-serif";
export const FONTS = {
  shield: `700 11px ${FAMILY}`,
  post: `500 10.5px ${FAMILY}`,
  name: `600 12.5px ${FAMILY}`,
  town: `700 14px ${FAMILY}`,
  smallName: `600 11.5px ${FAMILY}`,
  smallTown: `700 12.5px ${FAMILY}`,
  share: `500 11px ${FAMILY}`,
  place: `500 11.5px ${FAMILY}`,
  neighbour: `italic 500 12.5px ${FAMILY}`,
  water: `italic 500 11.5px ${FAMILY}`,
} as const;

/** Pixels between two numbers of one road. */
const SHIELDS_APART = 240;
const FEATURE = 17;
const NAMES_FROM_ZOOM = 8.5;
/** Where a district fits into the width of a telephone, its names are smaller. */
const SMALL_BELOW_ZOOM = 10.3;
/** Farther away a district is a stamp: the tint says how far a unit is, and what finds no room on its ground is left out. */
const SHARES_FROM_ZOOM = 9.8;
const TIED_FROM_ZOOM = 9.3;

export interface Ground {
  readonly drawing: BaseDrawing;
  /** The one feature or place that is selected. */
  readonly selected: Id | null;
  readonly shareText: (share: number) => string;
}

/** In pixels of the world; only what lies in the region. */
export function groundSigns(
  { drawing, selected, shareText }: Ground,
  zoom: number,
  region: Box,
  measure: Measure,
): MapSign[] {
  const scale = 256 * 2 ** zoom;
  const inside = (at: { readonly x: number; readonly y: number }, margin = 0) =>
    at.x * scale > region.left - margin &&
    at.x * scale < region.right + margin &&
    at.y * scale > region.top - margin &&
    at.y * scale < region.bottom + margin;
  const rankOr = (id: Id, rank: number) => (id === selected ? RANK.selected : rank);
  const signs: MapSign[] = [];

  for (const feature of drawing.features) {
    if (!inside(feature) || (zoom < ALL_FROM_ZOOM && feature.id !== selected)) continue;
    const size = { width: FEATURE, height: FEATURE };
    const spots = [
      spotAt(feature.x * scale, feature.y * scale, size, { onRoad: true }),
      ...besideRoad(feature, size, zoom, { sides: [1, -1], gaps: [9, 20] }),
    ];
    signs.push({
      kind: 'feature',
      key: `feature ${feature.id}`,
      rank: rankOr(feature.id, RANK.feature),
      feature,
      spots,
    });
  }

  for (const [i, shield] of drawing.shields.entries()) {
    if (!inside(shield) || zoom < NAMES_FROM_ZOOM || (rankOf(shield.class) === 2 && zoom < 13)) continue;
    const size = { width: measure(shield.text, FONTS.shield) + 14, height: 20 };
    const spots = [
      // Nearer, a road is broad enough for its number.
      ...(roadWidth(zoom) > 8 ? [spotAt(shield.x * scale, shield.y * scale, size, { onRoad: true })] : []),
      ...besideRoad(shield, size, zoom, { sides: [1, -1], gaps: [10, 18, 30] }),
    ];
    const { roadId, text } = shield;
    const apart = { of: text, pixels: SHIELDS_APART };
    signs.push({
      kind: 'shield',
      key: `shield ${text} ${i}`,
      rank: RANK.shield,
      roadId,
      text,
      class: shield.class,
      spots,
      apart,
      legible: 'only',
    });
  }

  const areas = drawing.names.flatMap(({ area }) => area ?? []).map((polygon): Area => [polygon]);
  const taken = (lng: number, lat: number) => areas.some((area) => isInside(area, lng, lat));
  // A town's name chooses before those of communes: it is the shortest way to find one's own.
  for (const name of drawing.names.toSorted((a, b) => Number(b.town) - Number(a.town))) {
    if (zoom < NAMES_FROM_ZOOM || !inside(name, 200)) continue;
    signs.push(nameSign(name, shareText, measure, { scale, taken }, zoom));
  }

  const step = postStep(zoom);
  for (const post of drawing.posts) {
    if (step === 0 || post.km % step !== 0 || !inside(post)) continue;
    // In a town every street begins at Km 0: nobody needs to read that many times over.
    if (post.roadRank === 2 && (zoom < ALL_FROM_ZOOM || post.km === 0)) continue;
    const size = { width: measure(postText(post.km), FONTS.post) + 12, height: 18 };
    const spots = besideRoad(post, size, zoom, { sides: [-1, 1], gaps: [12, 22, 34] });
    signs.push({
      kind: 'post',
      key: `post ${post.roadId} ${post.km}`,
      rank: RANK.post,
      post,
      spots,
      legible: 'only',
    });
  }

  for (const place of drawing.places) {
    if (!inside(place)) continue;
    if (place.kind === 'neighbour' || place.kind === 'water') {
      const water = place.kind === 'water';
      if (zoom < (water ? 10.5 : 8)) continue;
      const font = water ? FONTS.water : FONTS.neighbour;
      const size = { width: measure(place.text, font) + 6, height: 16 };
      const [x, y] = [place.x * scale, place.y * scale];
      const spots = [spotAt(x, y, size), ...roundAbout(x, y, size, [0.6, 1.1])].map(({ from: _, ...s }) => s);
      signs.push({
        kind: 'word',
        key: `word ${place.id}`,
        rank: RANK.word,
        text: place.text,
        water,
        spots,
        legible: 'only',
      });
      continue;
    }
    if (zoom < ALL_FROM_ZOOM && place.id !== selected) continue;
    const spots = placeSpots(place, scale, measure);
    signs.push({
      kind: 'place',
      key: `place ${place.id}`,
      rank: rankOr(place.id, RANK.place),
      place,
      spots,
      legible: 'rather',
    });
  }
  return signs;
}

export function postText(km: number): string {
  return `Km ${km}`;
}

/** Kilometre posts shown: all from zoom 12.5, every fifth from 11, every tenth from 9. */
function postStep(zoom: number): number {
  if (zoom >= 12.5) return 1;
  if (zoom >= 11) return 5;
  return zoom >= 9 ? 10 : 0;
}

/** Height of a name, and of a name with a share below it. */
export const NAME_HEIGHT = 17;
export const SHARED_HEIGHT = 31;
/** Room for the tick before what is done. */
export const TICK = 11;

function nameSign(
  name: UnitName,
  shareText: Ground['shareText'],
  measure: Measure,
  about: About,
  zoom: number,
): MapSign {
  const { text, town } = name;
  const share =
    name.share === null || zoom < SHARES_FROM_ZOOM || zoom >= ALL_FROM_ZOOM ? null : shareText(name.share);
  const done = name.share !== null && name.share >= 1;
  const font = zoom < SMALL_BELOW_ZOOM ? (town ? 'smallTown' : 'smallName') : town ? 'town' : 'name';
  const wide = measure(text, FONTS[font]) + 8;
  const below = share === null ? 0 : measure(share, FONTS.share) + (done ? 2 * TICK : 0) + 8;
  const size = { width: Math.max(wide, below), height: share === null ? NAME_HEIGHT : SHARED_HEIGHT };
  const { own, beside } = nameSpots(name, size, { width: wide, height: NAME_HEIGHT }, about);
  const key = `name ${text} ${name.x}`;
  return {
    kind: 'name',
    key,
    rank: RANK.name,
    text,
    font,
    share,
    done,
    spots: own,
    legible: 'rather',
    otherwise: zoom < TIED_FROM_ZOOM ? [] : beside,
  };
}

/** The plate at the place, its name on any side of it; without a name where there is no room for one. */
function placeSpots({ x, y, text }: PlaceMark, scale: number, measure: Measure): readonly Spot[] {
  const side = 2 * PLATE + 3;
  const width = measure(text, FONTS.place) + 4;
  const plates = [
    spotAt(x * scale, y * scale, { width: side, height: side }, { onRoad: true }),
    ...roundAbout(x * scale, y * scale, { width: side, height: side }, [1.4, 2.2]),
  ];
  const named = plates.flatMap((plate) =>
    (
      [
        [(width + side) / 2, 0],
        [-(width + side) / 2, 0],
        [0, side / 2 + 8],
        [0, -side / 2 - 8],
      ] as const
    ).map(
      ([dx, dy]): Spot => ({
        ...plate,
        boxes: [...plate.boxes, boxAround(plate.x + dx, plate.y + dy, width, 15)],
      }),
    ),
  );
  return [...named, ...plates];
}
