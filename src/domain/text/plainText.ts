/** Text for searching: small letters without diacritics, so that «nong ha» finds «Nông Hạ». */
export function plainText(text: string): string {
  return text.toLowerCase().replace(/[^\0-\x7f]/g, bare);
}

const bareLetters = new Map<string, string>();

/** A letter without its marks. Remembered: taking letters apart is slow, and there are only some two hundred. */
function bare(letter: string): string {
  let plain = bareLetters.get(letter);
  if (plain === undefined) {
    plain = letter === 'đ' ? 'd' : letter.normalize('NFD').replace(/\p{M}/gu, '');
    bareLetters.set(letter, plain);
  }
  return plain;
}
