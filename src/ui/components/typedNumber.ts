/**
 * A number as it was typed. Thousands are grouped with a point by some and with a comma by others, and nobody lays
 * flags to the millimetre: exactly three digits behind the only mark are thousands («1.000», «1,250»).
 * NaN for what is none.
 */
export function typedNumber(draft: string | number): number {
  const text = String(draft).trim();
  const grouped = /^(-?[1-9]\d{0,2})[.,](\d{3})$/.exec(text);
  if (grouped !== null) return Number(`${grouped[1]}${grouped[2]}`);
  return text === '' ? Number.NaN : Number(text.replace(',', '.'));
}
