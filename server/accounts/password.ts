/** What is no password because it would be among the first to be tried. */
import { AccountFault } from './fault.ts';
import { KNOWN_BAD } from './knownBad.ts';

/** Of what alone lets somebody in (NIST SP 800-63B-4, 3.1.1.2); passwords from before stay good. */
const PASSWORD_LEAST = 15;
const PASSWORD_MOST = 128;
/** Shorter ones of figures only are birthdays and telephone numbers. */
const FIGURES_LEAST = 12;
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv',
];
/** A part this long of a row of keys is a habit, not a choice. */
const ROW_PART = 4;
const LEET: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
  $: 's',
  '!': 'i',
};

/** Throws AccountFault where a password is too short, too long, or known to be bad. */
export function refuseBadPassword(userName: string, password: string): void {
  if (password.length < PASSWORD_LEAST)
    throw new AccountFault(
      'setup.password-short',
      'password',
      `A password has at least ${PASSWORD_LEAST} characters.`,
      { least: PASSWORD_LEAST },
    );
  if (password.length > PASSWORD_MOST)
    throw new AccountFault(
      'setup.password-long',
      'password',
      `A password has at most ${PASSWORD_MOST} characters.`,
      { most: PASSWORD_MOST },
    );
  if (isKnownBad(userName, password))
    throw new AccountFault(
      'password.known-bad',
      'password',
      'This password is among the first that anyone would try. Take another: some words of your own, or a sentence.',
    );
}

export function isKnownBad(userName: string, password: string): boolean {
  const plain = plainly(password);
  if (/^\d*$/.test(plain) && plain.length < FIGURES_LEAST) return true;
  if (repeats(plain) || new Set(plain).size < 4) return true;
  // What is left when parts of rows of keys are taken away: not enough to choose from.
  if (withoutRows(plain).length < 4) return true;
  const cores = [plain, plain.replace(/[^a-z]+$/, '')].flatMap((text) => [text, leetless(text)]);
  return cores.some((text) => {
    const core = text.replace(/^[^a-z]+|[^a-z]+$/g, '');
    return KNOWN_BAD.has(core) || isOfKnownBad(text.replace(/[^a-z]/g, '')) || isName(userName, text);
  });
}

/** One such word, however often it stands there, or two of them: longer by that, and no better. */
function isOfKnownBad(letters: string): boolean {
  if (KNOWN_BAD.has(letters)) return true;
  return [...KNOWN_BAD].some((word) => {
    if (word.length < 4 || !letters.includes(word)) return false;
    const rest = letters.replaceAll(word, '');
    return rest.length < 4 || KNOWN_BAD.has(rest) || repeats(rest);
  });
}

/** The name itself, once or twice, with a little around it. */
function isName(userName: string, text: string): boolean {
  const name = plainly(userName).replace(/[^a-z0-9]/g, '');
  const bare = text.replace(/[^a-z0-9]/g, '');
  if (name.length < 3 || !bare.includes(name)) return false;
  return bare.replaceAll(name, '').replace(/\d+$/, '').length < 4;
}

/** Small letters, without marks. */
function plainly(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace(/\s/g, '');
}

function leetless(text: string): string {
  return text.replace(/[@0135$!]/g, (sign) => LEET[sign] ?? sign);
}

/** `aaaaaaaa`, `abababab`, `abc1abc1`. */
function repeats(text: string): boolean {
  return /^(.{1,6}?)\1+$/.test(text);
}

function withoutRows(text: string): string {
  let rest = text;
  for (const row of ROWS.flatMap((r) => [r, [...r].reverse().join('')]))
    for (let length = row.length; length >= ROW_PART; length--)
      for (let i = 0; i + length <= row.length; i++) rest = rest.replaceAll(row.slice(i, i + length), '');
  return rest;
}
