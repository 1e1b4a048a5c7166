import type { Rule } from '../checks/rule.ts';
import { correctedSlogan, guardSlogan, isHint } from '../slogan/guard.ts';
import { guardedAlone, guardedIn } from '../slogan/guarded.ts';

/**
 * A slogan names congresses and elections as the campaign's occasions do, letter by letter. Practice: the costliest
 * printing error there is. A text that somebody has approved is theirs: what is seen in it is a hint, and nothing is
 * mended of itself; nor is a number an error that belongs to no occasion of the campaign.
 */
export const rule: Rule = {
  id: 'name-of-congress',
  severity: 'error',
  source: { basis: 'custom' },
  params: {},
  scope: 'slogan',
  check(slogan, { plan }) {
    const { tables } = plan;
    const guarded = slogan.approved ? guardedAlone(tables) : guardedIn(tables);
    const faults = guardSlogan(slogan.text, guarded);
    const text = faults.length === 0 ? slogan.text : correctedSlogan(slogan.text, guarded);
    return faults.map((fault) => ({
      code: `name-of-congress.${fault.code}`,
      ...(slogan.approved || isHint(fault) ? { severity: 'hint' as const } : {}),
      suffix: `${fault.code}-${fault.at}`,
      params: { word: fault.word, expected: fault.expected, slogan: slogan.text },
      place: { sloganId: slogan.id },
      fix:
        slogan.approved || isHint(fault) || text === slogan.text
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
