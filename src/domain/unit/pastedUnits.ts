/** Units as an office pastes them: a name a line, or a sheet with headings. */
import { pastedSheet } from '../text/pastedSheet.ts';
import { plainText } from '../text/plainText.ts';

export interface PastedUnit {
  readonly name: string;
  readonly code: string;
  readonly kind: string;
  readonly contact: string;
  readonly phone: string;
}

const HEADINGS = {
  name: ['don vi', 'ten don vi', 'ten', 'xa', 'ten xa', 'thon', 'name', 'unit'],
  code: ['ma', 'ma don vi', 'ma xa', 'code'],
  kind: ['loai', 'loai don vi', 'kind', 'type'],
  contact: [
    'nguoi lien he',
    'lien he',
    'nguoi phu trach',
    'phu trach',
    'dau moi',
    'can bo phu trach',
    'contact',
  ],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'dt', 'so dt', 'phone', 'telephone', 'tel'],
};
const LONGEST = { name: 200, code: 40, kind: 60, contact: 200, phone: 40 } as const;

/** Fields as long as a unit may have; without headings a line is a name alone, its first cell with letters. */
export function unitsIn(text: string): PastedUnit[] {
  const heading = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const named = pastedSheet(heading, HEADINGS).length === 0;
  const units = named ? pastedSheet(text, HEADINGS).map(({ cells }) => cells) : namesIn(text);
  return units.flatMap((cells) => {
    const cut = (field: keyof PastedUnit) => (cells[field] ?? '').slice(0, LONGEST[field]).trim();
    const name = cut('name');
    return name === ''
      ? []
      : [{ name, code: cut('code'), kind: cut('kind'), contact: cut('contact'), phone: cut('phone') }];
  });
}

/** What stands before a name as a number of the list is none of it. */
function namesIn(text: string): Partial<PastedUnit>[] {
  return text.split(/\r?\n/).map((line) => ({
    name: (line.split('\t').find((cell) => /\p{L}/u.test(cell)) ?? line).trim().replace(/^\d+\s*[.)]\s*/, ''),
  }));
}

/** Names that there are already, or twice in the list: two units of one name are told apart by nobody. */
export function sameNames(
  units: readonly { readonly name: string }[],
  known: readonly { readonly name: string }[],
): string[] {
  const seen = new Set(known.map(({ name }) => plainText(name)));
  const same = new Set<string>();
  for (const { name } of units) {
    if (seen.has(plainText(name))) same.add(name);
    seen.add(plainText(name));
  }
  return [...same];
}
