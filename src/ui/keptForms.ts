/** What was typed into forms that went away without their person's word: it is there when they open again. */
import type { Touches } from './rowForm.ts';

const kept = new Map<string, Touches<object>>();

/** What a form of this name was left with; it is then the form's again. */
export function takeForm<R extends object>(name: string): Touches<R> | null {
  const touched = kept.get(name);
  kept.delete(name);
  return (touched as Touches<R> | undefined) ?? null;
}

/** Keeps what is typed in a form, if something is; says whether. */
export function keepForm<R extends object>(name: string, touched: Touches<R>): boolean {
  if (Object.keys(touched).length === 0) return false;
  kept.set(name, touched);
  return true;
}

/** Another person is at this page now: what the last one typed is not theirs to see. */
export function forgetForms(): void {
  kept.clear();
}
