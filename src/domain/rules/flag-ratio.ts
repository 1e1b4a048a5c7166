import { isFlagItself } from '../checks/flags.ts';
import type { Rule } from '../checks/rule.ts';

/**
 * A national or Party flag is two thirds as high as it is long. Guidance 3420/HD-BVHTTDL, 2 October 2012;
 * 105-HD/BTGTW. A difference of one per cent is a tailor's; upright banner flags that bear a symbol have their own.
 */
export const rule: Rule = {
  id: 'flag-ratio',
  severity: 'error',
  source: { basis: 'guidance', cites: [{ paper: 'flags-2012' }, { paper: 'party-flag-2023' }] },
  params: {},
  scope: 'type',
  check(type) {
    const { widthCm, heightCm } = type;
    if (!isFlagItself(type) || widthCm === null || heightCm === null) return [];
    const [long, short] = [Math.max(widthCm, heightCm), Math.min(widthCm, heightCm)];
    const right = (long * 2) / 3;
    if (Math.abs(short - right) <= long * 0.01) return [];
    const fields = widthCm >= heightCm ? { heightCm: Math.round(right) } : { widthCm: Math.round(right) };
    return [
      {
        params: { width: widthCm, height: heightCm },
        place: { assetTypeId: type.id },
        fix: {
          code: 'flag-size',
          params: { long, short: Math.round(right) },
          ops: [{ kind: 'set', entity: 'assetType', id: type.id, version: type.version, fields }],
        },
      },
    ];
  },
};
