/**
 * All signs of the map in one placing. It is worked out for a piece of the world larger than what is drawn, and stays as
 * it is until the zoom is another, something else is to be shown, or one has left that piece: while one pans nothing
 * moves. Once the map rests, what is there to be read and came to lie under a button or over the edge is placed again.
 */
import type { Mark } from '../../../domain/checks/finding.ts';
import type { Id } from '../../../domain/model/rows.ts';
import type { Mask } from '../../../ui/map/mask.ts';
import { type Box, overlap, placeSigns, type Spot } from '../../../ui/map/placing.ts';
import { seenIn, type View } from '../../../ui/map/world.ts';
import { type Batch, DRAFT, nearView } from '../layers/batch.ts';
import { type Ground, groundSigns, type Measure } from './groundSigns.ts';
import { type MapSign, type PlacedSign, type PointSign, RANK } from './mapSign.ts';
import { findingSigns, type Plan, pointSigns } from './planSigns.ts';
import { roadMask, stateMask, viewOf } from './stateMask.ts';

/** The pieces of the world begin and end at multiples of so many pixels. */
const PIECE = 512;
/** So much lies beyond what is drawn at least, that what is cut off there changes nothing in view. */
const BEYOND = 64;

export class Board {
  readonly #measure: Measure;
  #isFree: (box: Box, onRoad: boolean) => boolean = () => true;
  #ground: Ground | null = null;
  #plan: Plan | null = null;
  #placed: readonly PlacedSign[] = [];
  #zoom = Number.NaN;
  #region: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  #current = false;
  /** What was made for the piece, placed or not. */
  #signs: readonly MapSign[] = [];
  /** The signs without those that found no spot and are counted with others. */
  #spots: readonly PlacedSign[] = [];
  #seen: Seen = { left: 0, top: 0, right: 0, bottom: 0, covers: [] };
  #masks: { readonly of: readonly unknown[]; readonly state: Mask; readonly roads: Mask } | null = null;
  /** Of what the masks are made; a draft moves with the hand and has a mask of its own. */
  #stored: readonly Batch[] = [];

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  set(change: { readonly ground?: Ground; readonly plan?: Plan }): void {
    this.#ground = change.ground ?? this.#ground;
    this.#plan = change.plan ?? this.#plan;
    this.#current = false;
  }

  /** The signs about a view, in pixels of the world. `covers`: what lies over the map, in pixels of what is seen of it. */
  placedIn(view: View, covers: readonly Box[] = []): readonly PlacedSign[] {
    const drawn: Box = {
      left: view.left,
      top: view.top,
      right: view.left + view.width,
      bottom: view.top + view.height,
    };
    const sameZoom = this.#zoom === view.zoom;
    const seen: Seen = { ...seenIn(view), covers };
    const before = this.#seen;
    this.#seen = seen;
    if (sameZoom && this.#current && holds(this.#region, drawn)) {
      const kept = sameSeen(seen, before) ? this.#spots : readable(seen, this.#spots);
      if (kept.length < this.#spots.length || this.#mayShowMore(before)) this.#placed = this.#place(kept);
      return this.#placed;
    }
    const kept = sameZoom && this.#current ? readable(seen, inView(drawn, this.#spots)) : [];
    this.#zoom = view.zoom;
    this.#region = {
      left: Math.floor((drawn.left - BEYOND) / PIECE) * PIECE,
      top: Math.floor((drawn.top - BEYOND) / PIECE) * PIECE,
      right: Math.ceil((drawn.right + BEYOND) / PIECE) * PIECE,
      bottom: Math.ceil((drawn.bottom + BEYOND) / PIECE) * PIECE,
    };
    this.#make(kept);
    this.#placed = this.#place(kept);
    this.#current = true;
    return this.#placed;
  }

  /** The signs of the piece, and the ground they may stand on. */
  #make(kept: readonly PlacedSign[]): void {
    const [ground, plan, region, zoom] = [this.#ground, this.#plan, this.#region, this.#zoom];
    this.#signs = [];
    if (ground === null || plan === null) return;
    const piece = viewOf(region, zoom);
    const near = plan.batches.filter((b) => nearView(b, piece, 30));
    const points = near.filter((b) => b.single);
    const stretches = near.filter((b) => !b.single);
    const leads = new Set<Id>();
    for (const { sign } of kept) if (sign.kind === 'point') leads.add(sign.group.lead.id);
    this.#signs = [
      ...pointSigns(plan, points, zoom, leads),
      ...findingSigns(plan, stretches, zoom),
      ...groundSigns(ground, zoom, region, this.#measure),
    ];
    const { state, roads } = this.#masksOf(stretches, ground);
    const drawn = stretches.filter((b) => b.id === DRAFT);
    const draft = drawn.length === 0 ? null : stateMask(drawn, region, zoom);
    const { left, top } = region;
    this.#isFree = (box, onRoad) => {
      const here = moved(box, -left, -top);
      return !state.touches(here) && draft?.touches(here) !== true && (onRoad || !roads.touches(here));
    };
  }

  #place(kept: readonly PlacedSign[]): readonly PlacedSign[] {
    const [isFree, seen] = [this.#isFree, this.#seen];
    this.#spots = placeSigns(this.#signs, {
      isFree,
      isHidden: (box) => isHidden(seen, box),
      kept: new Map(kept.map(({ sign, spot }) => [sign.key, spot])),
    });
    return joined(this.#signs, this.#spots);
  }

  /** Whether something that was left out because nobody could have read it can be read by now. */
  #mayShowMore(before: Seen): boolean {
    const seen = this.#seen;
    if (sameSeen(seen, before)) return false;
    const there = new Set(this.#spots.map((p) => p.sign.key));
    const isRead = (by: Seen, { boxes }: Spot) => !boxes.some((box) => isHidden(by, box));
    // The spots of single things are worked out when they are asked for: only of words they are.
    return this.#signs.some(
      (sign) =>
        sign.legible === 'only' &&
        !there.has(sign.key) &&
        sign.spots.some((s) => isRead(seen, s) && !isRead(before, s)),
    );
  }

  #masksOf(stretches: readonly Batch[], { drawing }: Ground) {
    const { left, top, right, bottom } = this.#region;
    const stored = stretches.filter((b) => b.id !== DRAFT);
    if (stored.length !== this.#stored.length || stored.some((b, i) => b !== this.#stored[i]))
      this.#stored = stored;
    const of = [this.#stored, drawing.lines, this.#zoom, left, top, right, bottom];
    if (this.#masks === null || of.some((value, i) => value !== this.#masks?.of[i]))
      this.#masks = {
        of,
        state: stateMask(this.#stored, this.#region, this.#zoom),
        roads: roadMask(drawing.lines, this.#region, this.#zoom),
      };
    return this.#masks;
  }
}

/** A thing that found no spot of its own is counted with the nearest that did: nothing that is planned is passed over. */
function joined(signs: readonly MapSign[], placed: readonly PlacedSign[]): readonly PlacedSign[] {
  const there = new Set(placed.map((p) => p.sign.key));
  const left = signs.filter((s): s is PointSign => s.kind === 'point' && !there.has(s.key));
  if (left.length === 0) return placed;
  const points = placed.flatMap(({ sign, spot: { x, y } }) =>
    sign.kind === 'point'
      ? [{ key: sign.key, dimmed: sign.dimmed, selected: sign.rank === RANK.selected, x, y }]
      : [],
  );
  // What is selected stays what it is, where another can take the number.
  const hosts = points.some((p) => !p.selected) ? points.filter((p) => !p.selected) : points;
  const more = new Map<string, Batch[]>();
  const marks = new Map<string, Mark>();
  for (const sign of left) {
    const at = sign.spots[0];
    let best = Number.POSITIVE_INFINITY;
    let found: string | null = null;
    for (const p of hosts) {
      if (at === undefined || p.dimmed !== sign.dimmed) continue;
      const d = Math.max(Math.abs(p.x - at.x), Math.abs(p.y - at.y));
      if (d < best) [best, found] = [d, p.key];
    }
    if (found === null) continue;
    more.set(found, [...(more.get(found) ?? []), ...sign.group.members]);
    if (sign.mark !== null && marks.get(found) !== 'error') marks.set(found, sign.mark);
  }
  return placed.map((p) => {
    const joining = more.get(p.sign.key);
    if (joining === undefined || p.sign.kind !== 'point') return p;
    const { lead, members } = p.sign.group;
    const group = { lead, members: [...members, ...joining] };
    const joins = marks.get(p.sign.key) ?? null;
    const mark = p.sign.mark === 'error' || joins === null ? p.sign.mark : joins;
    return { ...p, sign: { ...p.sign, group, mark } };
  });
}

/** What is seen of the map while it rests, and what lies over it there, in the same pixels as the view's corner. */
interface Seen extends Box {
  readonly covers: readonly Box[];
}

function sameSeen(a: Seen, b: Seen): boolean {
  return (
    a.left === b.left &&
    a.top === b.top &&
    a.right === b.right &&
    a.bottom === b.bottom &&
    a.covers === b.covers
  );
}

/** Under something, or not wholly in view. */
function isHidden(seen: Seen, box: Box): boolean {
  if (!holds(seen, box)) return true;
  const here = moved(box, -seen.left, -seen.top);
  return seen.covers.some((cover) => overlap(cover, here));
}

/** What is in view keeps its spot. */
function inView(drawn: Box, placed: readonly PlacedSign[]): readonly PlacedSign[] {
  return placed.filter(({ spot }) => spot.boxes.some((box) => overlap(box, drawn)));
}

/** And so does what is no text, or can be read where it stands; of what is out of view nobody reads anything. */
function readable(seen: Seen, placed: readonly PlacedSign[]): readonly PlacedSign[] {
  return placed.filter(
    ({ sign, spot: { boxes } }) =>
      sign.legible === undefined ||
      !boxes.some((box) => isHidden(seen, box)) ||
      !boxes.some((box) => overlap(seen, box)),
  );
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  );
}

function moved(box: Box, x: number, y: number): Box {
  return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
}
