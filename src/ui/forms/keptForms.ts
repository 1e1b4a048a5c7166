/** What was typed into forms that went away without their person's word: it is there when they open again. */
import { holdDraft } from '../fields/openDrafts.ts';
import type { Touches } from './rowForm.ts';

const kept = new Map<string, Touches<object>>();
/** Whose they are; null while nobody is here whose they could be. */
let owner: string | null = null;
/** It is kept in this page alone: while there is something, the page asks before it is left. */
let letGo: (() => void) | null = null;

function guard(): void {
  if (kept.size > 0) letGo ??= holdDraft({ kind: 'form', accept: () => false, element: () => null });
  else {
    letGo?.();
    letGo = null;
  }
}

/** What the last one typed is not another person's to see, nor anybody's once they have left this device. */
export function keepFormsFor(person: string | null): void {
  if (person !== owner) kept.clear();
  owner = person;
  guard();
}

/** Whose a form is that opens now. */
export function formsOwner(): string | null {
  return owner;
}

/** What a form of this name was left with. */
export function keptForm<R extends object>(name: string): Touches<R> {
  return (kept.get(name) as Touches<R> | undefined) ?? {};
}

/** Keeps what its person typed in a form, if something is; says whether. */
export function keepForm<R extends object>(
  person: string | null,
  name: string,
  touched: Touches<R>,
): boolean {
  // The one who typed it has gone, and another has come.
  if (person === null || person !== owner) return false;
  if (Object.keys(touched).length === 0) {
    dropForm(name);
    return false;
  }
  kept.set(name, touched);
  guard();
  return true;
}

/** The person has said what becomes of it. */
export function dropForm(name: string): void {
  kept.delete(name);
  guard();
}
