import i18next from 'i18next';
import type { Reason } from '../../src/domain/model/result.ts';
import { en } from '../../src/words/en.ts';
import { singular } from '../../src/words/singular.ts';

const words = i18next.createInstance();
await words.use(singular).init({
  lng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en } },
});

/** A refusal or a warning in the words that the screen has for it. Throws for one that has none. */
export function inWords({ code, params }: Reason): string {
  const key = `reason.${code}`;
  if (!words.exists(key)) throw new Error(`no words for ${code}`);
  return String(words.t(key as 'reason.unknown', { ...params, code }));
}
