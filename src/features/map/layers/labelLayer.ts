/** Words on the map: road numbers, kilometre posts, names of units, marks of bridges and junctions; none covers another. */

import type { RoadClass } from '../../../domain/model/entities/road.ts';
import type { FeatureKind } from '../../../domain/model/entities/roadFeature.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import type { View } from '../../../ui/map/world.ts';
import { type BaseDrawing, EMPTY_BASE, type Post, rankOf } from './baseDrawing.ts';
import { nameSpots } from './nameSpots.ts';
import { drawPlate, PLATE } from './placeMarks.ts';
import { RoadCells } from './roadCells.ts';

const SHIELD_FILL: Readonly<Record<RoadClass, string>> = {
  national: '#96642B',
  provincial: '#7E7345',
  district: '#6D6A64',
  street: '#6D6A64',
  other: '#6D6A64',
};

/** Kilometre posts shown: all from zoom 12.5, every fifth from 11, every tenth from 9. */
function postStep(zoom: number): number {
  if (zoom >= 12.5) return 1;
  if (zoom >= 11) return 5;
  return zoom >= 9 ? 10 : 0;
}

/** From these zooms on places are marked, and named. */
const PLACES_FROM_ZOOM = 12.5;
const PLACE_NAMES_FROM_ZOOM = 14;

/** Nearer than this zoom a road's number stands on the road, from afar beside it. */
const BESIDE_BELOW = 12;
/** Pixels between two numbers of one road. */
const SHIELDS_APART = 130;

class Boxes {
  readonly #taken: [number, number, number, number][] = [];

  /** Takes a box if nothing stands there yet. */
  take(x: number, y: number, width: number, height: number): boolean {
    const [l, t, r, b] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    for (const [l2, t2, r2, b2] of this.#taken) if (l < r2 && r > l2 && t < b2 && b > t2) return false;
    this.#taken.push([l, t, r, b]);
    return true;
  }
}

export class LabelLayer extends CanvasLayer {
  #drawing = EMPTY_BASE;
  #dark = false;
  #emphasised: Id | null = null;
  /** What was drawn last and where, in pixels of the canvas: one can only point at what one sees. */
  #shownFeatures: { readonly id: Id; readonly x: number; readonly y: number }[] = [];
  #shownPlaces: { readonly id: Id; readonly x: number; readonly y: number }[] = [];
  #shownPosts: { readonly post: Post; readonly x: number; readonly y: number; readonly width: number }[] = [];

  constructor() {
    super('cohoa-labels');
  }

  set(drawing: BaseDrawing, dark: boolean): void {
    this.#drawing = drawing;
    this.#dark = dark;
    this.redraw();
  }

  emphasise(id: Id | null): void {
    if (this.#emphasised === id) return;
    this.#emphasised = id;
    this.redraw();
  }

  /** The road feature whose mark is under a point of the map. */
  hitFeature(point: { readonly x: number; readonly y: number }): Id | null {
    const [px, py] = this.inCanvas(point);
    return this.#shownFeatures.find(({ x, y }) => Math.hypot(x - px, y - py) <= 11)?.id ?? null;
  }

  /** The named place whose plate is under a point of the map. */
  hitPlace(point: { readonly x: number; readonly y: number }): Id | null {
    const [px, py] = this.inCanvas(point);
    const hit = this.#shownPlaces.find((p) => Math.max(Math.abs(p.x - px), Math.abs(p.y - py)) <= PLATE + 2);
    return hit?.id ?? null;
  }

  /** The kilometre post whose plate is under a point of the map. */
  hitPost(point: { readonly x: number; readonly y: number }): Post | null {
    const [px, py] = this.inCanvas(point);
    return (
      this.#shownPosts.find(({ x, y, width }) => Math.abs(x - px) <= width / 2 + 3 && Math.abs(y - py) <= 11)
        ?.post ?? null
    );
  }

  protected override draw(c: CanvasRenderingContext2D, v: View): void {
    const boxes = new Boxes();
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    const roads = new RoadCells(
      this.#drawing.lines.filter((line) => line.rank < 2 || v.zoom >= 13),
      v,
    );
    this.#names(c, v, boxes, roads);
    this.#features(c, v);
    this.#shields(c, v, boxes, roads);
    this.#posts(c, v, boxes);
    this.#places(c, v, boxes);
  }

  #names(c: CanvasRenderingContext2D, v: View, boxes: Boxes, roads: RoadCells): void {
    if (v.zoom < 9) return;
    for (const name of [...this.#drawing.names].sort((a, b) => Number(b.town) - Number(a.town))) {
      if (!inside(...toScreen(name, v), v)) continue;
      c.font = `${name.town ? 700 : 500} ${name.town ? 14 : 12.5}px 'Be Vietnam Pro', sans-serif`;
      const width = c.measureText(name.text).width + 6;
      const spot = nameSpots(name, width, v, roads).find((at) => boxes.take(at[0], at[1], width, 16));
      if (spot === undefined) continue;
      halo(c, name.text, ...spot, this.#dark ? '#D8D1C5' : '#4A443D', this.#dark ? '#262320' : '#F1EEE6');
    }
  }

  #shields(c: CanvasRenderingContext2D, v: View, boxes: Boxes, roads: RoadCells): void {
    if (v.zoom < 9) return;
    c.font = "700 11px 'Be Vietnam Pro', sans-serif";
    const shown: { readonly text: string; readonly x: number; readonly y: number }[] = [];
    for (const shield of this.#drawing.shields) {
      const [onX, onY] = toScreen(shield, v);
      if (!inside(onX, onY, v)) continue;
      if (rankOf(shield.class) === 2 && v.zoom < 13.5) continue;
      const width = c.measureText(shield.text).width + 12;
      // From afar what is planned stands thick on the road and would cover its number.
      const aside = v.zoom < BESIDE_BELOW;
      const x = aside ? onX + shield.nx * (width / 2 + 22) : onX;
      const y = aside ? onY + shield.ny * 30 : onY;
      const { text } = shield;
      if (shown.some((s) => s.text === text && Math.hypot(s.x - x, s.y - y) < SHIELDS_APART)) continue;
      // Beside its own road and on another it would name the wrong one.
      if (aside && roads.under(x + v.left, y + v.top, width, 18) > 0) continue;
      if (!boxes.take(x, y, width + (aside ? 4 : 30), aside ? 22 : 40)) continue;
      shown.push({ text, x, y });
      c.fillStyle = SHIELD_FILL[shield.class];
      if (aside) {
        c.strokeStyle = SHIELD_FILL[shield.class];
        c.lineWidth = 1;
        c.beginPath();
        c.moveTo(onX, onY);
        c.lineTo(x, y);
        c.stroke();
      }
      c.beginPath();
      c.roundRect(x - width / 2, y - 9, width, 18, 4);
      c.fill();
      c.fillStyle = '#FFFFFF';
      c.fillText(text, x, y + 0.5);
    }
  }

  #posts(c: CanvasRenderingContext2D, v: View, boxes: Boxes): void {
    this.#shownPosts = [];
    const step = postStep(v.zoom);
    if (step === 0) return;
    c.font = "500 10.5px 'Be Vietnam Pro', sans-serif";
    for (const post of this.#drawing.posts) {
      if (post.km % step !== 0 || (post.roadRank === 2 && v.zoom < 14)) continue;
      // In a town every street begins at Km 0: nobody needs to read that many times over.
      if (post.km === 0 && post.roadRank === 2) continue;
      const [x, y] = toScreen(post, v);
      if (!inside(x, y, v)) continue;
      const text = `Km ${post.km}`;
      const width = c.measureText(text).width + 10;
      const [lx, ly] = [x - post.nx * (width / 2 + 16), y - post.ny * 26];
      if (!boxes.take(lx, ly, width + 4, 18)) continue;
      this.#shownPosts.push({ post, x: lx, y: ly, width });
      c.strokeStyle = '#8E887E';
      c.lineWidth = 1;
      c.beginPath();
      c.moveTo(x, y);
      c.lineTo(lx, ly);
      c.stroke();
      c.fillStyle = this.#dark ? '#211E1B' : '#FFFFFF';
      c.beginPath();
      c.roundRect(lx - width / 2, ly - 8, width, 16, 4);
      c.fill();
      c.stroke();
      c.fillStyle = this.#dark ? '#F3EFE8' : '#3A3632';
      c.fillText(text, lx, ly + 0.5);
    }
  }

  #places(c: CanvasRenderingContext2D, v: View, boxes: Boxes): void {
    this.#shownPlaces = [];
    const ground = this.#dark ? '#262320' : '#F1EEE6';
    for (const { id, kind, text, ...at } of this.#drawing.places) {
      const [x, y] = toScreen(at, v);
      if (!inside(x, y, v)) continue;
      if (kind === 'neighbour' || kind === 'water') {
        if (v.zoom < (kind === 'water' ? 10.5 : 8)) continue;
        const ink =
          kind === 'water' ? (this.#dark ? '#8FB3CC' : '#3F6E8F') : this.#dark ? '#A39B90' : '#6D665D';
        c.font = `italic 500 ${kind === 'water' ? 11.5 : 12.5}px 'Be Vietnam Pro', sans-serif`;
        if (boxes.take(x, y, c.measureText(text).width + 6, 16)) halo(c, text, x, y, ink, ground);
        continue;
      }
      if (v.zoom < PLACES_FROM_ZOOM || !boxes.take(x, y, 2 * PLATE + 2, 2 * PLATE + 2)) continue;
      this.#shownPlaces.push({ id, x, y });
      drawPlate(c, kind, [x, y], { dark: this.#dark, chosen: id === this.#emphasised });
      if (v.zoom < PLACE_NAMES_FROM_ZOOM) continue;
      c.font = "500 11.5px 'Be Vietnam Pro', sans-serif";
      const width = c.measureText(text).width + 6;
      for (const [dx, dy] of [
        [width / 2 + PLATE + 3, 0],
        [-width / 2 - PLATE - 3, 0],
        [0, PLATE + 10],
        [0, -PLATE - 10],
      ] as const)
        if (boxes.take(x + dx, y + dy, width, 15)) {
          halo(c, text, x + dx, y + dy, this.#dark ? '#D8D1C5' : '#4A443D', ground);
          break;
        }
    }
  }

  #features(c: CanvasRenderingContext2D, v: View): void {
    this.#shownFeatures = [];
    if (v.zoom < 12) return;
    for (const mark of this.#drawing.features) {
      const [x, y] = toScreen(mark, v);
      if (!inside(x, y, v)) continue;
      this.#shownFeatures.push({ id: mark.id, x, y });
      const chosen = mark.id === this.#emphasised;
      c.fillStyle = '#FFFFFF';
      c.strokeStyle = chosen ? '#B9121B' : '#6B5B45';
      c.lineWidth = chosen ? 2.4 : 1.3;
      c.beginPath();
      c.arc(x, y, chosen ? 9 : 7.5, 0, 2 * Math.PI);
      c.fill();
      c.stroke();
      c.beginPath();
      GLYPHS[mark.kind](c, x, y);
      c.stroke();
    }
  }
}

function toScreen(p: { readonly x: number; readonly y: number }, v: View): [number, number] {
  return [p.x * v.scale - v.left, p.y * v.scale - v.top];
}

function inside(x: number, y: number, v: View): boolean {
  return x > -40 && y > -20 && x < v.width + 40 && y < v.height + 20;
}

function halo(
  c: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  ink: string,
  ground: string,
): void {
  c.lineWidth = 3.5;
  c.lineJoin = 'round';
  c.strokeStyle = ground;
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
