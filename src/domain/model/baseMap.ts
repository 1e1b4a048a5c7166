/**
 * Whether a text can be the address of map tiles: over http or https, with the three figures of a tile, and nothing in
 * it that could end the list of allowed servers in which it will stand.
 */
export function isTileUrl(text: string): boolean {
  return /^https?:\/\/[^\s'"<>;,]+$/.test(text) && ['{z}', '{x}', '{y}'].every((part) => text.includes(part));
}
