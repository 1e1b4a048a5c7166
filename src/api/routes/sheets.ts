/** The door that a printed sheet's code leads to: open to whoever holds the paper. */
import { Hono } from 'hono';
import type { SheetAnswer } from '../contract/sheets.ts';
import { Turns } from '../edits/turns.ts';
import { ApiError } from '../errors.ts';
import type { ApiHome } from '../home.ts';
import { sheetAnswerOf } from '../sheets/answer.ts';
import { sheetOf } from '../sheets/token.ts';
import { newest } from './newest.ts';

/** Answers that are kept: many phones scan the same sheet on the same morning. */
const MOST_KEPT = 200;

export function sheetRoutes(home: ApiHome) {
  const turns = new Turns();
  const kept = new Map<string, SheetAnswer>();
  return new Hono().get('/:token', async (c) => {
    c.header('Cache-Control', 'no-store');
    const token = c.req.param('token');
    const sheet = await sheetOf(home.signingKey, token);
    if (sheet === null) throw new ApiError(404, 'sheet.unknown');
    const key = `${token} ${await newest(home.db, sheet.campaignId)}`;
    const known = kept.get(key);
    if (known !== undefined) return c.json(known);
    // Comparing reads a whole plan: one after the other, whoever asks.
    const answer = await turns.take(sheet.campaignId, () => sheetAnswerOf(home.db, sheet));
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, answer);
    return c.json(answer);
  });
}
