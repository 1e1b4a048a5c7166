import type { Placement } from '../../model/entities/placement.ts';
import { fail, ok } from '../../model/result.ts';
import { bareChainage, parseChainage } from '../../road/chainageText.ts';
import type { Column } from './column.ts';

function text(row: Pick<Placement, 'from' | 'to'>): string {
  return [row.from, row.to]
    .filter((c) => c !== null)
    .map(bareChainage)
    .join(' – ');
}

/** What stands before and behind the dash, as it is written. */
export function endsIn(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .replace(/^\s*(?:từ|from)\s+/iu, '')
    .split(/\s*(?:–|—|→|->|÷|~|\s-\s|(?<=\d)\s*[-−‑]\s*(?=(?:km)?\s*\d)|\sđến\s|\sto\s)\s*/iu)
    .filter((p) => p !== '');
}

/** Chainage: «146+000 – 151+200», or one for a point. */
export const where: Column<number | null> = {
  width: 150,
  value: (row) => row.from,
  sort: 'number',
  show: (_, __, row) => text(row),
  typed: (_, __, row) => text(row),
  searched: (_, row) => text(row),
  filter: {
    kind: 'number',
    // A stretch is where any part of it is.
    ends: ({ from, to }) => (from === null ? null : [from, to ?? from]),
    notation: 'chainage',
  },
  read(text, row, { measured, tables }) {
    const road = row.roadId === null ? null : measured(row.roadId);
    if (road === null) return fail('cell.no-road');
    const calibrated =
      road.minChainage < 0 || (tables.road.get(row.roadId ?? '')?.calibration.length ?? 0) > 0;
    const parts = endsIn(text);
    const ends: number[] = [];
    for (const part of parts) {
      const at = parseChainage(part, calibrated);
      if (!at.ok) return at;
      if (at.value < Math.floor(road.minChainage) || at.value > Math.ceil(road.maxChainage))
        return fail('chainage.outside-road', {
          fromText: bareChainage(road.minChainage),
          toText: bareChainage(road.maxChainage),
        });
      ends.push(at.value);
    }
    const [from, to] = ends;
    if (row.rule === null) {
      if (from === undefined || ends.length !== 1) return fail('cell.point-where', { text });
      return ok({ from });
    }
    if (from === undefined || to === undefined || ends.length !== 2)
      return fail('cell.stretch-where', { text });
    return from < to ? ok({ from, to }) : fail('row.stretch-ends-order');
  },
  after: ['type', 'road'],
  required: true,
};
