/** Units as an office pastes them: a name a line, of a sheet its first column. */
import { plainText } from '../text/plainText.ts';

/** Names as long as a unit may have; what stands before them as a number of the list is none of theirs. */
export function namesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) =>
      (line.split('\t').find((cell) => /\p{L}/u.test(cell)) ?? line)
        .trim()
        .replace(/^\d+\s*[.)]\s*/, '')
        .slice(0, 200)
        .trim(),
    )
    .filter((name) => name !== '');
}

/** Names that there are already, or twice in the list: two units of one name are told apart by nobody. */
export function sameNames(names: readonly string[], units: readonly { readonly name: string }[]): string[] {
  const seen = new Set(units.map(({ name }) => plainText(name)));
  const same = new Set<string>();
  for (const name of names) {
    if (seen.has(plainText(name))) same.add(name);
    seen.add(plainText(name));
  }
  return [...same];
}
