/**
 * Rows and ops of an earlier protocol number as today's: for edits that waited on a device, for history and taking
 * back, for what a device kept, for backups. One step a number, each from its number to the next.
 */
import type { Entity } from '../model/rows.ts';
import type { Op } from './edit.ts';
import { BEFORE_APPROVAL } from './states.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Step {
  /** All fields of a row. */
  readonly whole: (entity: Entity, fields: Fields) => Fields;
  /** The fields that an op sets. */
  readonly part: (entity: Entity, fields: Fields) => Fields;
}

const STEPS: readonly Step[] = [
  {
    // 1 → 2: placements keep the quantity that was approved; what is not approved has none. A page of the first
    // protocol may carry the field along, from rows that a server of the second gave it.
    whole: (entity, fields) => {
      if (entity !== 'placement') return fields;
      const { approvedQuantity = null } = fields;
      return { ...fields, approvedQuantity: isBefore(fields.state) ? null : approvedQuantity };
    },
    part: (entity, fields) =>
      entity === 'placement' && isBefore(fields.state) ? { ...fields, approvedQuantity: null } : fields,
  },
];

function isBefore(state: unknown): boolean {
  return BEFORE_APPROVAL.has(state as never);
}

/** The steps from a number on; the first number is 1. */
function stepsFrom(from: number): readonly Step[] {
  return STEPS.slice(Math.max(0, from - 1));
}

/** All fields of a row (with or without its id and version), as they were written under protocol `from`. */
export function upcastRow<F extends object>(from: number, entity: Entity, row: F): F {
  return stepsFrom(from).reduce<Fields>((fields, step) => step.whole(entity, fields), row as Fields) as F;
}

/** Fields that an op set under protocol `from`. */
function upcastFields<F extends object>(from: number, entity: Entity, fields: F): F {
  return stepsFrom(from).reduce<Fields>((known, step) => step.part(entity, known), fields as Fields) as F;
}

/** Ops as they were made under protocol `from`. */
export function upcastOps(from: number, ops: readonly Op[]): readonly Op[] {
  if (stepsFrom(from).length === 0) return ops;
  return ops.map((op): Op => {
    if (op.kind === 'delete') return op;
    const upcast = op.kind === 'create' ? upcastRow : upcastFields;
    return { ...op, fields: upcast(from, op.entity, op.fields) } as Op;
  });
}

interface Written {
  readonly kind: Op['kind'];
  readonly entity: Entity;
  readonly before: Fields;
  readonly fields: Fields;
}

/** What the log kept of an op: the fields before it and after it. */
export function upcastWritten<W extends Written>(from: number, op: W): W {
  const { kind, entity, before, fields } = op;
  if (kind === 'set')
    return {
      ...op,
      before: upcastFields(from, entity, before),
      fields: upcastFields(from, entity, fields),
    };
  return kind === 'create'
    ? { ...op, fields: upcastRow(from, entity, fields) }
    : { ...op, before: upcastRow(from, entity, before) };
}
