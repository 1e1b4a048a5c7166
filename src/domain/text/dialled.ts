/** As many digits as a telephone has. */
const [LEAST, MOST] = [6, 15];

/**
 * The first number in what people write where a telephone stands («0912 345 678 (Nam)»), as one dials it; null for none,
 * and for so many digits that two numbers may have run together.
 */
export function dialled(text: string): string | null {
  // «(0209) 3855 123» is one number; «3855 123 (105)» is one with a room behind it.
  const plain = text.replace(/\((\+?\d+)\)(?=[ .-]?\d)/g, '$1');
  for (const [found] of plain.matchAll(/\+?\d(?:[ .-]?\d)*/g)) {
    const number = found.replace(/[^\d+]/g, '');
    const digits = number.replace('+', '').length;
    if (digits > MOST) return null;
    if (digits >= LEAST) return number;
  }
  return null;
}
