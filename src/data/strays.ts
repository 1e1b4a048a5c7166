/**
 * Edits that no device stores and whose campaign is not open any more: they live in this page until it is opened again,
 * or their maker leaves.
 */
import type { Id } from '../domain/model/rows.ts';
import type { OutboxEntry } from './replica/deviceStore.ts';

let strays: readonly { readonly userId: Id; readonly entry: OutboxEntry }[] = [];

export function keepStrays(userId: Id, entries: readonly OutboxEntry[]): void {
  const known = new Set(strays.map((s) => s.entry.key));
  strays = [...strays, ...entries.filter((e) => !known.has(e.key)).map((entry) => ({ userId, entry }))];
}

export function straysOf(userId: Id): OutboxEntry[] {
  return strays.filter((s) => s.userId === userId).map((s) => s.entry);
}

/** They are somebody else's to keep from now on. */
export function releaseStrays(keys: readonly Id[]): void {
  strays = strays.filter((s) => !keys.includes(s.entry.key));
}

/** Whether leaving this page would lose any. */
export function hasStrays(): boolean {
  return strays.length > 0;
}
