/** The reader's language: its words come when they are needed, the other's when there is time. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, type LanguageId } from '../domain/text/languages.ts';
import type { vi } from '../words/vi.ts';
import { addPart } from './partFiles.ts';
import type { Part } from './parts.ts';

type Words = Readonly<Record<keyof typeof vi, string>>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof vi };
  }
}

const REMEMBERED = 'cohoa.language';

const WORDS: Readonly<Record<LanguageId, Part<Words>>> = {
  vi: addPart<Words>('vi', async () => (await import('../words/vi.ts')).vi, 'late'),
  en: addPart<Words>('en', async () => (await import('../words/en.ts')).en, 'late'),
};

/** Throws when the words do not come. */
export async function startI18n(): Promise<void> {
  const remembered = localStorage.getItem(REMEMBERED);
  const lng: LanguageId = isLanguage(remembered) ? remembered : 'vi';
  await i18next.use(initReactI18next).init({
    lng,
    // Every language has every word.
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    // React escapes what it shows; escaping twice would garble slogans.
    interpolation: { escapeValue: false },
    resources: { [lng]: { translation: await WORDS[lng].load() } },
  });
  document.documentElement.lang = i18next.language;
}

/** Throws when the words do not come; everything then stays as it is. */
export async function switchLanguage(language: LanguageId): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await WORDS[language].load());
  await i18next.changeLanguage(language);
  localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
}
