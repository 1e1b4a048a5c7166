/** What the code on a sheet leads to. */
import { NoAnswer, Refusal, ServerFailed } from '../../data/net/http.ts';
import { sheetAddress } from '../../data/net/sheets.ts';
import type { Sheet } from '../../documents/checklist/sheet.ts';
import type { Id } from '../../domain/model/rows.ts';
import type { SheetList } from '../../domain/sheet/changedSince.ts';

type Link = Sheet['link'] & { readonly isSigned: boolean };

/**
 * To whether the sheet is still right; where that cannot be known, to the list itself: without network nobody can sign the
 * code, and of what was not sent yet the server knows nothing.
 */
export async function linkTo(
  campaignId: Id,
  list: SheetList & { readonly number: number },
  isSent: boolean,
): Promise<Link> {
  if (isSent)
    try {
      return { url: await sheetAddress(campaignId, list), words: 'Quét: phiếu còn đúng?', isSigned: true };
    } catch (error) {
      const told = [NoAnswer, Refusal, ServerFailed].some((kind) => error instanceof kind);
      if (!told) throw error;
    }
  const path = list.by === 'road' && list.id !== null ? `/plan/road/${list.id}` : '/checklists';
  return {
    url: `${location.origin}${location.pathname}#/c/${campaignId}${path}`,
    words: 'Quét để mở',
    isSigned: false,
  };
}
