/** What was typed into forms that went away without their person's word: it is there when they open again. */
import type { Touches } from './rowForm.ts';

const kept = new Map<string, Touches<object>>();
/** Whose they are; null while nobody is here whose they could be. */
let owner: string | null = null;

/** What the last one typed is not another person's to see, nor anybody's once they have left this device. */
export function keepFormsFor(person: string | null): void {
  if (person !== owner) kept.clear();
  owner = person;
}

/** What a form of this name was left with. */
export function keptForm<R extends object>(name: string): Touches<R> {
  return (kept.get(name) as Touches<R> | undefined) ?? {};
}

/** Keeps what is typed in a form, if something is; says whether. */
export function keepForm<R extends object>(name: string, touched: Touches<R>): boolean {
  dropForm(name);
  if (owner === null || Object.keys(touched).length === 0) return false;
  kept.set(name, touched);
  return true;
}

/** The person has said what becomes of it. */
export function dropForm(name: string): void {
  kept.delete(name);
}
