/** Everything that has a spot of its own on the map: words, shields, posts, marks, single things and their numbers. */
import type { Post as PostAt } from '../../../data/gestures/gesture.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import type { Box, Spot } from '../../../ui/map/placing.ts';
import type { View } from '../../../ui/map/world.ts';
import { SpriteSheet, symbolSize } from '../../../ui/symbols/sprites.ts';
import { Board } from '../signs/board.ts';
import type { Ground } from '../signs/groundSigns.ts';
import type { MapSign, PlacedSign, PointSign } from '../signs/mapSign.ts';
import { type Paper, paintGround, paintTie } from '../signs/paintGround.ts';
import type { Plan } from '../signs/planSigns.ts';
import { naturalPlace, type PointGroup } from '../signs/points.ts';
import { type Batch, DRAFT, HALO, nearView } from './batch.ts';
import { insidePolygon } from './insidePolygon.ts';
import { DIMMED } from './stretchLayer.ts';

/** How far beside a sign it still is meant, in pixels. */
const SLACK = 3;
/** A circle says no more than this: what is more is many. */
const MOST = 99;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A sign as it was drawn last, in pixels of the canvas: one can only point at what one sees. */
interface Drawn {
  readonly sign: MapSign;
  readonly spot: Spot;
}

/** The canvas tells where its signs stand, for whoever has to see that none covers another. */
interface Account extends HTMLCanvasElement {
  placed?: () => readonly { readonly kind: string; readonly key: string; readonly boxes: readonly Box[] }[];
}

export class SignLayer extends CanvasLayer {
  readonly #board: Board;
  readonly #widths = new Map<string, number>();
  #sheet = new SpriteSheet(1);
  #plan: Plan = { batches: [], matching: null, selected: new Set(), marks: new Map(), asked: false };
  #emphasised: ReadonlySet<Id> = new Set();
  #chosen: Id | null = null;
  #covers: readonly Box[] = [];
  #dark = false;
  #drawn: readonly Drawn[] = [];

  constructor() {
    super('cohoa-signs');
    const measuring = document.createElement('canvas').getContext('2d');
    this.#board = new Board((text, font) => {
      const key = `${font} ${text}`;
      const known = this.#widths.get(key);
      if (known !== undefined || measuring === null) return known ?? 0;
      measuring.font = font;
      const { width } = measuring.measureText(text);
      this.#widths.set(key, width);
      return width;
    });
    (this.canvas as Account).placed = () =>
      this.#drawn.map(({ sign, spot }) => ({ kind: kindOf(sign), key: sign.key, boxes: spot.boxes }));
  }

  setGround(ground: Ground): void {
    this.#chosen = ground.selected;
    this.#board.set({ ground });
    this.redraw();
  }

  setPlan(plan: Plan): void {
    this.#plan = plan;
    this.#board.set({ plan });
    this.redraw();
  }

  /** What lies over the map, in pixels of its container. */
  setCovers(covers: readonly Box[]): void {
    this.#covers = covers;
    this.redraw();
  }

  setDark(dark: boolean): void {
    this.#dark = dark;
    this.redraw();
  }

  /** Placements with a halo: selected or under the pointer. */
  emphasise(ids: ReadonlySet<Id>): void {
    this.#emphasised = ids;
    this.redraw();
  }

  /** The typeface has come: what was measured was another. */
  measureAgain(): void {
    this.#widths.clear();
    this.#board.set({});
    this.redraw();
  }

  /** The single thing whose symbol is under a point of the map. */
  hitPoint(at: Point): Id | null {
    const group = this.#group(at);
    return group === null || group.members.length > 1 ? null : group.lead.id;
  }

  /** The things behind a number under a point of the map. */
  hitCircle(at: Point): PointGroup | null {
    const group = this.#group(at);
    return group !== null && group.members.length > 1 ? group : null;
  }

  hitFeature(at: Point): Id | null {
    const sign = this.#hit(at, 'feature');
    return sign?.kind === 'feature' ? sign.feature.id : null;
  }

  hitPlace(at: Point): Id | null {
    const sign = this.#hit(at, 'place');
    return sign?.kind === 'place' ? sign.place.id : null;
  }

  hitPost(at: Point): PostAt | null {
    const sign = this.#hit(at, 'post');
    return sign?.kind === 'post' ? sign.post : null;
  }

  /** The road whose plate is under a point of the map. */
  hitShield(at: Point): Id | null {
    const sign = this.#hit(at, 'shield');
    return sign?.kind === 'shield' ? sign.roadId : null;
  }

  /** The stretch whose sign of a finding is under a point of the map. */
  hitFinding(at: Point): Id | null {
    const sign = this.#hit(at, 'finding');
    return sign?.kind === 'finding' ? sign.id : null;
  }

  /** Single things inside a polygon of the map's container, drawn at this scale or not: they stand there. */
  within(polygon: readonly Point[]): Id[] {
    const view = this.view();
    const [ox, oy] = this.inCanvas({ x: 0, y: 0 });
    const { batches, matching } = this.#plan;
    return batches.flatMap((batch) => {
      if (!batch.single || batch.id === DRAFT || !nearView(batch, view, 0)) return [];
      if (matching !== null && !matching.has(batch.id)) return [];
      const [x, y] = naturalPlace(batch, view.zoom);
      return insidePolygon(polygon, x - view.left - ox, y - view.top - oy) ? [batch.id] : [];
    });
  }

  #group(at: Point): PointGroup | null {
    const sign = this.#hit(at, 'point');
    if (sign?.kind !== 'point' || sign.dimmed || sign.group.lead.id === DRAFT) return null;
    return sign.group;
  }

  #hit(at: Point, kind: MapSign['kind']): MapSign | null {
    const [x, y] = this.inCanvas(at);
    const hit = this.#drawn.find(
      ({ sign, spot: { boxes } }) =>
        sign.kind === kind &&
        boxes[0] !== undefined &&
        x >= boxes[0].left - SLACK &&
        x <= boxes[0].right + SLACK &&
        y >= boxes[0].top - SLACK &&
        y <= boxes[0].bottom + SLACK,
    );
    return hit?.sign ?? null;
  }

  protected override draw(c: CanvasRenderingContext2D, view: View): void {
    if (this.#sheet.ratio !== view.ratio) this.#sheet = new SpriteSheet(view.ratio);
    this.#drawn = this.#board.placedIn(view, this.#covers).flatMap((placed) => inView(placed, view));
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    const paper: Paper = { c, dark: this.#dark, chosen: this.#chosen };
    for (const { sign, spot } of this.#drawn) if (!isDimmed(sign)) paintTie(paper, spot);
    for (const { sign, spot } of this.#drawn)
      if (sign.kind === 'point') this.#point(c, sign, spot, view);
      else if (sign.kind === 'finding') this.#sheet.stamp(c, this.#sheet.mark(sign.mark), spot.x, spot.y);
      else paintGround(paper, sign, spot);
    this.#hidden(c, view);
  }

  #point(c: CanvasRenderingContext2D, { group, mark, dimmed }: PointSign, { x, y }: Spot, view: View): void {
    const size = symbolSize(view.zoom);
    if (group.members.some((m) => this.#emphasised.has(m.id))) halo(c, x, y, size);
    c.globalAlpha = dimmed ? DIMMED : 1;
    const { lead, members } = group;
    const several = members.length > 1;
    const sprite = several
      ? this.#sheet.count(members.length, { most: MOST, mark })
      : this.#sheet.symbol(lead, lead.state, size);
    this.#sheet.stamp(c, sprite, x, y);
    c.globalAlpha = 1;
    // A number says of itself that there is something amiss.
    if (mark !== null && !dimmed && !several)
      this.#sheet.stamp(c, this.#sheet.mark(mark), x + size * 0.42, y - size * 0.42);
  }

  /** What the pointer is at in table or diagram, and is not drawn at this scale: one sees where it stands. */
  #hidden(c: CanvasRenderingContext2D, view: View): void {
    if (this.#emphasised.size === 0 || this.#emphasised.size > 50) return;
    const shown = new Set<Id>();
    for (const { sign } of this.#drawn)
      if (sign.kind === 'point') for (const member of sign.group.members) shown.add(member.id);
    const hidden = (b: Batch) =>
      b.single && this.#emphasised.has(b.id) && !shown.has(b.id) && nearView(b, view, 0);
    for (const batch of this.#plan.batches) {
      if (!hidden(batch)) continue;
      const [x, y] = naturalPlace(batch, view.zoom);
      halo(c, x - view.left, y - view.top, symbolSize(view.zoom));
    }
  }
}

function halo(c: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  c.fillStyle = HALO;
  c.beginPath();
  c.arc(x, y, size * 0.8, 0, 2 * Math.PI);
  c.fill();
}

function isDimmed(sign: MapSign): boolean {
  return sign.kind === 'point' && sign.dimmed;
}

/** What a sign is called in the account: a number is something else than a symbol. */
function kindOf(sign: MapSign): string {
  return sign.kind === 'point' && sign.group.members.length > 1 ? 'circle' : sign.kind;
}

/** From pixels of the world to those of the canvas. */
function inView({ sign, spot }: PlacedSign, { left, top, width, height }: View): Drawn[] {
  const boxes = spot.boxes.map((b) => ({
    left: b.left - left,
    top: b.top - top,
    right: b.right - left,
    bottom: b.bottom - top,
  }));
  if (!boxes.some((b) => b.right > 0 && b.bottom > 0 && b.left < width && b.top < height)) return [];
  const from = spot.from === undefined ? {} : { from: [spot.from[0] - left, spot.from[1] - top] as const };
  return [{ sign, spot: { x: spot.x - left, y: spot.y - top, boxes, ...from } }];
}
