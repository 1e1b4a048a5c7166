/** Who changed what, newest first: of a campaign, or of one row of it. */
import { and, asc, desc, eq, inArray, lt, type SQL } from 'drizzle-orm';
import type { Membership } from '../../domain/edit/roles.ts';
import { ENTITIES, type Entity } from '../../domain/model/rows.ts';
import type { HistoryAnswer } from '../contract/answers.ts';
import { id as idSchema } from '../contract/rows.ts';
import type { Database } from '../db/database.ts';
import { change, changeOp } from '../db/schema.ts';
import { ApiError } from '../errors.ts';
import { newest } from './newest.ts';
import { readableOps } from './readableOps.ts';

const PAGE = 50;
/** A change that touched more rows tells the first of them and how many there were. */
const OPS_TOLD = 200;

interface Asked {
  readonly before: string | undefined;
  readonly entity: string | undefined;
  readonly row: string | undefined;
}

/** A page of what was done to rows that a member may read. */
export async function historyOf(
  db: Database,
  campaignId: string,
  member: Membership,
  asked: Asked,
): Promise<HistoryAnswer> {
  const before = asked.before === undefined ? null : Number(asked.before);
  if (before !== null && (!Number.isSafeInteger(before) || before < 1))
    throw new ApiError(400, 'request.invalid', { field: 'before' });
  const entity = asked.entity as Entity | undefined;
  if (entity !== undefined && !ENTITIES.includes(entity))
    throw new ApiError(400, 'request.invalid', { field: 'entity' });
  if (asked.row !== undefined && !idSchema.safeParse(asked.row).success)
    throw new ApiError(400, 'request.invalid', { field: 'row' });
  await newest(db, campaignId);
  const wanted: SQL[] = [eq(change.campaignId, campaignId)];
  if (before !== null) wanted.push(lt(change.number, before));
  if (entity !== undefined && asked.row !== undefined)
    wanted.push(
      inArray(
        change.number,
        db
          .select({ number: changeOp.number })
          .from(changeOp)
          .where(
            and(
              eq(changeOp.campaignId, campaignId),
              eq(changeOp.entity, entity),
              eq(changeOp.rowId, asked.row),
            ),
          ),
      ),
    );
  const heads = await db
    .select()
    .from(change)
    .where(and(...wanted))
    .orderBy(desc(change.number))
    .limit(PAGE + 1);
  const page = heads.slice(0, PAGE);
  const ops =
    page.length === 0
      ? []
      : await db
          .select()
          .from(changeOp)
          .where(
            and(
              eq(changeOp.campaignId, campaignId),
              inArray(
                changeOp.number,
                page.map((h) => h.number),
              ),
              // Of one row all is told: a large act may have written it last.
              ...(asked.row === undefined || entity === undefined
                ? [lt(changeOp.seq, OPS_TOLD)]
                : [eq(changeOp.entity, entity), eq(changeOp.rowId, asked.row)]),
            ),
          )
          .orderBy(asc(changeOp.number), asc(changeOp.seq));
  const byNumber = Map.groupBy(ops, (op) => op.number);
  const more = heads.length > PAGE;
  const changes = page.flatMap((h) => {
    const logged = byNumber.get(h.number) ?? [];
    const ops = readableOps(member, h.protocol, logged);
    // A change of which nothing may be read says nothing, not even that it was.
    if (ops.length === 0 && logged.length > 0) return [];
    return {
      number: h.number,
      key: h.editKey,
      at: h.at,
      by: h.byName,
      byUser: h.byUser,
      note: h.note as HistoryAnswer['changes'][number]['note'],
      whole: logged.length < OPS_TOLD && ops.length === logged.length,
      ops,
      ...(h.carry === null ? {} : { carry: h.carry as HistoryAnswer['changes'][number]['carry'] }),
    };
  });
  const last = page.at(-1);
  // Who may read nothing of a whole page is shown the next: they could not ask for it.
  if (changes.length === 0 && more && last !== undefined)
    return historyOf(db, campaignId, member, { ...asked, before: String(last.number) });
  return { more, changes };
}
