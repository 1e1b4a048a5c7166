/** What a rule rests on, in a sentence, as it stands on a day: which paper, since when, and whether it holds then. */
import type { Rule } from '../../domain/checks/rule.ts';
import { type Cited, citedOn } from '../../domain/checks/source.ts';
import { type Day, printDay } from '../../domain/schedule/days.ts';

/** Says a key in the reader's words; null where there are none. */
type Say = (key: string, figures?: Readonly<Record<string, string | number>>) => string | null;

export function sourceText({ id, source }: Rule, day: Day, say: Say): string {
  const cited = citedOn(source, day);
  const basis = say(`basis.${source.basis}`);
  const papers = cited.map((c) => paperText(c, say)).join('; ');
  const sentences = [
    papers === '' ? `${basis}.` : `${basis}: ${papers}.`,
    // What obliges nobody must not read as if it did.
    source.basis === 'custom' && cited.length > 0 ? say('cite.by-custom') : null,
    say(`source.${id}`),
  ];
  return sentences.filter((s) => s !== null).join(' ');
}

function paperText({ paper, article, clause, from, until, force, unread }: Cited, say: Say): string {
  const remarks = [
    until === null
      ? say('cite.from', { from: printDay(from) })
      : say('cite.during', { from: printDay(from), until: printDay(until) }),
    force === 'in-force' ? null : say(`cite.${force}`),
    unread === true ? say('cite.unread') : null,
  ];
  const place =
    article === undefined
      ? null
      : clause === undefined
        ? say('cite.article', { article })
        : say('cite.clause', { article, clause });
  const name = [say(`paper.${paper}`), place].filter((part) => part !== null).join(', ');
  return `${name} (${remarks.filter((r) => r !== null).join(', ')})`;
}
