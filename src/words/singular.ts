/** The words of a language that has a form for one: any key may have its `_one`, said where the count is 1. */
export type Words<Vietnamese> = Readonly<Record<keyof Vietnamese, string>> & OfOne<keyof Vietnamese & string>;

type OfOne<Key extends string> = { readonly [K in `${Key}_one`]?: string };

/**
 * For i18next, in the place of its own plurals: those look at numbers alone, and what is counted here is a number
 * already written for its reader («1.250»).
 */
export const singular = {
  type: 'i18nFormat' as const,
  addLookupKeys(
    keys: string[],
    key: string,
    _language: string,
    _namespace: string,
    said: { count?: unknown },
  ) {
    // What is looked for last is preferred.
    if (said.count === 1 || said.count === '1') keys.push(`${key}_one`);
  },
};
