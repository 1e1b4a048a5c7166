/** The number in what people write where a telephone stands («0912 345 678 (Nam)»), as one dials it; null for none. */
export function dialled(text: string): string | null {
  const found = /\+?\d(?:[ .\-–()]*\d){5,14}/.exec(text)?.[0];
  return found === undefined ? null : found.replace(/[^\d+]/g, '');
}
