import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { noteWords } from '../ui/note.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

const i18n = i18next.createInstance();

beforeAll(() =>
  i18n.init({
    lng: 'vi',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { vi: { translation: vi }, en: { translation: en } },
  }),
);

const CODES = Object.keys(vi).flatMap((key) => (key.startsWith('note.') ? [key.slice(5)] : []));

test('no note shows the name of a figure in place of the figure, in either language, also when taken back', async () => {
  expect(CODES.length).toBeGreaterThan(60);
  for (const language of ['vi', 'en']) {
    await i18n.changeLanguage(language);
    for (const code of CODES) {
      expect(noteWords(i18n, { code }), code).not.toMatch(/[{}]/);
      expect(noteWords(i18n, { code: 'undo', params: { what: code } }), code).not.toMatch(/[{}]/);
    }
  }
});

test('what is known is shown', async () => {
  await i18n.changeLanguage('vi');
  const params = { count: 3, file: 'ql3.geojson' };
  expect(noteWords(i18n, { code: 'roads.imported', params })).toBe('Nhập 3 tuyến từ ql3.geojson');
  expect(noteWords(i18n, { code: 'roads.imported', params: { count: 3 } })).toBe('Nhập 3 tuyến từ …');
  expect(noteWords(i18n, { code: 'of-a-newer-version' })).toBe('of-a-newer-version');
});
