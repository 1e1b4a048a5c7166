/** What is put up: flag, banner, pano, gate, loudspeaker cluster. */
import {
  dueReferences,
  type EntityShape,
  type Inner,
  type InnerReference,
  type RowOfFields,
} from '../entity.ts';
import type { Kinds } from '../kinds.ts';
import { SUPPORTS } from './placement.ts';

/** Whose work an item of a checklist is, where that is said. */
export const ITEM_ROLES = ['planner', 'leader', 'unit-officer'] as const;

const fields = ({ z, text, translated, dueRule, reference }: Kinds) =>
  z.strictObject({
    code: text(40).min(1),
    name: translated(200, 1),
    shape: z.enum([
      'flag',
      'party-flag',
      'vertical-flag',
      'pennant',
      'bunting',
      'banner-across',
      'banner',
      'pano',
      'slogan-board',
      'poster',
      'gate',
      'screen',
      'loudspeaker',
      'vehicle',
    ]),
    colour: z.enum(['red', 'gold', 'blue', 'green', 'ink']),
    /** Up to two characters on the symbol, which tell it apart in black and white; may be empty. */
    glyph: text(2),
    /** What its pieces are counted in. */
    unitName: translated(40),
    size: text(60),
    layout: z.enum(['stretch', 'point']),
    defaultSpacing: z.number().min(0.5).max(100_000),
    defaultSides: z.enum(['left', 'right', 'both', 'median']),
    /** VND a piece. */
    price: z.int().min(0).max(1_000_000_000_000),
    /** What goes with a piece from the store, beside the piece: a pole, four ropes. */
    goesWith: z
      .array(z.strictObject({ name: translated(60, 1), each: z.number().positive().max(1000) }))
      .max(6)
      .readonly(),
    inStock: z.int().min(0).max(10_000_000),
    /** Ordered and not yet delivered. */
    ordered: z.int().min(0).max(10_000_000),
    carriesText: z.boolean(),
    /** How it is held: on a pole beside the road, on its own footing, or strung across the carriageway. */
    mount: z.enum(['pole', 'ground', 'across']),
    emblem: z.enum(['none', 'national', 'party']),
    /** Size of the piece itself, in centimetres; null when it says nothing. */
    widthCm: z.number().min(1).max(100_000).nullable(),
    heightCm: z.number().min(1).max(100_000).nullable(),
    /** How many days a piece lasts outdoors; null when nobody counts. */
    lifeDays: z.int().min(1).max(10_000).nullable(),
    /** The window in which pieces of it may stand, by its first day and its last; null where it has none of its own. */
    notBefore: dueRule.nullable(),
    until: dueRule.nullable(),
    /** How many days a piece may stand at most; null where the campaign's rules alone say it. */
    periodDays: z.int().min(1).max(10_000).nullable(),
    /** Rules that do not apply to this type. */
    rulesOff: z.array(text(40)).max(60).readonly(),
    checklist: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,40}$/),
          name: translated(200),
          due: dueRule,
          /** Whether the crew writes how many were done. */
          counts: z.boolean(),
          /** What is reported when it is ticked; null for one that is only ticked. */
          does: z.enum(['installed', 'checked', 'accepted', 'taken-down']).nullable(),
          /** Whose it is: of everybody with a role, or of one unit; null for the placement's unit. */
          role: z.enum(ITEM_ROLES).nullable(),
          unitId: reference,
          photo: z.boolean(),
          signature: z.boolean(),
          /** Only where pieces hang on one of these; empty: on whatever they hang. */
          supports: z.array(z.enum(SUPPORTS)).max(SUPPORTS.length).readonly(),
        }),
      )
      .max(40)
      .readonly(),
  });

export type AssetType = RowOfFields<typeof fields>;
export type ChecklistItem = AssetType['checklist'][number];

/** An item about which only its name and its day have been said. */
export const BLANK_ITEM = {
  counts: false,
  does: null,
  role: null,
  unitId: null,
  photo: false,
  signature: false,
  supports: [],
} as const;

const checklist: Inner<AssetType['checklist']> = {
  targets: ['milestone', 'unit'],
  find: (items) =>
    items.flatMap(({ due, unitId }, i): InnerReference[] => [
      ...dueReferences(due, `checklist.${i}.due`),
      ...(unitId === null ? [] : [{ path: `checklist.${i}.unitId`, entity: 'unit', id: unitId }]),
    ]),
};

const window = (field: 'notBefore' | 'until'): Inner<AssetType['until']> => ({
  targets: ['milestone'],
  find: (due) => dueReferences(due, field),
});

const blank: Omit<AssetType, 'id' | 'version'> = {
  code: '',
  name: { vi: '', en: '' },
  shape: 'flag',
  colour: 'red',
  glyph: '',
  unitName: { vi: 'cái', en: 'pieces' },
  size: '',
  layout: 'stretch',
  defaultSpacing: 25,
  defaultSides: 'both',
  price: 0,
  goesWith: [],
  inStock: 0,
  ordered: 0,
  carriesText: false,
  mount: 'pole',
  emblem: 'none',
  widthCm: null,
  heightCm: null,
  lifeDays: null,
  notBefore: null,
  until: null,
  periodDays: null,
  rulesOff: [],
  checklist: [],
};

export const assetType = {
  fields,
  blank,
  inside: { checklist, notBefore: window('notBefore'), until: window('until') },
} as const satisfies EntityShape<typeof fields>;
