/** Which class a road is of, by how sources and people call it (Law on Roads 2024, article 8). */
import type { RoadClass } from '../model/entities/road.ts';

const CLASS_WORDS: readonly (readonly [RegExp, RoadClass])[] = [
  [/^(motorway|trunk|primary)|quốc gia|quốc lộ|cao tốc|asean|^ql|^ct\.?\d/iu, 'national'],
  [/^secondary|cấp tỉnh|tỉnh lộ|đường tỉnh|^đt|^tl/iu, 'provincial'],
  [/^tertiary|cấp huyện|huyện lộ|đường huyện|^đh|^hl/iu, 'district'],
  [/cấp xã|đường xã|liên xã|đường thôn|liên thôn|^đx/iu, 'commune'],
  [/^(residential|unclassified|living_street)|đô thị|phố|thị trấn/iu, 'street'],
];

/** The first of these texts that says a class decides: a kind («secondary», «Đường tỉnh»), a number («ĐT.256») or a name. */
export function classOf(...texts: readonly string[]): RoadClass {
  for (const text of texts)
    for (const [words, roadClass] of CLASS_WORDS) if (words.test(text)) return roadClass;
  return 'other';
}
