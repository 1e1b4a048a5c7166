import type { Rule } from '../checks/rule.ts';
import { addDays, printDay } from '../schedule/days.ts';

/**
 * Everything is taken down at most some days (5) after the closing, what is past its day does not hang on,
 * and nothing is taken down before it is put up.
 * Practice; recurring orders of districts.
 */
export const rule: Rule = {
  id: 'removed-in-time',
  severity: 'warning',
  source: { basis: 'custom' },
  params: { days: 5 },
  scope: 'placement',
  check(placed, { params, timeline, today, dayOf }) {
    const { row } = placed;
    const day = dayOf(row.removeBy);
    const closing = timeline.days.get('closing');
    if (day === null || closing === undefined || !placed.isNotRemoved) return [];
    const place = { placementId: row.id };
    if (today > day && placed.stands)
      return [
        {
          code: 'removed-in-time.expired',
          severity: 'error',
          suffix: 'expired',
          params: { day: printDay(day) },
          place,
        },
      ];
    const up = dayOf(row.installBy);
    if (up !== null && day < up)
      return [
        {
          code: 'removed-in-time.before-installed',
          severity: 'error',
          suffix: 'before-installed',
          params: { day: printDay(day), installed: printDay(up) },
          place,
        },
      ];
    // The window of its type goes before the campaign's number (`until`).
    if (dayOf(placed.type?.until ?? null) !== null) return [];
    const after = params.days ?? 5;
    const limit = addDays(closing, after);
    const from = dayOf(placed.type?.notBefore ?? null);
    // What may only stand later is of a later occasion.
    if (day <= limit || (from !== null && from > limit)) return [];
    return [
      {
        params: { day: printDay(day), limit: printDay(limit) },
        place,
        fix: {
          code: 'remove-by',
          params: { day: printDay(limit) },
          ops: [placed.set({ removeBy: { milestone: 'closing', days: after } })],
        },
      },
    ];
  },
};
