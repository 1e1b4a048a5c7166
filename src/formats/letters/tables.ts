/** The signs of each alphabet, as they look where their bytes were taken for Windows-1252. */

/** TCVN 5712:1993 (VN3): one byte a letter. Capitals with a tone have none: fonts drew the small ones large. */
const TCVN3_FROM = '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦';
const TCVN3_TO = 'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ';
const TCVN3 = new Map([...TCVN3_FROM].map((sign, i) => [sign, [...TCVN3_TO][i] as string]));

export function fromTcvn3(text: string): string {
  return [...text].map((sign) => TCVN3.get(sign) ?? sign).join('');
}

/** VNI for Windows: a vowel, then a sign for its tone, its mark, or both. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
/** Letters that are one sign. */
const VNI_SINGLE: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

export function fromVni(text: string): string {
  let out = '';
  for (const sign of text) {
    const small = sign.toLowerCase();
    const mark = VNI_MARKS[small];
    const before = out.at(-1)?.toLowerCase() ?? '';
    if (mark !== undefined && /[aeouyơư]/u.test(before)) {
      out += mark;
      continue;
    }
    const letter = VNI_SINGLE[small];
    if (letter === undefined) out += sign;
    else out += sign === small ? letter : letter.toUpperCase();
  }
  return out.normalize('NFC');
}

/** What Windows-1252 has in 0x80–0x9F. */
const WESTERN_ONLY = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The bytes that were read as Windows-1252, read as Windows-1258; what is no such sign stays. */
export function fromWindows1258(text: string): string {
  const decoder = new TextDecoder('windows-1258');
  return [...text]
    .map((sign) => {
      const western = WESTERN_ONLY.indexOf(sign);
      const byte = western >= 0 ? 0x80 + western : (sign.codePointAt(0) as number);
      return byte > 0x7f && byte <= 0xff ? decoder.decode(Uint8Array.of(byte)) : sign;
    })
    .join('')
    .normalize('NFC');
}
