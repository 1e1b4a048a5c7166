/**
 * What an edit may write of approved rows because their road gets another shape: where they are addressed, and nothing of
 * what they are. That they also stand where they stood is counted by the server (`api/edits/strayed.ts`).
 */
import { otherSides } from '../layout/sides.ts';
import { perObject } from '../memo.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { StretchRule } from '../model/entities/stretchRule.ts';
import type { FieldsOf } from '../model/rows.ts';
import { sameValue } from '../sameValue.ts';
import type { Carry, Op, RowLookup } from './edit.ts';

const ADDRESS: ReadonlySet<string> = new Set(['roadId', 'from', 'to', 'side', 'rule']);

/** Of whom each part is, and who has parts; a large edit asks for each of its ops. */
const familiesOf = perObject(({ parts }: Carry) => ({
  wholeOf: new Map(parts),
  wholes: new Set(parts.map(([, of]) => of)),
}));

/** Whether an op on a placement does no more than to carry it, or to divide it where its road is cut. */
export function onlyCarries(op: Op, before: Placement | undefined, carry: Carry, rows: RowLookup): boolean {
  const { wholeOf, wholes } = familiesOf(carry);
  if (op.entity !== 'placement') return false;
  if (op.kind === 'set') return before !== undefined && isAddress(op.fields, before, wholes.has(op.id));
  const of = wholeOf.get(op.id);
  const whole = of === undefined ? undefined : rows('placement', of);
  const part = op.kind === 'create' ? op.fields : before;
  return whole !== undefined && part !== undefined && isPart(part, whole);
}

/** Whether a row is what was cut off another, or could be: the same plan at another address. */
export function isPart(part: FieldsOf<'placement'> | Placement, whole: Placement): boolean {
  return isAddress(withoutIdentity(part), whole, true);
}

function withoutIdentity(row: object): Partial<Placement> {
  const { id: _id, version: _version, ...fields } = row as Placement;
  return fields;
}

/** Whether fields differ from a row in its address alone; of what is divided, in its share of the approved quantity too. */
function isAddress(fields: Partial<Placement>, row: Placement, divided: boolean): boolean {
  return Object.entries(fields).every(([name, value]) => {
    if (sameValue(value, row[name as keyof Placement])) return true;
    if (name === 'rule') return sameDressing(value as StretchRule | null, row.rule);
    return ADDRESS.has(name) || (divided && name === 'approvedQuantity');
  });
}

/** What single positions do belongs to the address; spacing, sides and exceptions are the plan. */
function sameDressing(a: StretchRule | null, b: StretchRule | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.spacing === b.spacing &&
    a.staggered === b.staggered &&
    a.edgeOffset === b.edgeOffset &&
    sameValue(a.except, b.except) &&
    (a.sides === b.sides || otherSides(a.sides) === b.sides)
  );
}

/**
 * Whether an op does no more than to carry what was reported to its road's new chainages. With a part that comes back to
 * its whole goes what was told of it again, and comes with it when it is cut off.
 */
export function carriesReport(op: Op, carry: Carry, rows: RowLookup): boolean {
  if (op.entity !== 'report') return false;
  if (op.kind === 'create') return familiesOf(carry).wholeOf.has(op.fields.placementId);
  if (op.kind === 'set')
    return Object.keys(op.fields).every((name) => name === 'spots' || name === 'quantity');
  return familiesOf(carry).wholeOf.has(rows('report', op.id)?.placementId ?? '');
}

/** The fields of a road by which its positions lie. */
export const SHAPE: readonly string[] = ['line', 'zeroChainage', 'calibration', 'halfWidth'];

/** Whether an op gives a road another shape: one that is made or goes was cut, or joined. */
export function isShaping(op: Op): boolean {
  return op.entity === 'road' && (op.kind !== 'set' || SHAPE.some((field) => field in op.fields));
}

/** Whether ops give a road that stays another shape, and may so move what is on it. */
export function shapesRoad(ops: readonly Op[]): boolean {
  return ops.some((op) => op.kind === 'set' && isShaping(op));
}
