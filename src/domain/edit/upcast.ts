/**
 * Rows and ops of an earlier protocol number as today's: for edits that waited on a device, for history and taking
 * back, for what a device kept, for backups. One step a number, each from its number to the next.
 */
import type { Campaign } from '../model/entities/campaign.ts';
import type { AnyRow, Entity, Id } from '../model/rows.ts';
import { own } from '../own.ts';
import { splitReports, withDoing, withoutTold } from '../progress/opsMeant.ts';
import { campaignDay } from '../schedule/campaignDay.ts';
import type { Day } from '../schedule/days.ts';
import type { Translated } from '../text/translated.ts';
import type { Op } from './edit.ts';
import { movedName, splitCampaign, wholeOccasion } from './firstOccasion.ts';
import { NEW_IN_11, sinceWork } from './sinceWork.ts';
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
  /** The ops that one op is after it, where it is not one: fields of its row are a row of their own now. */
  readonly split?: (op: Op, made: Made) => readonly Op[];
  /** The same for a row that a device kept, or that the log had whole. */
  readonly splitRow?: (entity: Entity, row: Fields) => readonly KeptRow[];
  /** What a field is called after it, where that is another name. */
  readonly renamed?: (entity: Entity, field: string) => string | undefined;
  /** Of which entities the row must be known to read a part. */
  readonly needsRow: readonly Entity[];
}

/** Of an op: when it was made (an ISO time), and in which campaign. */
export interface Told {
  readonly at: string;
  readonly campaignId: Id;
}

/** The same, with the day that it was in the campaign. */
interface Made {
  readonly moment: number;
  readonly day: Day;
}

/** A row with its entity. */
interface KeptRow {
  readonly entity: Entity;
  readonly row: Fields;
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
    // 4 → 5: what a placement hangs on, which nobody had said; types have windows, none so far, and what comes from no
    // store is not short in one (0008_support).
    whole: (entity, fields) => ({ ...NEW_IN_5[entity], ...fields, ...withoutStore(entity, fields) }),
    part: (_, fields) => fields,
    needsRow: [],
  },
  {
    // 5 → 6: the congress that a campaign was for is its first occasion, under the campaign's own id. The log itself was
    // rewritten (migration 0009_occasions).
    whole: (entity, fields) =>
      entity === 'campaign' ? { mainOccasionId: null, ...splitCampaign(fields).own } : fields,
    part: (entity, fields) => (entity === 'campaign' ? splitCampaign(fields).own : fields),
    split: splitCampaignOp,
    splitRow: (entity, row) => {
      const { own, moved } = entity === 'campaign' ? splitCampaign(row) : { own: row, moved: null };
      const { id, version } = row;
      return moved === null
        ? [{ entity, row }]
        : [
            { entity, row: { ...own, mainOccasionId: id } },
            { entity: 'occasion', row: { id, version, ...wholeOccasion(moved) } },
          ];
    },
    renamed: (entity, field) => (entity === 'campaign' ? movedName(field) : undefined),
    needsRow: [],
  },
  {
    // 6 → 7: roads may be hidden, none so far; a rule may count from before its stretch; an edit may carry (0010_roads).
    whole: (entity, fields) => (entity === 'road' ? { hidden: false, ...fields } : fields),
    part: (_, fields) => fields,
    needsRow: [],
  },
  {
    // 7 → 8: what is sent says up to which change its maker saw the campaign.
    whole: (_, fields) => fields,
    part: (_, fields) => fields,
    needsRow: [],
  },
  {
    // 8 → 9: a unit has a person to speak to, named nowhere so far; a task may be of one unit's part, so far of all
    // (0012_parts).
    whole: (entity, fields) => ({ ...NEW_IN_9[entity], ...fields }),
    part: (_, fields) => fields,
    needsRow: [],
  },
  {
    // 9 → 10: what was done is reported: a step to «installed», and a tick of what was put up, is a report. Items of
    // checklists say what they report (0013_reports, which rewrites the log).
    whole: (entity, fields) => ({ ...withDoing(entity, fields), ...withoutTold(entity, fields) }),
    part: (entity, fields) => ({ ...withDoing(entity, fields), ...withoutTold(entity, fields) }),
    split: splitReports,
    needsRow: [],
  },
  {
    // 10 → 11: of a task more is said than that it was done; items say whose they are and what they need; there are
    // inspection rounds; a type says what goes with a piece (0014_work).
    whole: (entity, fields) => ({ ...NEW_IN_11[entity], ...sinceWork(entity, fields) }),
    part: sinceWork,
    renamed: (entity, field) => (entity === 'task' ? { doneDay: 'day', doneBy: 'who' }[field] : undefined),
    needsRow: [],
  },
];

function withoutStore(entity: Entity, { shape, rulesOff }: Fields): Fields {
  const isOfStore = entity !== 'assetType' || (shape !== 'loudspeaker' && shape !== 'vehicle');
  if (isOfStore || !Array.isArray(rulesOff) || rulesOff.includes('stock-short')) return {};
  return { rulesOff: [...rulesOff, 'stock-short'] };
}

const NEW_IN_9: Readonly<Partial<Record<Entity, Fields>>> = {
  unit: { contact: '', phone: '' },
  task: { whole: true, unitId: null },
};

const NEW_IN_5: Readonly<Partial<Record<Entity, Fields>>> = {
  placement: { support: 'unknown' },
  assetType: { notBefore: null, until: null, periodDays: null },
};

function splitCampaignOp(op: Op): readonly Op[] {
  if (op.entity !== 'campaign' || op.kind === 'delete') return [op];
  const { own, moved } = splitCampaign(op.fields as Fields);
  if (moved === null) return [op];
  const fields = op.kind === 'create' ? wholeOccasion(moved) : moved;
  const occasion = { ...op, entity: 'occasion', fields } as unknown as Op;
  return Object.keys(own).length === 0 ? [occasion] : [{ ...op, fields: own } as Op, occasion];
}

const KINDS_OF_UNIT: Readonly<Record<string, string>> = { commune: 'xã', organisation: 'cơ quan' };

function withKindInWords(fields: Fields): Fields {
  const words = typeof fields.kind === 'string' ? own(KINDS_OF_UNIT, fields.kind) : null;
  return words === null ? fields : { ...fields, kind: words };
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

/** A row of today with its entity. */
export interface Kept {
  readonly entity: Entity;
  readonly row: AnyRow;
}

/** Rows that a device kept under protocol `from`; one may be two today. */
export function upcastKept(from: number, entity: Entity, row: object): readonly Kept[] {
  let rows: readonly KeptRow[] = [{ entity, row: row as Fields }];
  for (const step of stepsFrom(from))
    rows = rows
      .flatMap((kept) => step.splitRow?.(kept.entity, kept.row) ?? [kept])
      .map((kept) => ({ ...kept, row: step.whole(kept.entity, kept.row) }));
  return rows as unknown as readonly Kept[];
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
export function upcastOps(from: number, ops: readonly Op[], known: KnownRow, told: Told): readonly Op[] {
  return stepsFrom(from).length === 0 ? ops : upcastEach(from, ops, known, told).flat();
}

/** The same, with what each op has become beside the others. */
export function upcastEach(
  from: number,
  ops: readonly Op[],
  known: KnownRow,
  { at, campaignId }: Told,
): readonly (readonly Op[])[] {
  const rows = rowsAfter(known);
  const campaign = known('campaign', campaignId) as Campaign | undefined;
  const parsed = Date.parse(at);
  const moment = Number.isNaN(parsed) ? Date.now() : parsed;
  const made = new Date(moment);
  const day = campaign === undefined ? made.toISOString().slice(0, 10) : campaignDay(campaign, made);
  return ops.map((op) => {
    const upcast = upcastOp(from, op, rows.row, { moment, day });
    for (const each of upcast) rows.take(each);
    return upcast;
  });
}

function upcastOp(from: number, op: Op, known: KnownRow, made: Made): readonly Op[] {
  let ops: readonly Op[] = [op];
  for (const step of stepsFrom(from))
    ops = ops.flatMap((each) => step.split?.(each, made) ?? [each]).map((each) => opAfter(step, each, known));
  return ops;
}

function opAfter(step: Step, op: Op, known: KnownRow): Op {
  if (op.kind === 'delete') return op;
  const fields =
    op.kind === 'create'
      ? step.whole(op.entity, op.fields as Fields)
      : step.part(op.entity, op.fields as Fields, known(op.entity, op.id));
  return { ...op, fields } as unknown as Op;
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
