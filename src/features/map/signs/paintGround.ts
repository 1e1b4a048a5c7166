/** Paints the words and marks of the ground at the spots that they were given, in pixels of the canvas. */
import type { RoadClass } from '../../../domain/model/entities/road.ts';
import type { FeatureKind } from '../../../domain/model/entities/roadFeature.ts';
import type { Spot } from '../../../ui/map/placing.ts';
import { drawPlate } from '../layers/placeMarks.ts';
import { FONTS, NAME_HEIGHT, postText, SHARED_HEIGHT, TICK } from './groundSigns.ts';
import type { MapSign } from './mapSign.ts';

export interface Paper {
  readonly c: CanvasRenderingContext2D;
  readonly dark: boolean;
  /** The one row of the ground that is selected. */
  readonly chosen: string | null;
}

type SignOf<K extends MapSign['kind']> = Extract<MapSign, { readonly kind: K }>;

const SHIELD_FILL: Readonly<Record<RoadClass, string>> = {
  national: '#96642B',
  provincial: '#7E7345',
  district: '#6D6A64',
  commune: '#6D6A64',
  street: '#6D6A64',
  other: '#6D6A64',
};

/** From a sign to what it belongs to, where it does not stand there. */
export function paintTie({ c, dark }: Paper, { x, y, from }: Spot): void {
  if (from === undefined) return;
  c.strokeStyle = dark ? '#B9B1A6' : '#7B756C';
  c.lineWidth = 1;
  c.beginPath();
  c.moveTo(from[0], from[1]);
  c.lineTo(x, y);
  c.stroke();
}

type GroundSign = Exclude<MapSign, { readonly kind: 'point' | 'finding' }>;

export function paintGround(paper: Paper, sign: GroundSign, spot: Spot): void {
  if (sign.kind === 'feature') paintFeature(paper, sign, spot);
  else if (sign.kind === 'shield') paintShield(paper, sign, spot);
  else if (sign.kind === 'name') paintName(paper, sign, spot);
  else if (sign.kind === 'place') paintPlace(paper, sign, spot);
  else if (sign.kind === 'post') paintPost(paper, sign, spot);
  else paintWord(paper, sign, spot);
}

function paintShield({ c }: Paper, sign: SignOf<'shield'>, { x, y, boxes }: Spot): void {
  const width = widthOf(boxes) - 2;
  c.fillStyle = SHIELD_FILL[sign.class];
  c.beginPath();
  c.roundRect(x - width / 2, y - 9, width, 18, 4);
  c.fill();
  c.font = FONTS.shield;
  c.fillStyle = '#FFFFFF';
  c.fillText(sign.text, x, y + 0.5);
}

function paintName(paper: Paper, sign: SignOf<'name'>, { x, y, boxes: [box], from }: Spot): void {
  const { c, dark } = paper;
  if (from !== undefined) {
    c.fillStyle = dark ? '#D8D1C5' : '#4A443D';
    c.beginPath();
    c.arc(from[0], from[1], 2.2, 0, 2 * Math.PI);
    c.fill();
  }
  const share = box !== undefined && box.bottom - box.top >= SHARED_HEIGHT ? sign.share : null;
  const first = share === null ? y : y - 7;
  c.font = FONTS[sign.font];
  withHalo(paper, sign.text, x, first, dark ? '#EAE3D7' : '#2E2A26');
  if (share === null) return;
  const [below, green] = [first + NAME_HEIGHT - 2, dark ? '#A9D4B2' : '#2B5F38'];
  c.font = FONTS.share;
  withHalo(paper, share, sign.done ? x + TICK / 2 : x, below, green);
  if (!sign.done) return;
  // Drawn, because the typeface has none.
  const left = x - c.measureText(share).width / 2 - TICK / 2;
  c.strokeStyle = green;
  c.lineWidth = 1.8;
  c.beginPath();
  c.moveTo(left + 1, below);
  c.lineTo(left + 3.5, below + 3);
  c.lineTo(left + 8, below - 3.5);
  c.stroke();
}

function paintPost({ c, dark }: Paper, { post }: SignOf<'post'>, { x, y, boxes }: Spot): void {
  const width = widthOf(boxes) - 2;
  c.font = FONTS.post;
  c.strokeStyle = dark ? '#8E887E' : '#A39B90';
  c.lineWidth = 1;
  c.fillStyle = dark ? '#211E1B' : '#FFFFFF';
  c.beginPath();
  c.roundRect(x - width / 2, y - 8, width, 16, 4);
  c.fill();
  c.stroke();
  c.fillStyle = dark ? '#F3EFE8' : '#3A3632';
  c.fillText(postText(post.km), x, y + 0.5);
}

function paintPlace(paper: Paper, { place }: SignOf<'place'>, { x, y, boxes }: Spot): void {
  const { kind, text, id } = place;
  if (kind === 'neighbour' || kind === 'water') return;
  drawPlate(paper.c, kind, [x, y], { dark: paper.dark, chosen: id === paper.chosen });
  const [, name] = boxes;
  if (name === undefined) return;
  paper.c.font = FONTS.place;
  withHalo(
    paper,
    text,
    (name.left + name.right) / 2,
    (name.top + name.bottom) / 2,
    paper.dark ? '#D8D1C5' : '#4A443D',
  );
}

function paintWord(paper: Paper, { text, water }: SignOf<'word'>, { x, y }: Spot): void {
  const { dark } = paper;
  paper.c.font = water ? FONTS.water : FONTS.neighbour;
  const ink = water ? (dark ? '#8FB3CC' : '#3F6E8F') : dark ? '#A39B90' : '#6D665D';
  withHalo(paper, text, x, y, ink);
}

function paintFeature({ c, dark, chosen }: Paper, { feature }: SignOf<'feature'>, { x, y }: Spot): void {
  const isChosen = feature.id === chosen;
  c.fillStyle = dark ? '#211E1B' : '#FFFFFF';
  c.strokeStyle = isChosen ? (dark ? '#FF6B72' : '#B9121B') : dark ? '#CDB894' : '#6B5B45';
  c.lineWidth = isChosen ? 2.4 : 1.3;
  c.beginPath();
  c.arc(x, y, 7.5, 0, 2 * Math.PI);
  c.fill();
  c.stroke();
  c.beginPath();
  GLYPHS[feature.kind](c, x, y);
  c.stroke();
}

function widthOf([box]: Spot['boxes']): number {
  return box === undefined ? 0 : box.right - box.left;
}

function withHalo({ c, dark }: Paper, text: string, x: number, y: number, ink: string): void {
  c.lineWidth = 3.5;
  c.lineJoin = 'round';
  c.strokeStyle = dark ? '#262320' : '#F6F3EA';
  c.strokeText(text, x, y);
  c.fillStyle = ink;
  c.fillText(text, x, y);
}

const GLYPHS: Readonly<Record<FeatureKind, (c: CanvasRenderingContext2D, x: number, y: number) => void>> = {
  bridge: (c, x, y) => {
    c.moveTo(x - 4, y + 2);
    c.quadraticCurveTo(x, y - 5, x + 4, y + 2);
    c.closePath();
  },
  junction: (c, x, y) => {
    c.moveTo(x, y - 4);
    c.lineTo(x, y + 4);
    c.moveTo(x - 4, y);
    c.lineTo(x + 4, y);
  },
  signal: (c, x, y) => {
    c.roundRect(x - 2, y - 4.5, 4, 9, 2);
    c.moveTo(x - 0.5, y - 1.5);
    c.lineTo(x + 0.5, y - 1.5);
  },
  'level-crossing': (c, x, y) => {
    c.moveTo(x - 3.5, y - 3.5);
    c.lineTo(x + 3.5, y + 3.5);
    c.moveTo(x + 3.5, y - 3.5);
    c.lineTo(x - 3.5, y + 3.5);
  },
  'km-post': (c, x, y) => {
    c.moveTo(x - 2.5, y + 4);
    c.lineTo(x - 2.5, y - 2);
    c.arc(x, y - 2, 2.5, Math.PI, 0);
    c.lineTo(x + 2.5, y + 4);
  },
};
