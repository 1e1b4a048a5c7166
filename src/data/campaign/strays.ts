/**
 * Edits that the device's database does not hold, and whose campaign is not open any more, or whose page is about to go.
 * While a page lives they live in it; when it goes they go into the browser's small store, which takes them at once,
 * and come back from there.
 */
import { newId } from '../../api/contract/newId.ts';
import type { Id } from '../../domain/model/rows.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';

export type StrayEntry = Omit<OutboxEntry, 'seq'>;

interface Stray {
  readonly userId: Id;
  readonly entry: StrayEntry;
}

const PREFIX = 'cohoa.strays.';
/** Several tabs go at once when a browser is closed: each has a place of its own. */
const OWN = `${PREFIX}${newId()}`;

let strays: readonly Stray[] = [];

export function keepStrays(userId: Id, entries: readonly StrayEntry[]): void {
  const known = new Set(strays.map((s) => s.entry.key));
  strays = [...strays, ...entries.filter((e) => !known.has(e.key)).map((entry) => ({ userId, entry }))];
}

export function straysOf(userId: Id): StrayEntry[] {
  return strays.filter((s) => s.userId === userId).map((s) => s.entry);
}

/** They are somebody else's to keep from now on. */
export function releaseStrays(keys: readonly Id[]): void {
  strays = strays.filter((s) => !keys.includes(s.entry.key));
}

/**
 * The page may go this very moment: what only it holds is written down, at once. False where there is no room for it,
 * so that the person must be asked.
 */
export function writeDown(userId: Id | null, unstored: readonly StrayEntry[]): boolean {
  const all = [...strays, ...(userId === null ? [] : unstored.map((entry) => ({ userId, entry })))];
  try {
    if (all.length === 0) localStorage.removeItem(OWN);
    else localStorage.setItem(OWN, JSON.stringify(all));
    return true;
  } catch (error) {
    console.error('what is not stored could not be written down:', error);
    return false;
  }
}

/** The page stays after all. */
export function crossOut(): void {
  localStorage.removeItem(OWN);
}

/** Takes back what pages of this person wrote down when they went. */
export function readBack(userId: Id): void {
  const names = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
  for (const name of names) {
    if (!name.startsWith(PREFIX) || name === OWN) continue;
    const all = parsed(localStorage.getItem(name) ?? '');
    keepStrays(
      userId,
      all.filter((s) => s.userId === userId).map((s) => s.entry),
    );
    const others = all.filter((s) => s.userId !== userId);
    if (others.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(others));
  }
}

function parsed(text: string): readonly Stray[] {
  try {
    return JSON.parse(text) as Stray[];
  } catch (error) {
    console.error('what a page wrote down cannot be read:', error);
    return [];
  }
}
