import { expect, test } from 'vitest';
import { lettersOf, unicodeOf } from './letters.ts';
import { isVietnamese } from './syllable.ts';

/** One name as it looks where its bytes are taken for Windows-1252. */
const NAMES = [
  { unicode: 'Chợ Mới', tcvn3: 'Chî Míi', vni: 'Chôï Môùi', 'windows-1258': 'Chõò Mõìi' },
  {
    unicode: 'Đường Nguyễn Huệ',
    tcvn3: '§\u00adêng NguyÔn HuÖ',
    vni: 'Ñöôøng Nguyeãn Hueä',
    'windows-1258': 'ÐýõÌng NguyêÞn Huêò',
  },
  { unicode: 'Bắc Kạn', tcvn3: 'B¾c K¹n', vni: 'Baéc Kaïn', 'windows-1258': 'Bãìc Kaòn' },
  {
    unicode: 'Thị trấn Đồng Tâm',
    tcvn3: 'ThÞ trÊn §ång T©m',
    vni: 'Thò traán Ñoàng Taâm',
    'windows-1258': 'Thiò trâìn ÐôÌng Tâm',
  },
  {
    unicode: 'Đường số 1 (QL.3 cũ)',
    tcvn3: '§\u00adêng sè 1 (QL.3 cò)',
    vni: 'Ñöôøng soá 1 (QL.3 cuõ)',
    'windows-1258': 'ÐýõÌng sôì 1 (QL.3 cuÞ)',
  },
] as const;

test.each(['tcvn3', 'vni', 'windows-1258'] as const)(
  '%s is recognised, shown both ways, and becomes Unicode',
  (letters) => {
    const texts = NAMES.map((n) => n[letters]);
    const found = lettersOf(texts);
    expect(found?.letters).toBe(letters);
    expect(found?.examples[0]).toEqual([texts[0], 'Chợ Mới']);
    for (const [i, text] of texts.entries()) expect(unicodeOf(text, letters)).toBe(NAMES[i]?.unicode);
  },
);

test('Unicode is left as it is, composed or not, and so are other languages and plain letters', () => {
  const unicode = NAMES.map((n) => n.unicode);
  expect(lettersOf(unicode)).toBeNull();
  expect(lettersOf(unicode.map((t) => t.normalize('NFD')))).toBeNull();
  expect(lettersOf(['Champs-Élysées', 'Straße des 17. Juni', 'Københavngade'])).toBeNull();
  expect(lettersOf(['Uhuru Highway', ''])).toBeNull();
  // A sign by itself tells nothing of the letters.
  expect(lettersOf(['Duong Le Loi · doan 1', 'Pho 2 · doan 3', '5ª'])).toBeNull();
});

test('every letter of Vietnamese comes back, small and large', () => {
  const small = 'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ';
  const tcvn3 = '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ';
  expect(unicodeOf(tcvn3, 'tcvn3')).toBe(small);
  const vni =
    'aùaøaûaõaïaêaéaèaúaüaëaâaáaàaåaãaäñeùeøeûeõeïeâeáeàeåeãeäíìæóòoùoøoûoõoïoâoáoàoåoãoäôôùôøôûôõôïuùuøuûuõuïööùöøöûöõöïyùyøyûyõî';
  expect(unicodeOf(vni, 'vni')).toBe(small);
  expect(unicodeOf(vni.toUpperCase(), 'vni')).toBe(small.toUpperCase());
});

test.each(['Đường', 'NGUYỄN', 'gì', 'quý', 'giếng', 'khuỷu', 'thuở', 'nghiêng', 'Hoàn', 'xoong', 'Yên'])(
  '%s is a syllable',
  (word) => {
    expect(isVietnamese(word)).toBe(true);
  },
);
test.each(['Míi', '§êng', 'Chôï', 'Straße', 'Ñöôøng', 'HuÖ', 'Élysées', 'bcả'])('%s is none', (word) => {
  expect(isVietnamese(word)).toBe(false);
});
