/** Text as every layer can hold it: PostgreSQL refuses U+0000, and half of a surrogate pair is no UTF-8. */

/** Whether a text can be stored as it is: no U+0000, no half of a surrogate pair. */
export function isCleanText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** A text from outside made storable: U+0000 goes, half of a surrogate pair becomes U+FFFD. */
export function cleanText(text: string): string {
  return (text.includes('\u0000') ? text.replaceAll('\u0000', '') : text).toWellFormed();
}

/** All texts within a value of a row made storable, names of fields included; the value itself where they are already. */
export function cleanValue<T>(value: T): T {
  if (typeof value === 'string') return (isCleanText(value) ? value : cleanText(value)) as T;
  if (Array.isArray(value)) {
    // A line of numbers is not copied to find that it holds no text.
    const clean = value.map((item) => (typeof item === 'number' ? item : cleanValue(item)));
    return clean.some((item, i) => item !== value[i]) ? (clean as T) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [cleanText(key), cleanValue(item)] as const);
  const same = Object.entries(value).every(
    ([key, item], i) => entries[i]?.[0] === key && entries[i]?.[1] === item,
  );
  return same ? value : (Object.fromEntries(entries) as T);
}

/**
 * The first `max` UTF-16 units of a text (the measure of every limit on a field), never ending in the middle of a
 * character that takes two of them.
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  return cut.isWellFormed() || !text.isWellFormed() ? cut.toWellFormed() : cut.slice(0, -1);
}
