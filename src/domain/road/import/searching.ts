/** Roads of a file by what somebody types of them. */
import { plainText } from '../../text/plainText.ts';
import type { OfferedRoad } from './planImport.ts';
import { codeKey } from './reading/names.ts';

/** Those whose number and name have all the words in them, however the number is written; first what is meant exactly. */
export function searchOffers(offers: readonly OfferedRoad[], typed: string): readonly OfferedRoad[] {
  const wanted = plainText(typed).trim();
  if (wanted === '') return offers;
  const words = wanted.split(/\s+/u);
  const key = codeKey(wanted);
  const found = offers.flatMap((offer) => {
    const text = plainText(`${offer.code} ${offer.name}`);
    const isCode = key !== '' && codeKey(offer.code) === key;
    if (isCode || plainText(offer.name) === wanted) return [{ offer, rank: 0 }];
    if (!words.every((word) => text.includes(word))) return [];
    // «quoc lo 3» is meant before «quoc lo 30».
    const isWhole = text
      .split(/[^a-z0-9./]+/u)
      .join(' ')
      .concat(' ')
      .includes(`${wanted} `);
    return [{ offer, rank: isWhole ? 1 : text.includes(wanted) ? 2 : 3 }];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ offer }) => offer);
}
