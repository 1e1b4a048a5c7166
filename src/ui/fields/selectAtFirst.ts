import type { MouseEvent } from 'react';

/**
 * The first press into a short field takes all of it, as Tab does: what is typed takes its place instead of landing in
 * the middle of it. A second press sets the cursor.
 */
export function selectAtFirst(event: MouseEvent<HTMLInputElement>): void {
  const input = event.currentTarget;
  if (event.button !== 0 || document.activeElement === input) return;
  event.preventDefault();
  input.focus();
  input.select();
}
