/** What a list of words says of one; null for any other, also for those that every object knows («constructor»). */
export function own<T>(words: Readonly<Record<string, T>>, word: string): T | null {
  return Object.hasOwn(words, word) ? (words[word] as T) : null;
}
