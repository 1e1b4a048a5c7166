/** The one door for writes: an edit is checked and applied whole in one transaction, or not at all. */
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Edit } from '../../domain/edit/edit.ts';
import { type Membership, membershipIn } from '../../domain/edit/roles.ts';
import type { Id } from '../../domain/model/rows.ts';
import type { EditAnswer } from '../contract/edits.ts';
import { PROTOCOL } from '../contract/protocol.ts';
import type { Database } from '../db/database.ts';
import { lineageIn } from '../db/installation.ts';
import { campaign } from '../db/rowTables.ts';
import { change, changeOp } from '../db/schema.ts';
import { rowsOf, shortTransaction } from '../db/shortTransaction.ts';
import { apiErrorOf } from '../db/sqlErrors.ts';
import { limits } from '../db/timeouts.ts';
import { ApiError } from '../errors.ts';
import { RowStore, rowKey } from './rowStore.ts';
import { writeOps } from './writeOps.ts';

export interface Author {
  readonly userId: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
}

/** Where an edit comes from: the protocol its ops were made under (they are today's by now), the past it saw. */
export interface Origin {
  readonly protocol: number;
  /** Null when it does not say. */
  readonly lineage: string | null;
  /** The change up to which its maker saw the campaign; null when it does not say. */
  readonly asOf: number | null;
  /** Whether its ops read otherwise than they were sent: what earlier ones mean hangs on the rows as they are by now. */
  readonly rewritten: boolean;
}

const HERE: Origin = { protocol: PROTOCOL, lineage: null, asOf: null, rewritten: false };

/** The channel on which every home of the API hears that a campaign has a new change. */
export const CHANGES_CHANNEL = 'cohoa_changes';

/**
 * Applies an edit for its author. Throws ApiError: 403 with the refusal of the permission table, 409 with the
 * conflicts or when it was made on another past, 422 where a row would refer to nothing or contradict itself. An edit
 * whose key was applied before answers with its old number and changes nothing.
 */
export async function applyEdit(
  db: Database,
  edit: Edit,
  author: Author,
  now: Date,
  origin: Origin = HERE,
): Promise<EditAnswer> {
  const member = membershipIn(author.memberships, edit.campaignId);
  if (member === null) throw new ApiError(403, 'denied.scope');
  // Made while the database works.
  const bodyHash = hashOf(edit);
  const made = new Set(edit.ops.flatMap((op) => (op.kind === 'create' ? [rowKey(op.entity, op.id)] : [])));
  for (let hoped = made; ; hoped = new Set()) {
    try {
      return await applied(db, edit, author, now, origin, { member, bodyHash, hoped });
    } catch (error) {
      if (!(error instanceof ApiError) && (apiErrorOf(error)?.status ?? 503) >= 500) throw error;
      // What was applied before cannot be applied again: then it counts as it did, whatever stands against it now.
      const before = await appliedBefore(db, edit, author, origin, await bodyHash);
      if (before !== null) return before;
      // What was refused in the hope that its rows are new is looked at row by row, and says which and why.
      if (hoped.size === 0 || isFinal(error)) throw error;
    }
  }
}

/** Refused before any row was looked at. */
function isFinal(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.code === 'edit.other-past');
}

interface Checked {
  readonly member: Membership;
  readonly bodyHash: Promise<string>;
  /** Rows (`rowKey`) that nobody looks for, since the edit makes them. */
  readonly hoped: ReadonlySet<string>;
}

function applied(
  db: Database,
  edit: Edit,
  author: Author,
  now: Date,
  origin: Origin,
  { member, bodyHash, hoped }: Checked,
): Promise<EditAnswer> {
  const creates = createsCampaign(edit);
  const lock = lockOf(edit.campaignId);
  // Sent twice at once, a campaign that is only being made has no row to wait for.
  const first = creates ? sql`select pg_advisory_xact_lock(hashtextextended(${edit.campaignId}, 0))` : lock;
  return shortTransaction(db, first, async (inside, rows) => {
    const [locked] = (creates ? rowsOf(await inside.execute(lock)) : rows) as Locked[];
    if (origin.lineage !== null && origin.lineage !== (locked?.lineage ?? (await lineageIn(inside))))
      throw new ApiError(409, 'edit.other-past', { field: 'lineage' });
    if (locked === undefined && !creates) throw new ApiError(404, 'campaign.missing');
    const number = (locked?.number ?? 0) + 1;
    const store = new RowStore(inside, edit.campaignId, hoped);
    const written = await writeOps({ db: inside, edit, member, author, store, number, origin });
    // The number of a campaign that is only being made cannot be counted on in the same statement.
    if (creates) await store.settled();
    // In one statement: everybody else of the campaign waits meanwhile. It is told when the transaction is through.
    const counted = inside.$with('counted').as(
      inside
        .update(campaign)
        .set({ changeNumber: number })
        .where(eq(campaign.id, edit.campaignId))
        .returning({
          told: sql`pg_notify(${CHANGES_CHANNEL}, ${`${edit.campaignId} ${number}`})`.as('told'),
        }),
    );
    const logged = inside.$with('logged').as(
      inside
        .insert(change)
        .values({
          campaignId: edit.campaignId,
          number,
          editKey: edit.key,
          replica: edit.replica,
          at: now.toISOString(),
          byUser: author.userId,
          byName: author.name,
          note: edit.note,
          protocol: PROTOCOL,
          bodyHash: await bodyHash,
          carry: edit.carry ?? null,
        })
        .returning({ number: change.number }),
    );
    const last = inside
      .with(...store.takeWaiting(), counted, logged)
      .insert(changeOp)
      .values(written);
    return { last, value: { key: edit.key, number } };
  });
}

interface Locked {
  readonly number: number;
  readonly lineage: string;
}

/**
 * Waits for the campaign's turn, at most five seconds; gives its number and the lineage as they are then. The limits of
 * the transaction are set in the same statement, before it waits: each step costs everybody behind.
 */
function lockOf(id: Id): SQL {
  return sql`
    with limits as materialized (${limits({ lockSeconds: 5, statementSeconds: 30 })})
    select change_number::float8 as number, (select lineage from installation limit 1) as lineage
    from campaign cross join limits where campaign.id = ${id} for update of campaign`;
}

/** What an edit says, without who sends it: in the order of the schema's fields, whatever order it came in. */
async function hashOf({ note, ops, carry }: Edit): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify({ note, ops, carry }));
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

async function appliedBefore(
  db: Database,
  edit: Edit,
  author: Author,
  origin: Origin,
  bodyHash: string,
): Promise<EditAnswer | null> {
  const [known] = await db
    .select({
      number: change.number,
      campaignId: change.campaignId,
      byUser: change.byUser,
      protocol: change.protocol,
      bodyHash: change.bodyHash,
    })
    .from(change)
    .where(eq(change.editKey, edit.key));
  if (known === undefined) return null;
  // Ops that read otherwise today, and otherwise again on other rows, cannot be compared.
  const sameBody =
    known.bodyHash === null || known.protocol !== PROTOCOL || origin.rewritten || known.bodyHash === bodyHash;
  if (known.campaignId !== edit.campaignId || known.byUser !== author.userId || !sameBody)
    throw new ApiError(409, 'edit.key-taken', { field: 'key' });
  return { key: edit.key, number: known.number };
}

function createsCampaign(edit: Edit): boolean {
  const [first] = edit.ops;
  return first?.kind === 'create' && first.entity === 'campaign' && first.id === edit.campaignId;
}
