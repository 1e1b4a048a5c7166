import type { Rule } from '../checks/rule.ts';
import { correctedSlogan, guardSlogan } from '../slogan/guard.ts';

/**
 * A slogan names the congress as the campaign does, letter by letter. Practice: the costliest printing error there is. A
 * text that somebody has approved is theirs: what is seen in it is a hint, and nothing is mended of itself.
 */
export const rule: Rule = {
  id: 'name-of-congress',
  severity: 'error',
  source: { basis: 'custom' },
  params: {},
  scope: 'slogan',
  check(slogan, { plan }) {
    const { campaign } = plan;
    if (campaign === undefined) return [];
    const faults = guardSlogan(slogan.text, campaign);
    const text = correctedSlogan(slogan.text, faults);
    return faults.map((fault) => ({
      code: `name-of-congress.${fault.code}`,
      ...(slogan.approved ? { severity: 'hint' as const } : {}),
      suffix: `${fault.code}-${fault.at}`,
      params: { word: fault.word, expected: fault.expected, slogan: slogan.text },
      place: { sloganId: slogan.id },
      fix:
        slogan.approved || text === slogan.text
          ? null
          : {
              code: 'correct-slogan',
              params: { text },
              ops: [
                {
                  kind: 'set',
                  entity: 'slogan',
                  id: slogan.id,
                  version: slogan.version,
                  fields: { text, approved: false, approvalDocument: '', approvalDay: null },
                },
              ],
            },
    }));
  },
};
