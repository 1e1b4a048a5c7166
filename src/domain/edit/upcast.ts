/**
 * Rows and ops of an earlier protocol number as today's: for edits that waited on a device, for history and taking
 * back, for what a device kept, for backups. One step a number, each from its number to the next.
 */
import type { Entity, Id } from '../model/rows.ts';
import type { Translated } from '../text/translated.ts';
import type { Op } from './edit.ts';
import { BEFORE_APPROVAL } from './states.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Finds a row in today's form, for what an op leaves unsaid of it. */
export type KnownRow = (entity: Entity, id: Id) => Fields | undefined;

interface Step {
  /** All fields of a row. */
  readonly whole: (entity: Entity, fields: Fields) => Fields;
  /**
   * The fields that an op sets, and the row that it is made on where that is known. Whether it changes something must
   * hang on the op alone, whatever the row: an edit that is sent a second time, to rows that have changed since, is told
   * from another under the same key by it.
   */
  readonly part: (entity: Entity, fields: Fields, row: Fields | undefined) => Fields;
  /** What a field is called after it, where that is another name. */
  readonly renamed?: (entity: Entity, field: string) => string | undefined;
  /** Of which entities the row must be known to read a part. */
  readonly needsRow: readonly Entity[];
}

/** A new entity has a step that leaves everything as it is: pages that do not know it are told to reload. */
export const STEPS: readonly Step[] = [
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
    needsRow: [],
  },
  {
    // 2 → 3: types, their counting words and the items of their checklists have one name in all languages, where there
    // were two fields. Who set one of the two left the other as it was. The log itself was rewritten (migration
    // 0006_names), since what it keeps of a change is a part as well and has no row beside it.
    whole: (entity, fields) => (entity === 'assetType' ? withNames(fields, undefined) : fields),
    part: (entity, fields, row) => (entity === 'assetType' ? withNames(fields, row) : fields),
    renamed: (entity, field) =>
      entity === 'assetType' ? { nameEn: 'name', unitNameEn: 'unitName' }[field] : undefined,
    needsRow: ['assetType'],
  },
  {
    // 3 → 4: places and waterways; what kind of unit one is stands in the campaign's own words; a Party flag is drawn as
    // one (all as migration 0007_places says it).
    whole: (entity, fields) => {
      if (entity === 'assetType' && fields.emblem === 'party' && fields.shape === 'flag')
        return { ...fields, shape: 'party-flag', glyph: '' };
      return entity === 'unit' ? withKindInWords(fields) : fields;
    },
    part: (entity, fields) => (entity === 'unit' ? withKindInWords(fields) : fields),
    needsRow: [],
  },
  {
    // 4 → 5: what a placement hangs on, which nobody had said; types have windows, none so far (0008_support).
    whole: (entity, fields) => ({ ...NEW_IN_5[entity], ...fields }),
    part: (_, fields) => fields,
    needsRow: [],
  },
];

const NEW_IN_5: Readonly<Partial<Record<Entity, Fields>>> = {
  placement: { support: 'unknown' },
  assetType: { notBefore: null, until: null, periodDays: null },
};

const KINDS_OF_UNIT: Readonly<Record<string, string>> = { commune: 'xã', organisation: 'cơ quan' };

function withKindInWords(fields: Fields): Fields {
  const words = typeof fields.kind === 'string' ? KINDS_OF_UNIT[fields.kind] : undefined;
  return words === undefined ? fields : { ...fields, kind: words };
}

function withNames({ nameEn, unitNameEn, ...fields }: Fields, row: Fields | undefined): Fields {
  const { name, unitName, checklist } = fields;
  return {
    ...fields,
    ...namesOf('name', name, nameEn, row),
    ...namesOf('unitName', unitName, unitNameEn, row),
    ...(Array.isArray(checklist) ? { checklist: checklist.map(withItemName) } : {}),
  };
}

function withItemName(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || !('nameEn' in item)) return item;
  const { nameEn, ...rest } = item as Fields;
  return { ...rest, ...namesOf('name', rest.name, nameEn, undefined) };
}

function namesOf(field: string, vi: unknown, en: unknown, row: Fields | undefined): Fields {
  const said = vi !== undefined || en !== undefined;
  if (!said || typeof vi === 'object') return {};
  const before = row?.[field] as Translated | undefined;
  // Of a row that is gone nothing is known: what is said stands for both, and the row's absence is what is refused.
  return { [field]: { vi: vi ?? before?.vi ?? en ?? '', en: en ?? before?.en ?? '' } };
}

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

/** What a field of protocol `from` is called today. */
export function upcastName(from: number, entity: Entity, field: string): string {
  return stepsFrom(from).reduce((name, step) => step.renamed?.(entity, name) ?? name, field);
}

/** Fields that an op set under protocol `from`. */
function upcastFields<F extends object>(from: number, entity: Entity, fields: F, row?: Fields): F {
  return stepsFrom(from).reduce<Fields>(
    (known, step) => step.part(entity, known, row),
    fields as Fields,
  ) as F;
}

/** The rows without which ops of protocol `from` cannot be read: they set parts of what is one field today. */
export function rowsToUpcast(
  from: number,
  ops: readonly Op[],
): readonly { readonly entity: Entity; readonly id: Id }[] {
  const entities = new Set(stepsFrom(from).flatMap((step) => step.needsRow));
  return ops.flatMap(({ kind, entity, id }) =>
    kind === 'set' && entities.has(entity) ? [{ entity, id }] : [],
  );
}

/** Ops as they were made under protocol `from`, one after the other on the rows that are `known`. */
export function upcastOps(from: number, ops: readonly Op[], known: KnownRow): readonly Op[] {
  if (stepsFrom(from).length === 0) return ops;
  const rows = rowsAfter(known);
  return ops.map((op): Op => {
    const upcast = upcastOp(from, op, rows.row);
    rows.take(upcast);
    return upcast;
  });
}

function upcastOp(from: number, op: Op, known: KnownRow): Op {
  if (op.kind === 'delete') return op;
  const fields =
    op.kind === 'create'
      ? upcastRow(from, op.entity, op.fields)
      : upcastFields(from, op.entity, op.fields, known(op.entity, op.id));
  return { ...op, fields } as Op;
}

/** The rows that are known, with what ops make of them. */
export function rowsAfter(known: KnownRow): { readonly row: KnownRow; readonly take: (op: Op) => void } {
  const changed = new Map<string, Fields>();
  const key = (entity: Entity, id: Id) => `${entity}:${id}`;
  const row: KnownRow = (entity, id) => changed.get(key(entity, id)) ?? known(entity, id);
  const take = (op: Op) => {
    if (op.kind !== 'delete') changed.set(key(op.entity, op.id), { ...row(op.entity, op.id), ...op.fields });
  };
  return { row, take };
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
