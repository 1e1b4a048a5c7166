/** Writes a demonstration with its past into a database that has no such campaign: rows, and the log of how they came. */
import type { PgTable } from 'drizzle-orm/pg-core';
import { newId } from '../../../src/api/contract/newId.ts';
import { PROTOCOL } from '../../../src/api/contract/protocol.ts';
import type { Database } from '../../../src/api/db/database.ts';
import { TABLES } from '../../../src/api/db/rowTables.ts';
import { change, changeOp } from '../../../src/api/db/schema.ts';
import type { Op } from '../../../src/domain/edit/edit.ts';
import { applyOp } from '../../../src/domain/edit/edit.ts';
import type { AnyRow, Entity, Id } from '../../../src/domain/model/rows.ts';
import type { DemoChange } from './change.ts';

/** Rows that one statement writes: a statement has at most 65,535 parameters. */
const AT_ONCE = 1000;

/** By whom the log says that it was written, beside their name: nobody who has an account. */
const BY = 'demo';

/**
 * Past the door, since that would take a transaction a change; a test holds what is written here against what the door
 * makes of the same changes.
 */
export async function writeHistory(
  db: Database,
  campaignId: Id,
  changes: readonly DemoChange[],
): Promise<void> {
  const { rows, log } = replayed(campaignId, changes);
  const replica = newId();
  await db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    for (const [entity, some] of Map.groupBy(rows.values(), ({ entity }) => entity)) {
      const own = entity === 'campaign' ? { changeNumber: changes.length } : { campaignId };
      await inserted(
        tx,
        TABLES[entity] as unknown as PgTable,
        some.map(({ row }) => ({ ...row, ...own })),
      );
    }
    const heads = changes.map(({ at, by, note }, i) => ({
      campaignId,
      number: i + 1,
      editKey: newId(),
      replica,
      at,
      byUser: BY,
      byName: by.name,
      note,
      protocol: PROTOCOL,
      bodyHash: null,
      carry: null,
    }));
    await inserted(tx, change, heads);
    await inserted(tx, changeOp, log);
  });
}

interface Replayed {
  /** In the order in which they were first made: what is referred to comes before what refers. */
  readonly rows: ReadonlyMap<Id, { readonly entity: Entity; readonly row: AnyRow }>;
  readonly log: readonly (typeof changeOp.$inferInsert)[];
}

function replayed(campaignId: Id, changes: readonly DemoChange[]): Replayed {
  const rows = new Map<Id, { readonly entity: Entity; readonly row: AnyRow }>();
  const log = changes.flatMap(({ ops }, i) =>
    ops.map((op, seq) => {
      const before = rows.get(op.id)?.row;
      const applied = applyOp(op, before);
      if (!applied.ok || applied.value === undefined) throw new Error(`${op.kind} ${op.id}`);
      const number = i + 1;
      rows.set(op.id, { entity: op.entity, row: { ...applied.value, version: number } });
      return {
        campaignId,
        number,
        seq,
        kind: op.kind,
        entity: op.entity,
        rowId: op.id,
        before: writtenBefore(op, before),
        after: (op.kind === 'delete' ? {} : op.fields) as Record<string, unknown>,
      };
    }),
  );
  return { rows, log };
}

function writtenBefore(op: Op, before: AnyRow | undefined): Record<string, unknown> {
  if (op.kind !== 'set' || before === undefined) return {};
  const old = before as unknown as Record<string, unknown>;
  return Object.fromEntries(Object.keys(op.fields).map((field) => [field, old[field]]));
}

async function inserted(
  db: Database,
  table: PgTable,
  values: readonly Record<string, unknown>[],
): Promise<void> {
  for (let from = 0; from < values.length; from += AT_ONCE)
    await db.insert(table).values(values.slice(from, from + AT_ONCE));
}
