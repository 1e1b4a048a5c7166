import i18next from 'i18next';
import type { Reason } from '../../src/domain/model/result.ts';
import type { AsideName } from '../../src/domain/road/import/asideRoads.ts';
import { en } from '../../src/words/en.ts';
import { singular } from '../../src/words/singular.ts';
import { vi } from '../../src/words/vi.ts';

const words = i18next.createInstance();
await words.use(singular).init({
  lng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en }, vi: { translation: vi } },
});

/** A refusal or a warning in the words that the screen has for it. Throws for one that has none. */
export function inWords({ code, params }: Reason): string {
  const key = `reason.${code}`;
  if (!words.exists(key)) throw new Error(`no words for ${code}`);
  return String(words.t(key as 'reason.unknown', { ...params, code }));
}

const inVietnamese = words.getFixedT('vi');

/** What the piece that was left aside of a road is called as a road of its own: plans are written in Vietnamese. */
export const asideName: AsideName = (name, kind, number) =>
  inVietnamese(`import.asideName.${kind}`, { name, number });
