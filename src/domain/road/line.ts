import { metresPerDegree, segmentLength } from '../geo/geodesic.ts';

/** A line measured along itself, prepared for fast look-ups: per segment its direction and its right-hand normal. */
export interface Line {
  readonly count: number;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** Metres from the first vertex to each vertex. */
  readonly along: Float64Array;
  readonly length: number;
  /** Degrees of longitude and latitude per metre along each segment. */
  readonly dLng: Float64Array;
  readonly dLat: Float64Array;
  /** Degrees of longitude and latitude per metre to the right of each segment. */
  readonly nLng: Float64Array;
  readonly nLat: Float64Array;
  /** West, south, east, north of every run of CHUNK segments: lets a search skip what is far away. */
  readonly boxes: Float64Array;
  /** The same of every run of REGION such boxes. */
  readonly regions: Float64Array;
}

/** Where on a line the nearest point lies. */
export interface Foot {
  readonly along: number;
  readonly distance: number;
  readonly side: 'left' | 'right';
  /** True at the first or last vertex when the point lies beyond it. */
  readonly beyondEnd: boolean;
}

const CHUNK = 32;
const REGION = 32;

/**
 * Prepares a line of [lng, lat] pairs (degrees). Vertices that repeat the one before are passed over; fewer than
 * two different vertices give null.
 */
export function measureLine(coordinates: readonly (readonly number[])[]): Line | null {
  const kept: (readonly number[])[] = [];
  for (const c of coordinates) {
    const last = kept[kept.length - 1];
    if (last === undefined || last[0] !== c[0] || last[1] !== c[1]) kept.push(c);
  }
  const count = kept.length;
  if (count < 2) return null;
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const c = kept[i] as readonly number[];
    lng[i] = c[0] as number;
    lat[i] = c[1] as number;
  }
  const along = new Float64Array(count);
  const segments = count - 1;
  const dLng = new Float64Array(segments);
  const dLat = new Float64Array(segments);
  const nLng = new Float64Array(segments);
  const nLat = new Float64Array(segments);
  for (let i = 0; i < segments; i++) {
    const x1 = at(lng, i);
    const y1 = at(lat, i);
    const x2 = at(lng, i + 1);
    const y2 = at(lat, i + 1);
    const length = segmentLength(x1, y1, x2, y2);
    along[i + 1] = at(along, i) + length;
    const scale = metresPerDegree((y1 + y2) / 2);
    const east = (x2 - x1) * scale.lng;
    const north = (y2 - y1) * scale.lat;
    const norm = Math.sqrt(east * east + north * north);
    dLng[i] = (x2 - x1) / length;
    dLat[i] = (y2 - y1) / length;
    nLng[i] = north / norm / scale.lng;
    nLat[i] = -east / norm / scale.lat;
  }
  const boxes = chunkBoxes(lng, lat);
  return {
    count,
    lng,
    lat,
    along,
    length: at(along, count - 1),
    dLng,
    dLat,
    nLng,
    nLat,
    boxes,
    regions: regionsOf(boxes),
  };
}

/** Reads a typed array at an index known to be inside it. */
export function at(array: Float64Array, i: number): number {
  return array[i] as number;
}

function chunkBoxes(lng: Float64Array, lat: Float64Array): Float64Array {
  const segments = lng.length - 1;
  const chunks = Math.ceil(segments / CHUNK);
  const boxes = new Float64Array(chunks * 4);
  for (let c = 0; c < chunks; c++) {
    let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
    const end = Math.min(segments, (c + 1) * CHUNK);
    for (let i = c * CHUNK; i <= end; i++) {
      w = Math.min(w, at(lng, i));
      e = Math.max(e, at(lng, i));
      s = Math.min(s, at(lat, i));
      n = Math.max(n, at(lat, i));
    }
    boxes.set([w, s, e, n], c * 4);
  }
  return boxes;
}

function regionsOf(boxes: Float64Array): Float64Array {
  const chunks = boxes.length / 4;
  const regions = new Float64Array(Math.ceil(chunks / REGION) * 4);
  for (let r = 0; r * 4 < regions.length; r++) {
    let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
    const end = Math.min(chunks, (r + 1) * REGION);
    for (let c = r * REGION; c < end; c++) {
      w = Math.min(w, at(boxes, c * 4));
      s = Math.min(s, at(boxes, c * 4 + 1));
      e = Math.max(e, at(boxes, c * 4 + 2));
      n = Math.max(n, at(boxes, c * 4 + 3));
    }
    regions.set([w, s, e, n], r * 4);
  }
  return regions;
}

/** The segment that holds a distance along the line (metres), clamped to the line. */
export function segmentAt(line: Line, along: number): number {
  let low = 0;
  let high = line.count - 2;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (at(line.along, mid) <= along) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** The point at a distance along the line, `offset` metres to the right (negative: left) of it. */
export function pointAt(
  line: Line,
  along: number,
  offset = 0,
): { lng: number; lat: number; segment: number } {
  const segment = segmentAt(line, along);
  const t = along - at(line.along, segment);
  return {
    lng: at(line.lng, segment) + t * at(line.dLng, segment) + offset * at(line.nLng, segment),
    lat: at(line.lat, segment) + t * at(line.dLat, segment) + offset * at(line.nLat, segment),
    segment,
  };
}

/** Direction of travel at a distance along the line, in degrees clockwise from north. */
export function bearingAt(line: Line, along: number): number {
  const i = segmentAt(line, along);
  const scale = metresPerDegree(at(line.lat, i));
  const degrees = (Math.atan2(at(line.dLng, i) * scale.lng, at(line.dLat, i) * scale.lat) * 180) / Math.PI;
  return (degrees + 360) % 360;
}

/**
 * The foot of the perpendicular from a point to the line, or null when all of it is farther than `within`
 * metres. Distances are plane, on the scale of the point's latitude: exact enough within some kilometres.
 */
export function footOn(line: Line, lng: number, lat: number, within = Infinity): Foot | null {
  const scale = metresPerDegree(lat);
  let best = within * within;
  let bestSegment = -1;
  let bestT = 0;
  const segments = line.count - 1;
  for (let c = 0; c * CHUNK < segments; c++) {
    if (c % REGION === 0 && squaredTo(line.regions, c / REGION, lng, lat, scale) > best) {
      c += REGION - 1;
      continue;
    }
    if (squaredTo(line.boxes, c, lng, lat, scale) > best) continue;
    const end = Math.min(segments, (c + 1) * CHUNK);
    for (let i = c * CHUNK; i < end; i++) {
      const ax = (at(line.lng, i) - lng) * scale.lng;
      const ay = (at(line.lat, i) - lat) * scale.lat;
      const vx = (at(line.lng, i + 1) - at(line.lng, i)) * scale.lng;
      const vy = (at(line.lat, i + 1) - at(line.lat, i)) * scale.lat;
      const t = Math.max(0, Math.min(1, -(ax * vx + ay * vy) / (vx * vx + vy * vy)));
      const dx = ax + t * vx;
      const dy = ay + t * vy;
      const d2 = dx * dx + dy * dy;
      if (d2 < best || (bestSegment < 0 && d2 <= best)) {
        best = d2;
        bestSegment = i;
        bestT = t;
      }
    }
  }
  if (bestSegment < 0) return null;
  const i = bestSegment;
  const start = at(line.along, i);
  const cross =
    (lng - at(line.lng, i)) * scale.lng * at(line.dLat, i) * scale.lat -
    (lat - at(line.lat, i)) * scale.lat * at(line.dLng, i) * scale.lng;
  return {
    along: start + bestT * (at(line.along, i + 1) - start),
    distance: Math.sqrt(best),
    side: cross >= 0 ? 'right' : 'left',
    beyondEnd: (i === 0 && bestT === 0) || (i === segments - 1 && bestT === 1),
  };
}

/**
 * All places of a line that are nearer to a point than those about them, within so many metres, along the line: one on
 * every limb of it, and at both sides of where it turns back on itself.
 */
export function feetOn(line: Line, lng: number, lat: number, within: number): Omit<Foot, 'side'>[] {
  const scale = metresPerDegree(lat);
  const most = within * within;
  const feet: Omit<Foot, 'side'>[] = [];
  const segments = line.count - 1;
  // Whether the way comes down to the vertex at which the next segment begins: then that may be nearest.
  let falls = true;
  for (let c = 0; c * CHUNK < segments; c++) {
    if (c % REGION === 0 && squaredTo(line.regions, c / REGION, lng, lat, scale) > most) {
      c += REGION - 1;
      falls = true;
      continue;
    }
    if (squaredTo(line.boxes, c, lng, lat, scale) > most) {
      falls = true;
      continue;
    }
    const end = Math.min(segments, (c + 1) * CHUNK);
    for (let i = c * CHUNK; i < end; i++) {
      const ax = (at(line.lng, i) - lng) * scale.lng;
      const ay = (at(line.lat, i) - lat) * scale.lat;
      const vx = (at(line.lng, i + 1) - at(line.lng, i)) * scale.lng;
      const vy = (at(line.lat, i + 1) - at(line.lat, i)) * scale.lat;
      const free = -(ax * vx + ay * vy) / (vx * vx + vy * vy);
      const isLast = i === segments - 1;
      const isFoot = free <= 0 ? falls : free < 1 || isLast;
      falls = free >= 1;
      if (!isFoot) continue;
      const t = Math.max(0, Math.min(1, free));
      const d2 = (ax + t * vx) ** 2 + (ay + t * vy) ** 2;
      if (d2 > most) continue;
      const start = at(line.along, i);
      feet.push({
        along: start + t * (at(line.along, i + 1) - start),
        distance: Math.sqrt(d2),
        beyondEnd: (i === 0 && t === 0) || (isLast && t === 1),
      });
    }
  }
  return feet;
}

/** Square metres of the way from a place to a box. */
function squaredTo(
  boxes: Float64Array,
  i: number,
  lng: number,
  lat: number,
  scale: { readonly lng: number; readonly lat: number },
): number {
  const x = outside(lng, at(boxes, i * 4), at(boxes, i * 4 + 2)) * scale.lng;
  const y = outside(lat, at(boxes, i * 4 + 1), at(boxes, i * 4 + 3)) * scale.lat;
  return x * x + y * y;
}

function outside(value: number, low: number, high: number): number {
  if (value < low) return low - value;
  return value > high ? value - high : 0;
}
