/** Reading a campaign: the list, the snapshot, the changes since a number, and the stream that says there are more. */
import { asc } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { readsCampaign } from '../../domain/edit/reading.ts';
import { type Membership, membershipIn } from '../../domain/edit/roles.ts';
import { approversOf } from '../accounts/approvers.ts';
import type { CampaignsAnswer } from '../contract/answers.ts';
import { id as idSchema } from '../contract/rows.ts';
import { type SheetTokenAnswer, sheetBody } from '../contract/sheets.ts';
import { lineageIn } from '../db/installation.ts';
import { openingDayOf } from '../db/openingDay.ts';
import { campaign } from '../db/rowTables.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import { readEdit } from '../edits/readEdit.ts';
import { Turns } from '../edits/turns.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome } from '../home.ts';
import type { People } from '../people.ts';
import { pastOf, tokenOf } from '../sheets/token.ts';
import { bodyOf, SMALL_BODY } from './body.ts';
import { changesPage } from './changes.ts';
import { eventRoutes } from './events.ts';
import { historyOf } from './history.ts';
import { newest } from './newest.ts';
import { snapshotPage } from './snapshot.ts';

const JSON_TEXT = { 'Content-Type': 'application/json' };

export function campaignRoutes(home: ApiHome, people: People) {
  const { db } = home;
  const turns = new Turns();
  return new Hono<ApiEnv>()
    .get('/', async (c) => {
      const all = await db
        .select({
          id: campaign.id,
          name: campaign.name,
          openingDay: openingDayOf,
          number: campaign.changeNumber,
        })
        .from(campaign)
        .orderBy(asc(openingDayOf), asc(campaign.id));
      const { memberships } = c.var.author;
      const answer: CampaignsAnswer = {
        campaigns: all.filter((x) => readsCampaign(membershipIn(memberships, x.id), x.id)),
      };
      return c.json(answer);
    })
    .use('/:id/*', async (c, next) => {
      if (!idSchema.safeParse(c.req.param('id')).success) throw new ApiError(404, 'campaign.missing');
      memberOf(c, c.req.param('id'));
      await next();
    })
    .get('/:id/snapshot', async (c) => {
      const { after, at } = c.req.query();
      const member = memberOf(c, c.req.param('id'));
      return c.body(await snapshotPage(db, c.req.param('id'), member, { after, at }), 200, JSON_TEXT);
    })
    .get('/:id/changes', async (c) => {
      const since = Number(c.req.query('since'));
      if (!Number.isSafeInteger(since) || since < 0)
        throw new ApiError(400, 'request.invalid', { field: 'since' });
      return c.body(
        await changesPage(db, c.req.param('id'), memberOf(c, c.req.param('id')), since),
        200,
        JSON_TEXT,
      );
    })
    .get('/:id/history', async (c) => {
      const { before, entity, row } = c.req.query();
      return c.json(
        await historyOf(db, c.req.param('id'), memberOf(c, c.req.param('id')), { before, entity, row }),
      );
    })
    .post('/:id/sheets', async (c) => {
      const campaignId = c.req.param('id');
      const body = await bodyOf(c.req.raw, sheetBody, SMALL_BODY);
      if (body.number > (await newest(db, campaignId)))
        throw new ApiError(400, 'request.invalid', {
          field: 'number',
          params: { problem: 'no-such-change' },
        });
      const past = pastOf(await lineageIn(db));
      const answer: SheetTokenAnswer = {
        token: await tokenOf(home.signingKey, { ...body, campaignId, past }),
        address: home.publicUrl,
      };
      return c.json(answer);
    })
    .get('/:id/approvers', async (c) => c.json(await approversOf(home, c.req.param('id'))))
    .route('/', eventRoutes(home, people))
    .post('/:id/edits', async (c) => {
      const { edit, origin } = await readEdit(c.req.raw, db, c.req.param('id'), home.now());
      if (edit.campaignId !== c.req.param('id'))
        throw new ApiError(400, 'edit.other-campaign', { field: 'campaignId' });
      const apply = async () => {
        // Asked anew: the body may have taken long to come, and its turn too.
        const { author } = await people.whoAsks(c.req.raw);
        return applyEdit(db, edit, author, home.now(), origin);
      };
      return c.json(await turns.take(edit.campaignId, apply));
    });
}

/** What the person who asks is in a campaign. Throws 403 where they are nothing, or may not read it. */
function memberOf(c: Context<ApiEnv>, campaignId: string): Membership {
  const member = membershipIn(c.var.author.memberships, campaignId);
  if (member === null || !readsCampaign(member, campaignId)) throw new ApiError(403, 'denied.scope');
  return member;
}
