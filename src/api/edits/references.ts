/** Nothing refers to what is not there: neither what an edit writes, nor what is left when it deletes. */
import type { Op } from '../../domain/edit/edit.ts';
import { referencesOf, referrersOf } from '../../domain/model/references.ts';
import type { AnyRow } from '../../domain/model/rows.ts';
import { ApiError } from '../errors.ts';
import type { RowStore } from './rowStore.ts';

/**
 * Refuses what an op newly refers to and is not there: 422 `row.refers-to-nothing`. What the row referred to before is
 * let be: a list that holds one dead id among others can still be mended item by item.
 */
export function refuseNewDanglers(
  op: Exclude<Op, { kind: 'delete' }>,
  index: number,
  before: AnyRow | undefined,
  store: RowStore,
): void {
  const old = new Set(
    before === undefined ? [] : referencesOf(op.entity, before).map((r) => `${r.entity}:${r.id}`),
  );
  for (const { entity, id, path } of referencesOf(op.entity, op.fields))
    if (!old.has(`${entity}:${id}`) && store.get(entity, id) === undefined)
      throw new ApiError(422, 'row.refers-to-nothing', {
        field: `ops.${index}.fields.${path}`,
        params: { entity },
      });
}

/**
 * Refuses to delete what rows still refer to, inside their values too: 422 `row.still-used`. Ops count in their order:
 * an edit that first deletes or changes those rows may then delete this one.
 */
export async function refuseWhileUsed(op: Op, index: number, store: RowStore): Promise<void> {
  const refuse = (by: string, field: string) => {
    throw new ApiError(422, 'row.still-used', {
      field: `ops.${index}`,
      params: { entity: op.entity, by, field },
    });
  };
  for (const referrer of referrersOf(op.entity))
    if (await store.isReferred(referrer, op.entity, op.id)) refuse(referrer.entity, referrer.field);
  if (op.entity === 'unit' && (await store.hasMembers(op.id))) refuse('member', 'unitId');
}
