/**
 * Text as every layer can hold and show it. PostgreSQL refuses U+0000, half of a surrogate pair is no UTF-8, control
 * characters and U+FFFE may not stand in the XML of office documents, and marks of direction turn the digits of whatever
 * is written behind them: «Km 138+100» would read «001+831».
 */

/** All controls but tab and line ends; embeddings, overrides and isolates of direction; what is no character at all. */
const UNFIT = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Whether a text can be taken as it is. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && text.search(UNFIT) === -1;
}

/** A text from outside made fit: half of a surrogate pair becomes U+FFFD, what else is unfit goes. */
export function cleanText(text: string): string {
  return text.replace(UNFIT, '').toWellFormed();
}

/** All texts within a value of a row made fit, names of fields included; the value itself where they are already. */
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
