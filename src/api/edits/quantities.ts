/** What the server counts by itself, from its own rows: the approved quantity, and the positions of a campaign. */
import { and, eq, sql } from 'drizzle-orm';
import type { Op } from '../../domain/edit/edit.ts';
import { gapWidthsOf } from '../../domain/layout/gapWidths.ts';
import { CAMPAIGN_LIMIT, mostPositions } from '../../domain/layout/limits.ts';
import { placementQuantity } from '../../domain/layout/placement.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { AnyRow } from '../../domain/model/rows.ts';
import { TABLES } from '../db/rowTables.ts';
import { ApiError } from '../errors.ts';
import type { RowStore } from './rowStore.ts';

/**
 * Refuses an approval of another quantity than there is: 422 `placement.approved-quantity`. Who approves has then seen
 * other ground (a bridge that somebody drew meanwhile) and looks again.
 */
export async function refuseOtherQuantity(
  op: Op,
  index: number,
  before: AnyRow | undefined,
  after: AnyRow,
  store: RowStore,
): Promise<void> {
  if (op.entity !== 'placement' || op.kind !== 'set') return;
  const [was, row] = [before as Placement, after as Placement];
  if (was.state === row.state || row.state !== 'approved' || was.state !== 'submitted') return;
  await store.load([{ entity: 'campaign', id: store.campaignId }]);
  const settings = store.get('campaign', store.campaignId)?.ruleSettings ?? {};
  const features = row.roadId === null ? [] : await store.featuresOf(row.roadId);
  const now = placementQuantity(row, features, gapWidthsOf(settings));
  if (row.approvedQuantity === now) return;
  throw new ApiError(422, 'placement.approved-quantity', {
    field: `ops.${index}.fields.approvedQuantity`,
    params: { given: row.approvedQuantity ?? 0, now },
  });
}

/** Counts by how many positions an edit lengthens the plan, and holds the campaign to its limit. */
export class PositionCount {
  #grown = 0;
  #field = '';

  count(op: Op, index: number, before: AnyRow | undefined, after: AnyRow | undefined): void {
    if (op.entity !== 'placement') return;
    const more = most(after as Placement | undefined) - most(before as Placement | undefined);
    this.#grown += more;
    if (more > 0) this.#field = `ops.${index}.fields.rule`;
  }

  /** A campaign that is over the limit already may shrink, and may be written on where it does not grow. */
  async refuseTooMany(store: RowStore): Promise<void> {
    if (this.#grown <= 0) return;
    const t = TABLES.placement;
    const db = await store.settled();
    const [sum] = await db
      .select({
        count: sql<number>`coalesce(sum(
          (floor(abs(${t.to} - ${t.from}) / (${t.rule}->>'spacing')::float8) + 1)
          * case ${t.rule}->>'sides' when 'both' then 2 else 1 end
        ), 0)::float8`,
      })
      .from(t)
      .where(and(eq(t.campaignId, store.campaignId), sql`jsonb_typeof(${t.rule}) = 'object'`));
    const count = sum?.count ?? 0;
    if (count > CAMPAIGN_LIMIT)
      throw new ApiError(422, 'row.too-many-in-campaign', {
        field: this.#field,
        params: { count, limit: CAMPAIGN_LIMIT },
      });
  }
}

function most(row: Placement | undefined): number {
  if (row === undefined || row.rule === null || row.from === null || row.to === null) return 0;
  return mostPositions(row.from, row.to, row.rule);
}
