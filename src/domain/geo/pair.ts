import type { LngLatPair } from '../model/rows.ts';

/** A place on the globe from what a file says; null for what is none. */
export function pairOf(value: unknown): LngLatPair | null {
  if (!Array.isArray(value)) return null;
  const [lng, lat] = value as unknown[];
  if (typeof lng !== 'number' || typeof lat !== 'number') return null;
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return null;
  return [lng, lat];
}
