/** What people say in their own language and no register fixes: kinds of things, counting words, steps of work. */
export interface Translated {
  readonly vi: string;
  readonly en: string;
}

/** In the reader's language, in Vietnamese where it has none; empty for what is not there. */
export function nameIn(language: string, name: Translated | undefined): string {
  if (name === undefined) return '';
  return (name as unknown as Readonly<Record<string, string | undefined>>)[language]?.trim() || name.vi;
}

/** What `count` of something are counted in: an English plural loses its ending beside one («1 gate»). */
export function countedIn(language: string, unit: Translated | undefined, count: number): string {
  const word = nameIn(language, unit);
  return language === 'en' && count === 1 && word === unit?.en.trim() ? ofOne(word) : word;
}

function ofOne(plural: string): string {
  if (/[^aeiou]ies$/i.test(plural)) return plural.replace(/ies$/i, 'y');
  if (/(ch|sh|ss|x|z)es$/i.test(plural)) return plural.slice(0, -2);
  return /[^s]s$/i.test(plural) ? plural.slice(0, -1) : plural;
}

/** Whether a value of a field is one: what is shown of a row without knowing its entity asks so. */
export function isTranslated(value: unknown): value is Translated {
  return typeof value === 'object' && value !== null && 'vi' in value && typeof value.vi === 'string';
}
