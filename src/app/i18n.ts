/** The reader's language: its words come when they are needed, the other's when there is time. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, type LanguageId } from '../domain/text/languages.ts';
import { singular } from '../words/singular.ts';
import type { vi } from '../words/vi.ts';
import { addPart } from './partFiles.ts';
import type { Part } from './parts.ts';

type Words = Readonly<Partial<Record<keyof typeof vi, string>>>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof vi };
  }
}

const REMEMBERED = 'cohoa.language';

interface LanguageWords {
  /** What is shown before any part is opened. */
  readonly first: Part<Words>;
  /** What those parts say that are loaded when they are opened. */
  readonly later: Part<Words>;
}

const WORDS: Readonly<Record<LanguageId, LanguageWords>> = {
  vi: {
    first: addPart<Words>('viFirst', async () => (await import('../words/vi/viFirst.ts')).viFirst, 'late'),
    later: addPart<Words>('viLater', async () => (await import('../words/vi/viLater.ts')).viLater, 'late'),
  },
  en: {
    first: addPart<Words>('enFirst', async () => (await import('../words/en/enFirst.ts')).enFirst, 'late'),
    later: addPart<Words>('enLater', async () => (await import('../words/en/enLater.ts')).enLater, 'late'),
  },
};

/** Throws when the words do not come. */
export async function startI18n(): Promise<void> {
  const remembered = localStorage.getItem(REMEMBERED);
  const lng: LanguageId = isLanguage(remembered) ? remembered : 'vi';
  await i18next
    .use(initReactI18next)
    .use(singular)
    .init({
      lng,
      // Every language has every word.
      fallbackLng: false,
      keySeparator: false,
      nsSeparator: false,
      // React escapes what it shows; escaping twice would garble slogans.
      interpolation: { escapeValue: false },
      resources: { [lng]: { translation: await WORDS[lng].first.load() } },
    });
  document.documentElement.lang = i18next.language;
}

/** The words of parts that are opened, in the language that is read. Throws when they do not come. */
export async function loadLaterWords(): Promise<void> {
  const { language } = i18next;
  if (!isLanguage(language)) return;
  i18next.addResourceBundle(language, 'translation', await WORDS[language].later.load(), true);
}

/** Throws when the words do not come; everything then stays as it is. */
export async function switchLanguage(language: LanguageId): Promise<void> {
  const { first, later } = WORDS[language];
  const [shown, opened] = await Promise.all([first.load(), later.load()]);
  i18next.addResourceBundle(language, 'translation', { ...shown, ...opened });
  await i18next.changeLanguage(language);
  localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
}
