/** Printed sheets: the token for a sheet's code, and what a code that was scanned says. */
import type { SheetAnswer, SheetBody, SheetTokenAnswer } from '../../api/contract/sheets.ts';
import type { Id } from '../../domain/model/rows.ts';
import { getJson, postJson } from './http.ts';

export type SheetStanding = SheetAnswer;

/** Open to whoever holds the paper. Throws a Refusal where the token is none of this server's. */
export const askSheet = (token: string) => getJson<SheetAnswer>(`/api/sheet/${encodeURIComponent(token)}`);

/** Where the code on a sheet leads: to whether the sheet is still right. */
export async function sheetAddress(campaignId: Id, sheet: SheetBody): Promise<string> {
  const { token, address } = await postJson<SheetTokenAnswer>(`/api/campaigns/${campaignId}/sheets`, sheet);
  const here =
    address === null ? `${location.origin}${location.pathname}` : `${address.replace(/\/+$/, '')}/`;
  return `${here}#/sheet/${token}`;
}
