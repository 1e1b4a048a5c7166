/** From the body of a request to an edit in today's shape. */
import type { Edit, Op } from '../../domain/edit/edit.ts';
import { type KnownRow, rowsToUpcast, upcastEach } from '../../domain/edit/upcast.ts';
import { kinds } from '../../domain/model/kinds.ts';
import type { Id } from '../../domain/model/rows.ts';
import { sameValue } from '../../domain/sameValue.ts';
import { edit as editSchema } from '../contract/edits.ts';
import { MIN_PROTOCOL, PROTOCOL } from '../contract/protocol.ts';
import type { Database } from '../db/database.ts';
import { ApiError } from '../errors.ts';
import { parse, readJson } from '../routes/body.ts';
import type { Origin } from './applyEdit.ts';
import { RowStore } from './rowStore.ts';

const MB = 1024 * 1024;
/** One road may be large; many things at once are sent in parts, so that others do not wait for them. */
const MAX_BYTES_OF_MANY = 8 * MB;

/**
 * Reads an edit of a campaign, gzipped or not, of this protocol or an earlier one. Throws 400 with the field at fault, 409
 * `protocol.newer` for an edit that only a newer server understands, 413 `edit.too-large`.
 */
export async function readEdit(
  request: Request,
  db: Database,
  campaignId: Id,
  now: Date,
): Promise<{ edit: Edit; origin: Origin }> {
  const { value, bytes } = await readJson(request);
  const body = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const ops = Array.isArray(body.ops) ? (body.ops as unknown[]) : [];
  if (ops.length > 1 && bytes > MAX_BYTES_OF_MANY)
    throw new ApiError(413, 'edit.too-large', { params: { megabytes: MAX_BYTES_OF_MANY / MB } });
  const { protocol = MIN_PROTOCOL } = body;
  if (typeof protocol === 'number' && protocol > PROTOCOL)
    throw new ApiError(409, 'protocol.newer', { field: 'protocol' });
  const old = Number.isInteger(protocol) && (protocol as number) < PROTOCOL && ops.length > 0;
  const current = old ? await upcast(protocol as number, ops, db, campaignId, now) : ops;
  const today = old ? { ...body, ops: current } : value;
  const { protocol: from = MIN_PROTOCOL, lineage = null, asOf = null, ...edit } = parse(today, editSchema);
  return { edit, origin: { protocol: from, lineage, asOf, rewritten: !sameValue(current, ops) } };
}

/**
 * Ops as they came, not checked yet: what has no fields is left for the schema to refuse. Rows are read as they are by
 * now: one whose field was changed since the op saw it makes a conflict, whatever is said of that field here.
 */
async function upcast(
  from: number,
  ops: readonly unknown[],
  db: Database,
  campaignId: Id,
  now: Date,
): Promise<readonly unknown[]> {
  const whole = ops.filter(isWhole);
  const rows = new RowStore(db, campaignId, new Set());
  await rows.load([
    { entity: 'campaign', id: campaignId },
    ...rowsToUpcast(from, whole).filter(({ id }) => kinds.id.safeParse(id).success),
  ]);
  const today = new Map<unknown, readonly unknown[]>(
    upcastEach(from, whole, rows.get as KnownRow, { at: now.toISOString(), campaignId }).map((each, i) => [
      whole[i] as unknown,
      each,
    ]),
  );
  return ops.flatMap((op) => today.get(op) ?? [op]);
}

function isWhole(op: unknown): op is Op {
  if (typeof op !== 'object' || op === null || !('fields' in op)) return false;
  const { fields } = op;
  return typeof fields === 'object' && fields !== null && !Array.isArray(fields);
}
