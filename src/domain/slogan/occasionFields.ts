/** What is typed as an occasion's number and term: the guard measures slogans by them, so they have to be such. */
import { fail, ok, type Result } from '../model/result.ts';
import { bareNumeral, romanOf, romanValue, toRoman } from './numerals.ts';

/** In Roman numerals: «12», «mười hai», «lần thứ XII» are «XII». Empty where there is none. */
export function parseOccasionNumber(text: string): Result<string> {
  const bare = bareNumeral(text.normalize('NFC'));
  if (bare === '') return ok('');
  const roman = romanOf(bare);
  // «XIIII» adds up to a number and is none.
  return roman === null || toRoman(romanValue(roman)) !== roman
    ? fail('occasion.number', { text: bare })
    : ok(roman);
}

/** Years outside of these are a slip of the hand. */
const [EARLIEST, LATEST] = [1900, 2199];

/** Two years, the later one behind: «2020 - 2025», «2020 đến 2025». Empty where there is none. */
export function parseOccasionYears(text: string): Result<string> {
  const bare = text.trim();
  if (bare === '') return ok('');
  const years = /^(\d{4})\s*(?:[-–—/]|đến|tới)\s*(\d{4})$/iu.exec(bare);
  const [from, to] = [Number(years?.[1]), Number(years?.[2])];
  return years === null || from >= to || from < EARLIEST || to > LATEST
    ? fail('occasion.years', { text: bare })
    : ok(bare);
}
