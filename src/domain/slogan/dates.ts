/** Days in a slogan against those on which something of the campaign is held. */
import type { Mention } from './mention.ts';
import type { NamedOccasion } from './spoken.ts';

/** Days that every year has: they are named for themselves, and nothing of the campaign's is meant. */
const OF_EVERY_YEAR = new Set(
  '1/1 6/1 9/1 3/2 27/2 8/3 26/3 30/4 1/5 7/5 19/5 1/6 5/6 21/6 28/6 27/7 19/8 2/9 10/10 20/10 18/11 20/11 22/12'.split(
    ' ',
  ),
);

const DATE = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu;

/** «15/3/2026»: a day of the year in which something of the campaign is held, but none on which it is. */
export function dateMentions(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  const years = new Set(occasions.flatMap((o) => o.openingDay?.slice(0, 4) ?? []));
  return [...text.matchAll(DATE)].flatMap((m): Mention[] => {
    const [word, day = '', month = '', year = ''] = m;
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const held = occasions.some(
      (o) =>
        o.openingDay !== undefined &&
        written >= (o.firstDay ?? o.openingDay) &&
        written <= (o.lastDay ?? o.openingDay),
    );
    const everyYear = OF_EVERY_YEAR.has(`${Number(day)}/${Number(month)}`);
    return !years.has(year) || held || everyYear
      ? []
      : [{ what: 'date-other', word, at: m.index, right: false, expected: '' }];
  });
}
