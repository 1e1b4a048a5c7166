/** What a person copied, so that another campaign, opened later in this browser, can paste it; gone when they leave. */

/** Where each kind of copied thing lies. */
const PLACES = { rows: 'cohoa.clipboard', set: 'cohoa.set' } as const;

let rows: string | null = null;

export function copyRows(text: string): void {
  rows = text;
  localStorage.setItem(PLACES.rows, text);
}

export function copiedRows(): string | null {
  return rows ?? localStorage.getItem(PLACES.rows);
}

export function forgetClipboard(): void {
  rows = null;
  for (const place of Object.values(PLACES)) localStorage.removeItem(place);
}
