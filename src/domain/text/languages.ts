/** The languages of the interface, each in its own name, and how numbers and money are written in it. */
interface Language {
  readonly name: string;
  readonly locale: string;
  /** Whole VND, from the digits. */
  readonly money: (digits: string) => string;
}

export const LANGUAGES = {
  vi: { name: 'Tiếng Việt', locale: 'vi-VN', money: (digits) => `${digits} đ` },
  en: { name: 'English', locale: 'en-GB', money: (digits) => `₫${digits}` },
} as const satisfies Readonly<Record<string, Language>>;

export type LanguageId = keyof typeof LANGUAGES;

export function isLanguage(id: string | null): id is LanguageId {
  return id !== null && Object.hasOwn(LANGUAGES, id);
}

/** Vietnamese where nothing else is known. */
export function languageOf(id: string): Language {
  return LANGUAGES[isLanguage(id) ? id : 'vi'];
}
