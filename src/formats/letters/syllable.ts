/** Whether a word is built as a Vietnamese syllable is: an onset, a vowel with its tone, an ending. */

const ONSET = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?/u;
const RIME =
  /^(?:[aăâeêioôơuưy]|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iêu|iu|oa|oai|oao|oay|oă|oe|oeo|oi|oo|ô|ôi|ơi|ua|uâ|uây|uê|ui|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ưi|ươ|ươi|ươu|ưu|yê|yêu|iêu)(?:c|ch|m|n|ng|nh|p|t)?$/u;

/** Grave, acute, hook above, tilde, dot below. */
const TONES = /[\u0300\u0301\u0309\u0303\u0323]/gu;

export function isVietnamese(word: string): boolean {
  const lower = word.toLowerCase().normalize('NFD');
  if ((lower.match(TONES)?.length ?? 0) > 1) return false;
  const plain = lower.replace(TONES, '').normalize('NFC');
  if (!/^\p{L}+$/u.test(plain)) return false;
  const onset = ONSET.exec(plain)?.[0] ?? '';
  // «gì» and «quý» share a letter between onset and rime.
  return [plain.slice(onset.length), plain.slice(Math.max(0, onset.length - 1))].some((rime) =>
    RIME.test(rime),
  );
}
