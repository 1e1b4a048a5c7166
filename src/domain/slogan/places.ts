/** Places in a slogan against those that the occasions name. */
import { plainText } from '../text/plainText.ts';
import type { Mention } from './mention.ts';
import { LEVEL_WORDS } from './occasionName.ts';
import { clauseBefore, type NamedOccasion, spokenOf } from './spoken.ts';
import { only, spelling, wordsOf } from './vietnamese.ts';

interface NamedPlace {
  readonly level: string;
  readonly name: string;
  readonly at: number;
}

const BODY = /^(?:Đảng(?!\p{L})|(?:Đại|Hội|Ủy|Uỷ|Ban|Mặt|Quốc|Tổ|Chi)\s+\p{Ll})/u;
/** «Đảng bộ Tỉnh Thái Nguyên»: also written large. */
const ANY_LEVEL = LEVEL_WORDS.replace(/(?<=^|\||\))\p{Ll}/gu, (first) => `[${first}${first.toUpperCase()}]`);

/** «tỉnh Bắc Kạn»: the capitalised words behind a level, on its line; a number is no name. */
function namedPlaces(text: string): NamedPlace[] {
  const pattern = new RegExp(
    `(?<![\\p{L}])(${ANY_LEVEL})[ \\n]+((?!\\p{N})\\p{Lu}[\\p{L}]*(?: (?![IVXLC]+(?![\\p{L}]))\\p{Lu}[\\p{L}]*)*)`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap((m) => {
    const name = m[2] ?? '';
    const after = text.slice(m.index + m[0].length);
    // «tỉnh Đảng bộ», «xã Hội đồng»: a body, whose name goes on small.
    if (/^[IVXLC]+$/u.test(name) || (!name.includes(' ') && BODY.test(`${name}${after}`))) return [];
    return [{ level: (m[1] ?? '').toLowerCase(), name, at: m.index + m[0].length - name.length }];
  });
}

/** The places that the occasions name, in the order of their naming. */
export function placesOf(occasions: readonly NamedOccasion[]): readonly NamedPlace[] {
  return occasions.flatMap((o) => namedPlaces(`${o.name}; ${o.body}`.normalize('NFC')));
}

function placesIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  const own = placesOf(occasions);
  const names = own.map((place) => place.name);
  return namedPlaces(text).flatMap(({ level, name, at }): Mention[] => {
    const there = own.filter((place) => place.level === level);
    if (there.length === 0) return [];
    // A line may break within a name: that is told as what it is.
    const written = text.slice(at).replace(/\s+/gu, ' ');
    const begins = (by: (text: string) => string) =>
      there.find(({ name: known }) => new RegExp(`^${by(known)}(?![\\p{L}])`, 'u').test(by(written)));
    const right = begins(spelling);
    if (right !== undefined)
      return [{ what: 'place', word: right.name, at, right: true, expected: right.name }];
    // The same name with another diacritic is told as that, by the guard of spelling.
    if (begins(plainText) !== undefined) return [];
    // «Tân Kì» is «Tân Kỳ» to every ear; the name is written as the occasion writes it.
    const heard = begins(sounded);
    if (heard !== undefined) {
      const last = wordsOf(text.slice(at))[heard.name.split(' ').length - 1];
      const word = last === undefined ? name : text.slice(at, at + last.at + last.text.length);
      return [{ what: 'place', word, at, right: false, expected: heard.name }];
    }
    // Behind a mark it is a guest's, or anybody's: «… lần thứ XII, Đảng bộ tỉnh Thái Nguyên chào mừng».
    const spoken = spokenOf(text, at, name, names);
    const inName = spoken !== null && spoken.at >= at - clauseBefore(text, at).length;
    const expected = inName ? only(there.map((place) => place.name)) : '';
    return [{ what: expected === '' ? 'place-other' : 'place', word: name, at, right: false, expected }];
  });
}

/** Words that go on after «tỉnh» where no place is named: «ĐẢNG BỘ TỈNH LẦN THỨ XII», «TỈNH NHÀ». */
const NO_PLACE =
  /^(?:LẦN|NHIỆM|KHÓA|KHOÁ|ĐẾN|ĐÃ|VÀ|NHÀ|TA|NHIỆT|CHÀO|MỪNG|THI|ĐOÀN|QUYẾT|TÍCH|PHÁT|TIẾP|LÀ|VỚI|CÙNG|CHUNG|RA|SẼ|ĐANG|GIÀU|LẬP|HƯỚNG|TIẾN|ĐỒNG|CÓ|ĐOÀN KẾT)(?!\p{L})/u;

/** Of a text in capitals one cannot see where a name ends: another one is told, and nothing is mended. */
function placesInCapitals(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  const own = placesOf(occasions);
  const pattern = new RegExp(
    `(?<![\\p{L}])(${LEVEL_WORDS.toUpperCase()})\\s+(\\p{Lu}+(?:\\s+\\p{Lu}+)?)`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap((m): Mention[] => {
    const there = own.filter((place) => place.level === (m[1] ?? '').toLowerCase());
    const name = m[2] ?? '';
    if (there.length === 0 || NO_PLACE.test(name)) return [];
    const at = m.index + m[0].length - name.length;
    const written = text.slice(at).replace(/\s+/gu, ' ');
    const begins = (by: (text: string) => string) =>
      there.find(({ name: known }) => new RegExp(`^${by(known)}(?![\\p{L}])`, 'u').test(by(written)));
    const right = begins((words) => spelling(words.toLowerCase()));
    if (right !== undefined) {
      const word = right.name.toUpperCase();
      return [{ what: 'place', word, at, right: true, expected: word }];
    }
    // The same with other marks is told by the guard of spelling.
    return begins(plainText) === undefined
      ? [{ what: 'place-other', word: name, at, right: false, expected: '' }]
      : [];
  });
}

function sounded(text: string): string {
  return plainText(text).replaceAll('y', 'i');
}

/** In a text (composed, NFC). */
export function placeMentions(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  return text === text.toUpperCase() ? placesInCapitals(text, occasions) : placesIn(text, occasions);
}
