/** People as an office keeps them in a sheet: one a line, name, user name, role, unit; cut apart by tabs or semicolons. */
import type { Role } from '../edit/roles.ts';
import type { Id } from '../model/rows.ts';
import { pastedSheet } from '../text/pastedSheet.ts';
import { plainText } from '../text/plainText.ts';

export interface PastedPerson {
  /** Of the line, from 1. */
  readonly line: number;
  readonly name: string;
  readonly userName: string;
  readonly roleText: string;
  readonly role: Role | null;
  readonly unitText: string;
  readonly unitId: Id | null;
  /** `pasted.<code>` of the words; empty where the line will do. */
  readonly problems: readonly PastedProblem[];
}

type PastedProblem =
  | 'no-name'
  | 'user-name'
  | 'taken'
  | 'twice'
  | 'role'
  | 'unit'
  | 'several-units'
  | 'needs-unit';

interface Known {
  /** What people call each role, in any language. */
  readonly roles: readonly (readonly [text: string, role: Role])[];
  readonly units: readonly { readonly id: Id; readonly name: string }[];
  readonly userNames: ReadonlySet<string>;
}

const HEADINGS = {
  name: ['ho va ten', 'ho ten', 'ten', 'name', 'full name'],
  userName: ['ten dang nhap', 'tai khoan', 'user name', 'username'],
  role: ['vai tro', 'quyen', 'role'],
  unit: ['don vi', 'xa', 'thon', 'unit'],
};

/** What a person may be called at sign-in. */
export const USER_NAME = /^[a-z0-9][a-z0-9._]{1,29}$/i;

/**
 * Reads the lines of a sheet, its columns by their headings or in this order. A user name that is not there is made of the name; a
 * unit stands for those roles alone that have one.
 */
export function pastedPeople(text: string, known: Known): PastedPerson[] {
  const roleOf = new Map(known.roles.map(([word, role]) => [plainText(word), role]));
  const taken = new Set<string>();
  return pastedSheet(text, HEADINGS, 2).map(({ line, cells }): PastedPerson => {
    const { name, userName: given, role: roleText, unit: unitText } = cells;
    const userName = given === '' ? freeUserName(name, new Set([...known.userNames, ...taken])) : given;
    const role = roleOf.get(plainText(roleText)) ?? null;
    const found = unitText === '' ? [] : unitsCalled(unitText, known.units);
    const unitId = found.length === 1 ? (found[0] ?? null) : null;
    const problems: PastedProblem[] = [];
    if (name === '') problems.push('no-name');
    if (!USER_NAME.test(userName)) problems.push('user-name');
    else if (known.userNames.has(userName.toLowerCase())) problems.push('taken');
    else if (taken.has(userName.toLowerCase())) problems.push('twice');
    taken.add(userName.toLowerCase());
    if (role === null) problems.push('role');
    if (role === 'unit-officer' && unitId === null)
      problems.push(unitText === '' ? 'needs-unit' : found.length > 1 ? 'several-units' : 'unit');
    return {
      line,
      name,
      userName,
      roleText,
      role,
      unitText,
      unitId: role === 'unit-officer' ? unitId : null,
      problems,
    };
  });
}

/** «Hà Thị Mai» → `haThiMai` in small letters; with a figure behind it where that is taken. */
export function freeUserName(name: string, taken: ReadonlySet<string>): string {
  const bare = plainText(name)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 26);
  if (bare.length < 2) return '';
  for (let n = 1; ; n++) {
    const proposed = n === 1 ? bare : `${bare}${n}`;
    if (!taken.has(proposed)) return proposed;
  }
}

/** As it is written; else without marks; else without its kind. Several where they are called alike. */
function unitsCalled(text: string, units: Known['units']): readonly Id[] {
  for (const as of [(name: string) => name.trim(), (name: string) => plainText(name.trim()), bareUnit]) {
    const found = units.filter(({ name }) => as(name) === as(text));
    if (found.length > 0) return found.map(({ id }) => id);
  }
  return [];
}

/** «Xã Nông Hạ», «nong ha». */
function bareUnit(name: string): string {
  return plainText(name)
    .replace(/^(xa|phuong|thi tran|tt\.?|huyen|thon|to dan pho)\s+/, '')
    .trim();
}
