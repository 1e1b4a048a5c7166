/** Many slogans from one pasted text: a list of a document, columns of a sheet. Nothing is cut, and nothing lost. */
import { plainText } from '../text/plainText.ts';
import { HIDDEN } from './seenText.ts';

/** What stops a line from becoming a slogan. */
type LineProblem = 'long' | 'known' | 'twice';

export interface SloganLine {
  /** From 1, as it stands in what was pasted. */
  readonly number: number;
  readonly text: string;
  readonly problem: LineProblem | null;
}

/** As long as a slogan may be. */
export const LONGEST_SLOGAN = 500;

/** «-», «•», «➢» and the bullets of Word's symbol typefaces before a line of a list; «a)» and «A)» as well. */
const BULLET =
  /^\s*(?:[-–—•●▪◦‣▸►➢➤✓✔§★☆◆■+*·\uf0a7\uf0b7\uf0d8\uf0fc]|\(?[a-zđA-ZĐ]\))\s*(?=["“«\p{L}\p{N}])/u;
/** «1.», «2)», «(3)», «4.», «5:», «6-» before a line; «1.000», «1/5», «1-6» are the slogan's own. */
const NUMBER = /^\s*\(?(\d{1,3})\s*(?:[.):/](?:\s+|(?=["“«(\p{L}]))|[–—-]\s*(?=["“«(\p{L}]))/u;
/** A list whose lines were partly left out counts on, at most so far. */
const LEFT_OUT = 5;
/** Quotation marks about a whole line, and none within. */
const QUOTED = /^[«“"„]([^«»“”„"]*)[»”"]([.!]?)$/u;

/**
 * One slogan a line. Of a row of a sheet the cells that end like a slogan, else the longest: not numbers, units, types.
 * A sentence that tabs divide stays one, and so does a cell with lines of its own. Lines without words are passed over.
 * Numbers before lines are left out where they count the lines. `known`: the texts that the campaign has already.
 */
export function sloganLines(pasted: string, known: Iterable<string>): SloganLine[] {
  const seen = new Map([...known].map((text) => [alike(text), 'known' as LineProblem]));
  const cells = rowsOf(pasted).flatMap(({ number, text }) =>
    slogansOf(text).map((cell) => ({ number, cell })),
  );
  const numbered = countsLines(cells.map(({ cell }) => cell));
  const lines: SloganLine[] = [];
  for (const { number, cell } of cells) {
    const text = textOf(numbered ? cell.replace(NUMBER, '') : cell);
    if (!/\p{L}/u.test(text)) continue;
    const problem = text.length > LONGEST_SLOGAN ? 'long' : (seen.get(alike(text)) ?? null);
    lines.push({ number, text, problem });
    if (problem === null) seen.set(alike(text), 'twice');
  }
  return lines;
}

/** So long a cell of a sheet may be (signs), and of so many lines: a quotation mark that nobody closes opens none. */
const LONGEST_CELL = 1200;
const MOST_LINES = 8;

/** The rows of a paste. A cell with lines of its own comes in quotation marks, with its own marks doubled. */
function rowsOf(pasted: string): { readonly number: number; readonly text: string }[] {
  const text = pasted.replace(/\r\n|\r|\u2028|\u2029|\v/gu, '\n').replace(HIDDEN, '');
  const rows: { number: number; text: string }[] = [];
  let [number, row, from] = [1, '', 0];
  const end = (at: number) => {
    row += text.slice(from, at);
    rows.push({ number, text: row });
    number += row.split('\n').length;
    row = '';
    from = at + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\n') end(at);
    if (letter !== '"' || (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\t')) continue;
    const cell = quotedCell(text, at);
    if (cell === null) continue;
    row += text.slice(from, at) + cell.text;
    from = cell.end;
    at = cell.end - 1;
  }
  end(text.length);
  return rows;
}

/** The cell in quotation marks that begins at a place, if it has lines of its own; `end`: the place behind it. */
function quotedCell(text: string, at: number): { readonly text: string; readonly end: number } | null {
  const cell = /^"((?:[^"]|"")*)"(?=\t|\n|$)/u.exec(text.slice(at, at + LONGEST_CELL));
  const lines = cell?.[1]?.split('\n').length ?? 0;
  if (cell === null || lines < 2 || lines > MOST_LINES) return null;
  return { text: (cell[1] ?? '').replaceAll('""', '"'), end: at + cell[0].length };
}

/** Whether the numbers before lines are those of a list: «19. 5 là ngày …» alone begins with no number of a line. */
function countsLines(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) => {
    const number = NUMBER.exec(line);
    if (number === null) return [];
    const isDashed = /[–—-]/u.test(number[0]);
    return [{ n: Number(number[1]), isDashed, rest: line.slice(number[0].length) }];
  });
  const [first] = numbers;
  if (first === undefined) return false;
  // One alone may be a day: «1. 5 là ngày …».
  if (numbers.length === 1) return first.n === 1 && !/^\d/.test(first.rest);
  return numbers.every(({ n, isDashed }, i) => {
    const before = numbers[i - 1]?.n ?? n - 1;
    // A new part of the document counts anew.
    // «3 - Tháng hai lịch sử» is a day: a dash counts only line by line.
    return n === 1 || (n > before && n - before <= (isDashed ? 1 : LEFT_OUT));
  });
}

/** The cells of a row that are slogans. */
function slogansOf(row: string): string[] {
  const parts: string[] = [];
  for (const cell of row.split('\t').filter((c) => /\p{L}/u.test(c))) {
    const before = parts.at(-1);
    if (before !== undefined && goesOn(before, cell))
      parts[parts.length - 1] = `${before.trim()} ${cell.trim()}`;
    else parts.push(cell);
  }
  const ended = parts.filter((part) => ENDED.test(part));
  if (ended.length > 0) return ended;
  // Without a mark at its end it is the sentence that comes first: places and remarks stand behind it.
  const sentence = parts.find((part) => wordCount(part) >= 4 && !OF_A_SHEET.test(part));
  const longest = parts.reduce((most, c) => (c.trim().length > most.trim().length ? c : most), '');
  return sentence === undefined && longest === '' ? [] : [sentence ?? longest];
}

/** What columns beside a slogan say: types, units, where it is to hang. */
const OF_A_SHEET =
  /^\s*(?:cái|chiếc|bộ|tấm|tờ|bảng|dây|lá|m2?|m²|km|băng rôn|băng-rôn|pa ?nô|phướn|áp phích|cờ|cổng chào|khẩu hiệu|đèn|loa|treo|dựng|lắp|tại|trước|dọc|đoạn|tuyến|đường|ngã [ba-zư]|khu|thôn|tổ|trụ sở|ubnd|nhà|trường|chợ|ghi chú|nội dung|stt)(?!\p{L})/iu;
/** How a slogan begins that goes on in capitals: «Nhiệt liệt chào mừng ⇥ Đại hội …!». */
const OPENS =
  /^\s*(?:nhiệt liệt|chào mừng|chúc mừng|mừng|toàn đảng|toàn dân|đảng bộ|nhân dân|quyết tâm|thi đua|lập thành tích|kỷ niệm|hướng tới|tiến tới|ra sức|đẩy mạnh|tiếp tục|cử tri)(?!\p{L})/iu;

/** Whether a cell goes on with the sentence before it: small, or behind words that want a name. */
function goesOn(before: string, cell: string): boolean {
  if (ENDED.test(before) || OF_A_SHEET.test(cell) || OF_A_SHEET.test(before)) return false;
  if (/^\s*\p{Ll}/u.test(cell)) return wordCount(before) >= 2;
  return OPENS.test(before) && wordCount(before) <= 6;
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/u).length;
}

/** «!» ends a slogan, and a full stop a sentence. */
const ENDED = /[!.]["”»]?\s*$/u;

function textOf(raw: string): string {
  const bare = raw.replace(BULLET, '').trim();
  const quoted = QUOTED.exec(bare);
  return (quoted === null ? bare : `${quoted[1] ?? ''}${quoted[2] ?? ''}`).trim().normalize('NFC');
}

/** Alike but for spaces, marks at the end and capitals: printed twice by mistake. */
function alike(text: string): string {
  return `${plainText(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\s!.]+$/u, '')}|${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}
