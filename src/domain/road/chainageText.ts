import { fail, ok, type Result } from '../model/result.ts';

/**
 * Prints a chainage in metres as road agencies write it, `Km 146+250`. Rounded to whole metres; a negative one
 * (possible only on a calibrated road) is written `Km −0+120`.
 */
export function formatChainage(metres: number): string {
  return `Km ${bareChainage(metres)}`;
}

/** The same without `Km`, for the second end of a range: `Km 146+000 → 151+200`. */
export function bareChainage(metres: number): string {
  const rounded = Math.round(metres);
  const abs = Math.abs(rounded);
  const km = Math.floor(abs / 1000);
  return `${rounded < 0 ? '−' : ''}${km}+${String(abs - km * 1000).padStart(3, '0')}`;
}

/**
 * Reads a typed chainage into metres. Forgiving: `Km 146+250`, `146+250`, `km146 + 250`, `146+5` (5 m),
 * `146.25` and `146,25` (kilometres), `146` (kilometres), `146250 m`. More than 999 m after the plus, and a
 * minus, make sense only where surveyed posts say so, and are refused unless `calibrated`.
 */
export function parseChainage(text: string, calibrated = false): Result<number> {
  const t = text
    .trim()
    .toLowerCase()
    .replace(/^km\s*/, '')
    .replace(/\s+/g, '')
    .replace(/[−–]/g, '-');
  if (t === '') return fail('chainage.empty');
  const metresOnly = /^(-?\d+(?:[.,]\d+)?)m$/.exec(t);
  if (metresOnly) return signed(toNumber(metresOnly[1] as string), calibrated);
  const station = /^(-?)(\d+)\+(\d+(?:[.,]\d+)?)m?$/.exec(t);
  if (station) {
    const rest = toNumber(station[3] as string);
    if (rest > 999.999 && !calibrated) return fail('chainage.over-999', { text: text.trim() });
    const value = Number(station[2]) * 1000 + rest;
    return signed(station[1] ? -value : value, calibrated);
  }
  const kilometres = /^-?\d+(?:[.,]\d+)?$/.exec(t);
  if (kilometres) return signed(toNumber(t) * 1000, calibrated);
  return fail('chainage.unreadable', { text: text.trim() });
}

function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}

function signed(metres: number, calibrated: boolean): Result<number> {
  if (metres < 0 && !calibrated) return fail('chainage.negative');
  return ok(Math.round(metres * 1000) / 1000);
}
