import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof vi };
  }
}

const REMEMBERED = 'cohoa.language';

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'vi',
    fallbackLng: 'vi',
    keySeparator: false,
    nsSeparator: false,
    // React escapes what it shows; escaping twice would garble slogans.
    interpolation: { escapeValue: false },
    resources: { vi: { translation: vi }, en: { translation: en } },
  });
  document.documentElement.lang = i18next.language;
}

export function switchLanguage(language: Language): void {
  localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
