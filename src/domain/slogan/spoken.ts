/**
 * Which congress or election a slogan speaks of where it names a number, a term or a place. Only what is surely a Party
 * congress or an election is: another body's congress, a contest, a session, the congresses of many are left alone.
 */
import type { Occasion, OccasionKind } from '../model/entities/occasion.ts';
import { plainText } from '../text/plainText.ts';
import { NUMERAL } from './numerals.ts';
import { LEVEL_WORDS, levelsOfWord } from './occasionName.ts';

export type NamedOccasion = Pick<Occasion, 'kind' | 'level' | 'name' | 'body' | 'number' | 'years'> &
  Partial<Pick<Occasion, 'firstDay' | 'openingDay' | 'lastDay'>>;

/** What is held, as it is said last before a place in the text; the third are things with numbers of their own. */
const HELD =
  /(đại hội)|(bầu cử|quốc hội|hội đồng nhân dân|hđnd)|(hội thi|hội diễn|hội thao|hội nghị|liên hoan|cuộc thi|kỳ họp|trung ương|giải|lễ hội|trưởng thôn|ủy ban|uỷ ban|ubnd|ban chấp hành)/giu;
/** Of no one body: «đại hội đảng bộ các cấp», «đại hội chi bộ». */
const OF_MANY = /các cấp|cấp |cơ sở|chi bộ|trực thuộc/iu;
const LEVELS = new RegExp(`(?<![\\p{L}])(${LEVEL_WORDS})(?![\\p{L}])`, 'giu');
/** Behind the number stands whose congress it is: «Đại hội lần thứ V Đoàn TNCS Hồ Chí Minh». */
const OF_OTHERS =
  /^\s+(?:của\s+)?(?:Đoàn|Hội|Công đoàn|Liên đoàn|Liên hiệp|Liên minh|Hiệp hội|Mặt trận|MTTQ|Câu lạc bộ|Hợp tác xã|Tổng)(?!\p{L})/iu;

/**
 * Words of which the name of a Party congress is made, by their plain letters: with a wrong mark it is one all the same.
 * Whatever else stands in it makes it another's.
 */
const OF_NAME =
  /dai hoi|dai bieu|toan quoc|cua|dang cong san viet nam|dang bo|dang|lan thu|nhiem k[yi]|khoa|lan|thu|[\d\s,.:;()\-–—«»"]+/gu;

export interface Spoken {
  readonly kind: OccasionKind;
  readonly national: boolean;
  /** «tỉnh», «xã»: whose congress; empty where it may be any. */
  readonly levels: readonly string[];
  /** «Nghị quyết Đại hội XIII» is what an earlier one left, «tiến tới Đại hội XIV» what is still to come. */
  readonly looks: 'back' | 'ahead' | null;
  /** Councils count their own terms: a number behind one of them is not the National Assembly's. */
  readonly council: boolean;
  /** Where the naming begins. */
  readonly at: number;
}

/** What looks back, what looks ahead, and what speaks of the one that is dressed for: in a clause the nearest counts. */
const LOOKS =
  /(nghị quyết|văn kiện|chủ trương|đường lối|tinh thần|tổng kết|sơ kết|kết quả|thành tựu|thành tích của|chỉ tiêu|mục tiêu|nhiệm vụ|phương hướng|kế thừa|từ đại hội|sau \d+ năm)|(hướng tới|hướng về|tiến tới)|(chào mừng|lập thành tích|chuẩn bị|mừng|tham gia|đi bầu|tổ chức|quyết tâm|phấn đấu|thi đua|đón)/giu;

function sentenceBefore(text: string, at: number): string {
  return (
    text
      .slice(0, at)
      .split(/[.;!?\n]/u)
      .at(-1) ?? ''
  );
}

/** What stands before a place without a mark between. */
export function clauseBefore(text: string, at: number): string {
  return (
    text
      .slice(0, at)
      .split(/[,;:.!?\n]|\s[-–—]\s/u)
      .at(-1) ?? ''
  );
}

function looksOf(text: string, at: number): Spoken['looks'] {
  const nearest = [...clauseBefore(text, at).matchAll(LOOKS)].at(-1);
  if (nearest?.[1] !== undefined) return 'back';
  return nearest?.[2] === undefined ? null : 'ahead';
}

/** What is spoken of at a place in the text; null where it is nothing that can be measured. */
export function spokenOf(text: string, at: number, word: string, names: readonly string[]): Spoken | null {
  const before = text.slice(0, at);
  const held = [...before.matchAll(HELD)].at(-1);
  if (held === undefined || held[3] !== undefined) return null;
  const named = before.slice(held.index);
  const levelsIn = (words: string) => [...words.matchAll(LEVELS)].map((m) => (m[1] ?? '').toLowerCase());
  const [looks, begins] = [looksOf(text, held.index), held.index];
  if (held[1] === undefined)
    // «Kỳ họp thứ mười, Quốc hội khóa XV» is no election.
    return /(?<!\p{L})bầu(?!\p{L})/iu.test(text)
      ? {
          kind: 'election',
          national: false,
          levels: levelsIn(named),
          // «Đại biểu Quốc hội khóa XV tiếp xúc cử tri»: nobody is elected there, so it is the Assembly that sits.
          looks: /(?<!\p{L})(?:bầu|lựa chọn)(?!\p{L})/iu.test(sentenceBefore(text, at)) ? looks : 'back',
          council: /hội đồng|hđnd/iu.test(held[0]),
          at: begins,
        }
      : null;
  const after = /^[^,.!;:\n]*/u.exec(text.slice(at + word.length))?.[0] ?? '';
  // «Đại hội XIII của Đảng», «Đại hội lần thứ VI Đảng bộ huyện Chợ Mới».
  const behind = /^\s+(?:của\s+)?Đảng(?![\p{L}])/u.test(after) ? after : '';
  if (OF_MANY.test(named) || !isOfParty(named, names) || OF_OTHERS.test(after)) return null;
  const national =
    /toàn quốc/iu.test(named) ||
    /đảng(?!\s+bộ)/iu.test(named) ||
    /^\s+(?:của\s+)?Đảng(?!\s+bộ)/iu.test(behind);
  const levels = levelsIn(`${named} ${behind}`);
  return { kind: 'congress', national, levels, looks, council: false, at: begins };
}

/** Whether nothing stands in a congress's name but what the Party's congresses are named by. */
function isOfParty(named: string, names: readonly string[]): boolean {
  const rest = named
    .replace(
      new RegExp(`(?<![\\p{L}])(?:${LEVEL_WORDS})(?:[ \\n]+(?!Đảng(?!\\p{L}))\\p{Lu}[\\p{L}]*)*`, 'gu'),
      ' ',
    )
    .replace(LEVELS, ' ')
    // The number first: without it «lần thứ nhiệm kỳ» would be left.
    .replace(new RegExp(`(?:lần(?: thứ)?)\\s+(?:${NUMERAL})`, 'giu'), ' ')
    .replace(/(?<![\p{L}])[IVXLC]+(?![\p{L}])/gu, ' ')
    .normalize('NFC');
  const known = names.reduce((left, name) => left.replaceAll(plainText(name), ' '), plainText(rest));
  return known.replace(OF_NAME, ' ').trim() === '';
}

export function isMeant({ kind, national, levels }: Spoken, o: NamedOccasion): boolean {
  if (o.kind !== kind) return false;
  if (kind === 'election' && !isOfCouncil(o)) return true;
  if (national) return o.level === 'national' || o.level === 'none';
  if (levels.length === 0) return true;
  const own = [...`${o.name} ${o.body}`.matchAll(LEVELS)].map((m) => (m[1] ?? '').toLowerCase());
  return own.length > 0
    ? levels.some((word) => own.includes(word))
    : o.level === 'none' || levels.some((word) => levelsOfWord(word).includes(o.level));
}

/** «Bầu cử đại biểu Hội đồng nhân dân tỉnh …»: of councils alone, whose number is not the National Assembly's. */
export function isOfCouncil({ kind, name }: NamedOccasion): boolean {
  return kind === 'election' && /hội đồng|hđnd/iu.test(name) && !/quốc hội/iu.test(name);
}
