/** Paints unrolled roads on a canvas: ruler, units, three lanes, features, findings. Knows nothing of the page. */

import type { Id } from '../../../domain/model/rows.ts';
import type { Stage } from '../../../domain/progress/stage.ts';
import { COUNT_HEIGHT, COUNT_WIDTH, MARK, SpriteSheet } from '../../../ui/symbols/sprites.ts';
import {
  BARS,
  boxOf,
  chainageAt,
  GUTTER,
  LANE,
  ROW,
  RULER,
  type StripView,
  singlesY,
  TOPS,
  xOf,
} from '../stripLayout.ts';
import { DRAFT_ITEM, LANES, type Lane, type StripItem, type StripRoad, type Tracked } from '../stripModel.ts';
import {
  DARK,
  kmText,
  LIGHT,
  type Paint,
  paintFeatures,
  paintGround,
  paintGutter,
  paintRuler,
} from './groundPainter.ts';

export interface StripLook {
  readonly emphasised: ReadonlySet<Id>;
  /** The road feature that is selected. */
  readonly ground: Id | null;
  /** What passes the filter; null for everything. */
  readonly matching: ReadonlySet<Id> | null;
  readonly marks: ReadonlyMap<Id, 'error' | 'warning'>;
  readonly pointed: { readonly roadId: Id; readonly chainage: number } | null;
  readonly draft: { readonly roadId: Id; readonly from: number; readonly to: number } | null;
  readonly words: { readonly left: string; readonly median: string; readonly right: string };
  /** How many pieces, with what they are counted in. */
  readonly pieces: (count: number, of: StripItem) => string;
  readonly dark: boolean;
}

/** From so many pixels a position on, each is drawn by itself. */
const SYMBOL_PX = 8;
const DIMMED = 0.16;

export class StripPainter {
  #sheet = new SpriteSheet(1);

  paint(
    c: CanvasRenderingContext2D,
    roads: readonly StripRoad[],
    v: StripView,
    ratio: number,
    look: StripLook,
  ): void {
    if (this.#sheet.ratio !== ratio) this.#sheet = new SpriteSheet(ratio);
    const paint = look.dark ? DARK : LIGHT;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.fillStyle = paint.panel;
    c.fillRect(0, 0, v.width, v.height);
    roads.forEach((road, i) => {
      const y = i * ROW - v.top;
      if (y > v.height || y + ROW < 0) return;
      c.save();
      c.translate(0, y);
      this.#row(c, road, v, look, paint);
      c.restore();
    });
  }

  #row(c: CanvasRenderingContext2D, road: StripRoad, v: StripView, look: StripLook, paint: Paint): void {
    c.save();
    c.beginPath();
    c.rect(GUTTER, 0, v.width - GUTTER, ROW);
    c.clip();
    paintGround(c, road, v, paint);
    paintFeatures(c, road, v, look.ground, paint);
    for (const lane of LANES) this.#lane(c, road, lane, v, look, paint);
    if (look.draft?.roadId === road.id) this.#draft(c, road, v, look.draft, paint);
    paintRuler(c, road, v, paint);
    if (look.pointed?.roadId === road.id) this.#pointed(c, road, v, look.pointed.chainage, paint);
    c.restore();
    paintGutter(c, road, look.words, paint);
  }

  #lane(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    lane: Lane,
    v: StripView,
    look: StripLook,
    paint: Paint,
  ): void {
    const [from, to] = [chainageAt(road, GUTTER - 30, v), chainageAt(road, v.width + 30, v)];
    const visible = road.lanes[lane].filter((e) => e.item.to >= from && e.item.from <= to);
    const dim = (id: Id) => look.matching !== null && id !== DRAFT_ITEM && !look.matching.has(id);
    for (const entry of visible) {
      if (entry.item.single) continue;
      c.globalAlpha = dim(entry.item.id) ? DIMMED : 1;
      this.#stretch(c, road, entry, boxOf(entry, lane), v, look, paint);
    }
    this.#singles(c, road, lane, visible, v, look);
    c.globalAlpha = 1;
  }

  #stretch(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    { item, chainage, states = null }: Tracked,
    { y, h }: { y: number; h: number },
    v: StripView,
    look: StripLook,
    paint: Paint,
  ): void {
    const emphasised = look.emphasised.has(item.id);
    const [a, b] = [xOf(road, item.from, v), xOf(road, item.to, v)];
    const line = paint.lines[item.state];
    const [left, right] = [Math.max(GUTTER - 4, a), Math.min(v.width + 4, Math.max(b, a + 2))];
    c.fillStyle = `${line.colour}${isStanding(item.state) ? '2E' : '16'}`;
    c.fillRect(left, y, right - left, h);
    if (states !== null) this.#done(c, road, item, chainage, states, y, h, v, paint);
    const step = item.spacing * v.scale;
    if (step >= SYMBOL_PX) this.#symbols(c, road, item, chainage, states, y, h, v);
    else if (step >= 2.2) this.#ticks(c, road, item, chainage, y, h, v, line.colour);
    c.strokeStyle = emphasised ? paint.accent : line.colour;
    c.lineWidth = emphasised ? 2 : 1.1;
    c.setLineDash(emphasised ? [] : [...line.dash]);
    c.strokeRect(left, y, right - left, h);
    c.setLineDash([]);
    if (step < SYMBOL_PX && h > 12) {
      const all = look.pieces(chainage.length, item);
      const standing = states?.filter(isStanding).length;
      const text =
        standing === undefined ? `${isStanding(item.state) ? '✓ ' : ''}${all}` : `✓ ${standing} / ${all}`;
      this.#caption(c, text, item, Math.max(left, GUTTER), right, y, h, paint);
    }
    if (states !== null) this.#done(c, road, item, chainage, states, y, h, v, paint, true);
  }

  /**
   * The parts of a bar that are further than the rest, each up to half a spacing beyond its positions; and once more at its
   * `foot`, where no words lie over them.
   */
  #done(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    { spacing }: StripItem,
    chainage: Float64Array,
    states: readonly Stage[],
    y: number,
    h: number,
    v: StripView,
    paint: Paint,
    foot = false,
  ): void {
    for (let i = 0; i < states.length; ) {
      const state = states[i] as Stage;
      let end = i;
      while (end + 1 < states.length && states[end + 1] === state) end++;
      if (isStanding(state) || state === 'damaged') {
        const a = xOf(road, (chainage[i] as number) - spacing / 2, v);
        const b = xOf(road, (chainage[end] as number) + spacing / 2, v);
        const { colour } = paint.lines[state];
        c.fillStyle = foot ? colour : `${colour}5C`;
        const [left, right] = [Math.max(GUTTER - 4, a), Math.min(v.width + 4, b)];
        c.fillRect(left, foot ? y + h - 4 : y + 1, right - left, foot ? 4 : h - 2);
      }
      i = end + 1;
    }
  }

  /** What a bar is and how many of it stand on this side, where there is room: the ticks go on behind it. */
  #caption(
    c: CanvasRenderingContext2D,
    text: string,
    item: StripItem,
    left: number,
    right: number,
    y: number,
    h: number,
    paint: Paint,
  ): void {
    c.font = "600 11px 'Be Vietnam Pro', sans-serif";
    const width = 32 + c.measureText(text).width;
    if (right - left < width + 8) return;
    c.globalAlpha *= 0.9;
    c.fillStyle = paint.panel;
    c.fillRect(left + 3, y + 2, width, h - 4);
    c.globalAlpha /= 0.9;
    c.drawImage(this.#sheet.symbol(item, item.state, 16), left + 4, y + h / 2 - 10, 20, 20);
    c.fillStyle = paint.ink;
    c.textAlign = 'left';
    c.textBaseline = 'middle';
    c.fillText(text, left + 27, y + h / 2 + 0.5);
  }

  /** Each position as its symbol, those that would touch the one before passed over. */
  #symbols(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    item: StripItem,
    chainage: Float64Array,
    states: readonly Stage[] | null,
    y: number,
    h: number,
    v: StripView,
  ): void {
    const size = Math.max(10, Math.min(24, h - 4, item.spacing * v.scale * 1.15));
    const box = size * 1.25;
    const whole = Math.round(size);
    for (let i = firstFrom(chainage, chainageAt(road, GUTTER - 20, v)); i < chainage.length; i++) {
      const x = xOf(road, chainage[i] as number, v);
      if (x > v.width + 20) break;
      const sprite = this.#sheet.symbol(item, states?.[i] ?? item.state, whole);
      c.drawImage(sprite, x - box / 2, y + h / 2 - box / 2, box, box);
    }
  }

  #ticks(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    _item: StripItem,
    chainage: Float64Array,
    y: number,
    h: number,
    v: StripView,
    colour: string,
  ): void {
    c.beginPath();
    for (let i = firstFrom(chainage, chainageAt(road, GUTTER - 4, v)); i < chainage.length; i++) {
      const x = Math.round(xOf(road, chainage[i] as number, v)) + 0.5;
      if (x > v.width + 4) break;
      c.moveTo(x, y + 3);
      c.lineTo(x, y + h - 3);
    }
    c.strokeStyle = colour;
    c.lineWidth = 1.2;
    c.stroke();
  }

  /** Single things that would cover each other share a place, and say how many they are. */
  #singles(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    lane: Lane,
    visible: readonly Tracked[],
    v: StripView,
    look: StripLook,
  ): void {
    const y = singlesY(lane);
    const size = 21;
    let shown: { x: number; n: number } | null = null;
    const count = () => {
      if (shown !== null && shown.n > 1)
        c.drawImage(
          this.#sheet.count(shown.n),
          shown.x - 9 - COUNT_WIDTH / 2,
          y - 11 - COUNT_HEIGHT / 2,
          COUNT_WIDTH,
          COUNT_HEIGHT,
        );
    };
    for (const { item, chainage } of visible) {
      const at = chainage[0];
      const marked = look.marks.get(item.id);
      const x = xOf(road, at ?? item.from, v);
      if (item.single) {
        if (shown !== null && x - shown.x < 12) {
          shown.n++;
          continue;
        }
        count();
        shown = { x, n: 1 };
        c.globalAlpha = look.matching !== null && !look.matching.has(item.id) ? DIMMED : 1;
        if (look.emphasised.has(item.id)) {
          c.beginPath();
          c.arc(x, y, 17, 0, 2 * Math.PI);
          c.fillStyle = 'rgb(36 89 168 / 28%)';
          c.fill();
        }
        c.drawImage(
          this.#sheet.symbol(item, item.state, size),
          x - size * 0.625,
          y - size * 0.625,
          size * 1.25,
          size * 1.25,
        );
      }
      if (marked !== undefined) {
        const mx = item.single ? x + 6 : Math.max(GUTTER + 6, xOf(road, item.from, v) + 4);
        const my = item.single ? y - 17 : lane === -1 ? TOPS[lane] + LANE - BARS - 9 : TOPS[lane] - 7;
        c.drawImage(this.#sheet.mark(marked), mx, my, MARK, MARK);
      }
    }
    count();
  }

  #draft(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    v: StripView,
    draft: { from: number; to: number },
    paint: Paint,
  ): void {
    const [a, b] = [
      xOf(road, Math.min(draft.from, draft.to), v),
      xOf(road, Math.max(draft.from, draft.to), v),
    ];
    c.fillStyle = `${paint.accent}1A`;
    c.fillRect(a, TOPS[-1] - 3, Math.max(2, b - a), TOPS[1] + LANE + 6 - TOPS[-1]);
    c.strokeStyle = paint.accent;
    c.lineWidth = 1.6;
    c.strokeRect(a, TOPS[-1] - 3, Math.max(2, b - a), TOPS[1] + LANE + 6 - TOPS[-1]);
  }

  #pointed(c: CanvasRenderingContext2D, road: StripRoad, v: StripView, chainage: number, paint: Paint): void {
    const x = xOf(road, chainage, v);
    if (x < GUTTER - 1 || x > v.width) return;
    const text = kmText(chainage, 1);
    c.strokeStyle = paint.accent;
    c.lineWidth = 1;
    c.beginPath();
    c.moveTo(x + 0.5, RULER - 6);
    c.lineTo(x + 0.5, TOPS[1] + LANE);
    c.stroke();
    c.font = "700 11px 'Be Vietnam Pro', sans-serif";
    const width = c.measureText(text).width + 12;
    const left = Math.max(GUTTER, Math.min(v.width - width, x - width / 2));
    c.fillStyle = paint.accent;
    c.beginPath();
    c.roundRect(left, 1, width, 18, 4);
    c.fill();
    c.fillStyle = paint.onAccent;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.fillText(text, left + width / 2, 10.5);
  }
}

function isStanding(state: Stage): boolean {
  return state === 'installed' || state === 'inspected';
}

/** The first of a sorted list that is not before a value. */
function firstFrom(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
