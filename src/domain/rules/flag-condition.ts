import type { Rule } from '../checks/rule.ts';
import { BLANK_ITEM } from '../model/entities/assetType.ts';
import { daysBetween } from '../schedule/days.ts';

/**
 * Flags are never torn, faded or upside down: whatever flies longer than some days (7, practice) is looked after, so
 * its checklist has such an item. Guidance 3420/HD-BVHTTDL.
 */
export const rule: Rule = {
  id: 'flag-condition',
  severity: 'hint',
  source: { basis: 'guidance', cites: [{ paper: 'flags-2012' }] },
  params: { days: 7 },
  scope: 'type',
  check(type, placements, { params, dayOf }) {
    if (type.emblem === 'none' || type.checklist.some((i) => i.id === 'maintain')) return [];
    const limit = params.days ?? 7;
    const long = placements.filter((p) => {
      const [up, down] = [dayOf(p.row.installBy), dayOf(p.row.removeBy)];
      return p.isNotRemoved && up !== null && down !== null && daysBetween(up, down) > limit;
    });
    if (long.length === 0) return [];
    const item = {
      id: 'maintain',
      name: {
        vi: 'Kiểm tra sau mưa bão, thay cờ rách, phai',
        en: 'Check after storms, replace torn or faded flags',
      },
      due: { milestone: 'opening', days: 0 },
      ...BLANK_ITEM,
    };
    return [
      {
        params: { count: long.length, days: limit },
        place: { assetTypeId: type.id },
        fix: {
          code: 'add-maintenance',
          params: {},
          ops: [
            {
              kind: 'set',
              entity: 'assetType',
              id: type.id,
              version: type.version,
              fields: { checklist: [...type.checklist, item] },
            },
          ],
        },
      },
    ];
  },
};
