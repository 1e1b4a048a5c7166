/**
 * The token in a sheet's code: the list, the change at which it was printed, and a signature, so that nobody can ask about
 * a list that was not handed to them on paper. It has no secrets: whoever holds the paper reads as much on it.
 */

import { id as idSchema } from '../contract/rows.ts';
import { type SheetBody, sheetBody } from '../contract/sheets.ts';

export interface SheetToken extends SheetBody {
  readonly campaignId: string;
  /** The last letters of the database's lineage: the past that its number counts. */
  readonly past: string;
}

const PAST_LETTERS = 6;
/** Bytes of the signature: nobody guesses 2¹²⁸, and a code with fewer modules is read from farther away. */
const SIGNATURE = 16;
const NONE = '-';

/** `lineage` as it is told in tokens. */
export function pastOf(lineage: string): string {
  return lineage.slice(-PAST_LETTERS);
}

export async function tokenOf(key: string, sheet: SheetToken): Promise<string> {
  const flags = `${sheet.work === 'install' ? 'i' : 't'}${sheet.drafts ? 'd' : 'a'}`;
  const parts = [
    sheet.campaignId,
    sheet.by === 'road' ? 'r' : 'u',
    sheet.id ?? NONE,
    String(sheet.number),
    flags,
    sheet.until ?? NONE,
    sheet.past,
  ];
  const text = parts.join('.');
  return `${text}.${await signed(key, text)}`;
}

/** Null for what this server did not sign. */
export async function sheetOf(key: string, token: string): Promise<SheetToken | null> {
  const cut = token.lastIndexOf('.');
  const text = token.slice(0, Math.max(0, cut));
  if (cut < 0 || !same(await signed(key, text), token.slice(cut + 1))) return null;
  const [campaignId, by, id, number, flags, until, past] = text.split('.');
  const sheet = sheetBody.safeParse({
    by: by === 'r' ? 'road' : 'unit',
    id: id === NONE ? null : id,
    work: flags?.startsWith('i') ? 'install' : 'take-down',
    drafts: flags?.endsWith('d'),
    until: until === NONE ? null : until,
    number: Number(number),
  });
  if (!sheet.success || !idSchema.safeParse(campaignId).success || past === undefined) return null;
  return { ...sheet.data, campaignId: campaignId as string, past };
}

async function signed(key: string, text: string): Promise<string> {
  const bytes = new TextEncoder();
  const secret = await crypto.subtle.importKey(
    'raw',
    bytes.encode(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  // Whatever else the key signs begins otherwise.
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', secret, bytes.encode(`sheet ${text}`)));
  const letters = btoa(String.fromCharCode(...mac.subarray(0, SIGNATURE)));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** In the same time, however much of it is right. */
function same(a: string, b: string): boolean {
  let differs = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) differs |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return differs === 0;
}
