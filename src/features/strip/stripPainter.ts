/** Paints unrolled roads on a canvas: ruler, units, three lanes, features, findings. Knows nothing of the page. */
import type { Id, PlacementState } from '../../domain/model/rows.ts';
import { LINES, MARK, SpriteSheet } from '../../ui/symbols/sprites.ts';
import { LANES, type Lane, type StripItem, type StripRoad, type Tracked } from './stripModel.ts';

export interface StripView {
  /** Pixels a metre. */
  readonly scale: number;
  /** Metres from each road's beginning at the left edge of the lanes. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface StripLook {
  readonly emphasised: ReadonlySet<Id>;
  /** What passes the filter; null for everything. */
  readonly matching: ReadonlySet<Id> | null;
  readonly marks: ReadonlyMap<Id, 'error' | 'warning'>;
  readonly pointed: { readonly roadId: Id; readonly chainage: number } | null;
  readonly draft: { readonly roadId: Id; readonly from: number; readonly to: number } | null;
  readonly words: { readonly left: string; readonly median: string; readonly right: string };
  readonly dark: boolean;
}

/** Room for the names of the lanes. */
export const GUTTER = 84;
export const ROW = 214;
const RULER = 24;
const UNITS = 18;
const LANE = 50;
/** The part of a lane beside the road that bars take; single things stand on its outer side. */
const BARS = 29;
const CENTRE = 34;
/** Top of each lane within a road's row. */
const TOPS: Readonly<Record<Lane, number>> = {
  [-1]: RULER + UNITS + 6,
  0: RULER + UNITS + 6 + LANE + 5,
  1: RULER + UNITS + 6 + LANE + 5 + CENTRE + 17,
};
const HEIGHTS: Readonly<Record<Lane, number>> = { [-1]: LANE, 0: CENTRE, 1: LANE };
/** From so many pixels a position on, each is drawn by itself. */
const SYMBOL_PX = 8;
const DIMMED = 0.16;

const LIGHT = {
  ink: '#1D1B19',
  soft: '#5F5A53',
  line: '#D6D0C5',
  faint: '#EDE9E0',
  band: '#F5F2EA',
  road: '#FCEBD3',
  mark: '#C79C6B',
  panel: '#FFFFFF',
};
const DARK: typeof LIGHT = {
  ink: '#F3EFE8',
  soft: '#B9B2A7',
  line: '#4A443D',
  faint: '#2C2824',
  band: '#2A2622',
  road: '#4A3A26',
  mark: '#A5815A',
  panel: '#211E1B',
};

/** The middle of where single things stand: outside the bars, away from the road. */
function singlesY(lane: Lane): number {
  if (lane === 0) return TOPS[0] + CENTRE / 2;
  return lane === -1 ? TOPS[-1] + (LANE - BARS) / 2 - 1 : TOPS[1] + BARS + (LANE - BARS) / 2 + 1;
}

export function laneAt(y: number): Lane {
  if (y < TOPS[0] - 3) return -1;
  return y < TOPS[1] - 3 ? 0 : 1;
}

export function xOf(road: StripRoad, chainage: number, v: StripView): number {
  return GUTTER + (chainage - road.min - v.left) * v.scale;
}

export function chainageAt(road: StripRoad, x: number, v: StripView): number {
  return road.min + v.left + (x - GUTTER) / v.scale;
}

/** Top and height of an entry's bar within its row. */
function boxOf(entry: Tracked, lane: Lane, tracks: number): { y: number; h: number } {
  const room = lane === 0 ? CENTRE : BARS;
  const top = TOPS[lane] + (lane === -1 ? LANE - BARS : 0);
  const h = room / tracks;
  return { y: top + entry.track * h + 1, h: Math.max(6, h - 2) };
}

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

  #row(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    v: StripView,
    look: StripLook,
    paint: typeof LIGHT,
  ): void {
    c.save();
    c.beginPath();
    c.rect(GUTTER, 0, v.width - GUTTER, ROW);
    c.clip();
    this.#ground(c, road, v, paint);
    this.#features(c, road, v, paint);
    for (const lane of LANES) this.#lane(c, road, lane, v, look, paint);
    if (look.draft?.roadId === road.id) this.#draft(c, road, v, look.draft);
    this.#ruler(c, road, v, paint);
    if (look.pointed?.roadId === road.id) this.#pointed(c, road, v, look.pointed.chainage);
    c.restore();
    this.#gutter(c, road, look, paint);
  }

  #gutter(c: CanvasRenderingContext2D, road: StripRoad, { words }: StripLook, paint: typeof LIGHT): void {
    c.textAlign = 'right';
    c.textBaseline = 'middle';
    c.fillStyle = paint.soft;
    c.font = "500 11px 'Be Vietnam Pro', sans-serif";
    for (const [lane, word] of [
      [-1, words.left],
      [0, words.median],
      [1, words.right],
    ] as const)
      c.fillText(word, GUTTER - 10, TOPS[lane] + HEIGHTS[lane] / 2);
    c.fillStyle = paint.ink;
    c.font = "700 12px 'Be Vietnam Pro', sans-serif";
    c.fillText(road.label, GUTTER - 10, RULER / 2 + 2, GUTTER - 14);
  }

  #ground(c: CanvasRenderingContext2D, road: StripRoad, v: StripView, paint: typeof LIGHT): void {
    const [x0, x1] = [xOf(road, road.min, v), xOf(road, road.max, v)];
    c.fillStyle = paint.road;
    c.fillRect(x0, TOPS[0], x1 - x0, CENTRE);
    c.strokeStyle = paint.mark;
    c.lineWidth = 1.5;
    c.setLineDash([14, 8]);
    c.beginPath();
    c.moveTo(Math.max(GUTTER, x0), TOPS[0] + CENTRE / 2);
    c.lineTo(Math.min(v.width, x1), TOPS[0] + CENTRE / 2);
    c.stroke();
    c.setLineDash([]);
    c.font = "600 11px 'Be Vietnam Pro', sans-serif";
    c.textAlign = 'left';
    c.textBaseline = 'middle';
    road.units.forEach((unit, i) => {
      const [a, b] = [Math.max(GUTTER, xOf(road, unit.from, v)), Math.min(v.width, xOf(road, unit.to, v))];
      if (b <= a) return;
      c.fillStyle = i % 2 === 0 ? paint.band : paint.faint;
      c.fillRect(a, RULER, b - a, UNITS);
      c.fillStyle = paint.soft;
      if (b - a > 40) c.fillText(shortened(c, unit.name, b - a - 14), a + 7, RULER + UNITS / 2 + 0.5);
      if (i === 0) return;
      c.strokeStyle = paint.line;
      c.lineWidth = 1;
      c.setLineDash([4, 3]);
      c.beginPath();
      c.moveTo(a, RULER);
      c.lineTo(a, TOPS[1] + LANE);
      c.stroke();
      c.setLineDash([]);
    });
  }

  #ruler(c: CanvasRenderingContext2D, road: StripRoad, v: StripView, paint: typeof LIGHT): void {
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000].find(
      (s) => s * v.scale >= 76,
    );
    if (step === undefined) return;
    const minor = step / (step >= 1000 || [2, 20, 200].includes(step) ? 10 : 5);
    const [from, to] = [
      Math.max(road.min, chainageAt(road, GUTTER, v)),
      Math.min(road.max, chainageAt(road, v.width, v)),
    ];
    c.strokeStyle = paint.line;
    c.lineWidth = 1;
    c.beginPath();
    for (let at = Math.ceil(from / minor) * minor; at <= to; at += minor) {
      const x = xOf(road, at, v);
      c.moveTo(x, RULER - 4);
      c.lineTo(x, RULER);
    }
    c.stroke();
    c.strokeStyle = paint.soft;
    c.fillStyle = paint.ink;
    c.font = "600 11px 'Be Vietnam Pro', sans-serif";
    c.textAlign = 'left';
    c.textBaseline = 'middle';
    c.beginPath();
    for (let at = Math.ceil(from / step) * step; at <= to + 0.01; at += step) {
      const x = xOf(road, at, v);
      c.moveTo(x, 4);
      c.lineTo(x, RULER);
      c.fillText(kmText(at, step), x + 4, 10);
    }
    c.stroke();
  }

  #features(c: CanvasRenderingContext2D, road: StripRoad, v: StripView, paint: typeof LIGHT): void {
    const y = TOPS[0];
    c.font = "500 10.5px 'Be Vietnam Pro', sans-serif";
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    let taken = Number.NEGATIVE_INFINITY;
    for (const f of [...road.features].sort((a, b) => a.from - b.from)) {
      const [a, b] = [xOf(road, f.from, v), xOf(road, f.to, v)];
      if (b < GUTTER - 40 || a > v.width + 40) continue;
      const middle = (a + b) / 2;
      c.strokeStyle = paint.mark;
      c.fillStyle = paint.panel;
      c.lineWidth = 1.4;
      if (f.kind === 'bridge') {
        const width = Math.max(8, b - a);
        c.fillRect(middle - width / 2, y, width, CENTRE);
        c.strokeRect(middle - width / 2, y, width, CENTRE);
        // Over a bridge the lanes are barred: nothing stands there by the usual rule.
        c.fillStyle = paint.faint;
        for (const lane of [-1, 1] as const) c.fillRect(middle - width / 2, TOPS[lane], width, LANE);
      } else if (f.kind === 'junction') {
        c.fillStyle = paint.mark;
        c.fillRect(middle - 4, y - 2, 8, CENTRE + 4);
        c.fillRect(middle - 13, y + CENTRE / 2 - 4, 26, 8);
      } else {
        c.beginPath();
        c.arc(middle, y + CENTRE / 2, 7, 0, 2 * Math.PI);
        c.fill();
        c.stroke();
        c.fillStyle = paint.ink;
        c.fillText(
          f.kind === 'signal' ? '!' : f.kind === 'level-crossing' ? '×' : 'K',
          middle,
          y + CENTRE / 2 + 0.5,
        );
      }
      if (f.name === '') continue;
      const width = c.measureText(f.name).width;
      if (middle - width / 2 < taken + 8 || v.scale < 0.02) continue;
      taken = middle + width / 2;
      c.fillStyle = paint.soft;
      c.fillText(f.name, middle, y + CENTRE + 9);
    }
  }

  #lane(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    lane: Lane,
    v: StripView,
    look: StripLook,
    paint: typeof LIGHT,
  ): void {
    const { tracks, entries } = road.lanes[lane];
    const [from, to] = [chainageAt(road, GUTTER - 30, v), chainageAt(road, v.width + 30, v)];
    const visible = entries.filter((e) => e.item.to >= from && e.item.from <= to);
    const dim = (id: Id) => look.matching !== null && !look.matching.has(id);
    for (const entry of visible) {
      if (entry.item.single) continue;
      c.globalAlpha = dim(entry.item.id) ? DIMMED : 1;
      this.#stretch(c, road, entry, boxOf(entry, lane, tracks), v, look.emphasised.has(entry.item.id), paint);
    }
    this.#singles(c, road, lane, visible, v, look);
    c.globalAlpha = 1;
  }

  #stretch(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    { item, chainage }: Tracked,
    { y, h }: { y: number; h: number },
    v: StripView,
    emphasised: boolean,
    paint: typeof LIGHT,
  ): void {
    const [a, b] = [xOf(road, item.from, v), xOf(road, item.to, v)];
    const line = LINES[item.state];
    const [left, right] = [Math.max(GUTTER - 4, a), Math.min(v.width + 4, Math.max(b, a + 2))];
    c.fillStyle = `${line.colour}${isStanding(item.state) ? '2E' : '16'}`;
    c.fillRect(left, y, right - left, h);
    const step = item.spacing * v.scale;
    if (step >= SYMBOL_PX) this.#symbols(c, road, item, chainage, y, h, v);
    else if (step >= 2.2) this.#ticks(c, road, item, chainage, y, h, v);
    c.strokeStyle = emphasised ? '#B9121B' : line.colour;
    c.lineWidth = emphasised ? 2 : 1.1;
    c.setLineDash(emphasised ? [] : [...line.dash]);
    c.strokeRect(left, y, right - left, h);
    c.setLineDash([]);
    if (step < 2.2 && right - left > 54 && h > 12) {
      c.fillStyle = paint.ink;
      c.font = "600 11px 'Be Vietnam Pro', sans-serif";
      c.textAlign = 'left';
      c.textBaseline = 'middle';
      const text = `${isStanding(item.state) ? '✓ ' : ''}${item.quantity}`;
      c.drawImage(this.#sheet.symbol(item, item.state, 16), left + 4, y + h / 2 - 10, 20, 20);
      c.fillText(text, left + 27, y + h / 2 + 0.5);
    }
  }

  /** Each position as its symbol, those that would touch the one before passed over. */
  #symbols(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    item: StripItem,
    chainage: Float64Array,
    y: number,
    h: number,
    v: StripView,
  ): void {
    const size = Math.max(10, Math.min(24, h - 4, item.spacing * v.scale * 1.15));
    const box = size * 1.25;
    const sprite = this.#sheet.symbol(item, item.state, Math.round(size));
    for (let i = firstFrom(chainage, chainageAt(road, GUTTER - 20, v)); i < chainage.length; i++) {
      const x = xOf(road, chainage[i] as number, v);
      if (x > v.width + 20) break;
      c.drawImage(sprite, x - box / 2, y + h / 2 - box / 2, box, box);
    }
  }

  #ticks(
    c: CanvasRenderingContext2D,
    road: StripRoad,
    item: StripItem,
    chainage: Float64Array,
    y: number,
    h: number,
    v: StripView,
  ): void {
    c.beginPath();
    for (let i = firstFrom(chainage, chainageAt(road, GUTTER - 4, v)); i < chainage.length; i++) {
      const x = Math.round(xOf(road, chainage[i] as number, v)) + 0.5;
      if (x > v.width + 4) break;
      c.moveTo(x, y + 3);
      c.lineTo(x, y + h - 3);
    }
    c.strokeStyle = LINES[item.state].colour;
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
        c.drawImage(this.#sheet.count(shown.n), shown.x - 19 - 9, y - 19 - 11, 38, 38);
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
  ): void {
    const [a, b] = [
      xOf(road, Math.min(draft.from, draft.to), v),
      xOf(road, Math.max(draft.from, draft.to), v),
    ];
    c.fillStyle = 'rgb(185 18 27 / 10%)';
    c.fillRect(a, TOPS[-1] - 3, Math.max(2, b - a), TOPS[1] + LANE + 6 - TOPS[-1]);
    c.strokeStyle = '#B9121B';
    c.lineWidth = 1.6;
    c.strokeRect(a, TOPS[-1] - 3, Math.max(2, b - a), TOPS[1] + LANE + 6 - TOPS[-1]);
  }

  #pointed(c: CanvasRenderingContext2D, road: StripRoad, v: StripView, chainage: number): void {
    const x = xOf(road, chainage, v);
    const text = kmText(chainage, 1);
    c.strokeStyle = '#B9121B';
    c.lineWidth = 1;
    c.beginPath();
    c.moveTo(x + 0.5, RULER - 6);
    c.lineTo(x + 0.5, TOPS[1] + LANE);
    c.stroke();
    c.font = "700 11px 'Be Vietnam Pro', sans-serif";
    const width = c.measureText(text).width + 12;
    const left = Math.max(GUTTER, Math.min(v.width - width, x - width / 2));
    c.fillStyle = '#B9121B';
    c.beginPath();
    c.roundRect(left, 1, width, 18, 4);
    c.fill();
    c.fillStyle = '#FFFFFF';
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.fillText(text, left + width / 2, 10.5);
  }

  /** The placement under a point, its lane taken into account. `y` is within the road's row. */
  hit(road: StripRoad, x: number, y: number, v: StripView): Id | null {
    const lane = laneAt(y);
    const { tracks, entries } = road.lanes[lane];
    const singles = entries.filter((e) => e.item.single);
    let nearest = 13;
    let found: Id | null = null;
    for (const { item } of singles) {
      if (Math.abs(singlesY(lane) - y) > 15) continue;
      const d = Math.abs(xOf(road, item.from, v) - x);
      if (d < nearest) [nearest, found] = [d, item.id];
    }
    if (found !== null) return found;
    const bars = entries.filter((e) => {
      if (e.item.single) return false;
      const box = boxOf(e, lane, tracks);
      const [a, b] = [xOf(road, e.item.from, v) - 3, xOf(road, e.item.to, v) + 3];
      return x >= a && x <= b && y >= box.y - 2 && y <= box.y + box.h + 2;
    });
    return bars[bars.length - 1]?.item.id ?? null;
  }

  /** Where the bars of a placement lie within its road's row: for the handles at its ends. */
  boxesOf(road: StripRoad, id: Id): { readonly y: number; readonly h: number }[] {
    return LANES.flatMap((lane) => {
      const { tracks, entries } = road.lanes[lane];
      const entry = entries.find((e) => e.item.id === id);
      return entry === undefined ? [] : [boxOf(entry, lane, tracks)];
    });
  }
}

function isStanding(state: PlacementState): boolean {
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

function kmText(chainage: number, step: number): string {
  const metres = Math.round(chainage);
  const km = Math.floor(metres / 1000);
  return step >= 1000 ? `Km ${km}` : `Km ${km}+${String(metres - km * 1000).padStart(3, '0')}`;
}

function shortened(c: CanvasRenderingContext2D, text: string, width: number): string {
  if (c.measureText(text).width <= width) return text;
  let end = text.length - 1;
  while (end > 1 && c.measureText(`${text.slice(0, end)}…`).width > width) end--;
  return `${text.slice(0, end)}…`;
}
