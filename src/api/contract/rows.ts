/** What each row may hold, as schemas: the server checks by them, the OpenAPI document is made from them. */
import { z } from 'zod';
import { PLACEMENT_STATES } from '../../domain/edit/states.ts';
import { SINGLES_LIMIT } from '../../domain/layout/limits.ts';
import { isTileUrl } from '../../domain/model/baseMap.ts';
import type { Entity, FieldsOf } from '../../domain/model/rows.ts';
import { isDay } from '../../domain/schedule/days.ts';
import { fewKeys, text } from './text.ts';

export const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'ulid');
const reference = id.nullable();
const day = z.string().refine(isDay, 'day');
const metres = z.number().min(-1_000_000).max(10_000_000);
const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).readonly();
const dueRule = z.strictObject({ milestone: text(40).min(1), days: z.int().min(-2000).max(2000) });
const httpTemplate = text(300).refine(isTileUrl, 'tile-url');

/** Rings closed, a valid outline at least; a province's boundary is some ten thousand vertices. */
const area = z
  .array(z.array(z.array(lngLat).min(4).max(100_000).readonly()).min(1).max(200).readonly())
  .min(1)
  .max(500)
  .readonly();
const ruleSettings = fewKeys(
  200,
  z.record(
    text(40),
    z.strictObject({
      off: z.boolean(),
      params: fewKeys(20, z.record(text(40), z.number().min(-1_000_000).max(1_000_000_000)).readonly()),
    }),
  ),
);

const featureKind = z.enum(['bridge', 'junction', 'signal', 'level-crossing', 'km-post']);
/** A side and an ordinal of at most seven figures: more than any road has. */
const positionKey = z
  .templateLiteral([z.enum(['L', 'R', 'M']), z.int().min(0)])
  .refine((key) => key.length <= 8, 'position');

const stretchRule = z.strictObject({
  spacing: z.number().min(0.5).max(100_000),
  startOffset: z.number().min(0).max(100_000),
  sides: z.enum(['left', 'right', 'both', 'median']),
  staggered: z.boolean(),
  edgeOffset: z.number().min(-50).max(200),
  except: z.array(featureKind).max(5).readonly(),
  skips: z.array(positionKey).max(SINGLES_LIMIT).readonly(),
  moves: fewKeys(SINGLES_LIMIT, z.partialRecord(positionKey, z.number().min(-10_000).max(10_000))),
});

const checklistItem = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: text(200),
  nameEn: text(200),
  due: dueRule,
  counts: z.boolean(),
});

const placement = z.strictObject({
  assetTypeId: id,
  unitId: reference,
  sloganId: reference,
  state: z.enum(PLACEMENT_STATES),
  note: text(2000),
  installBy: dueRule.nullable(),
  removeBy: dueRule.nullable(),
  roadId: reference,
  coordinate: lngLat.nullable(),
  from: metres.nullable(),
  to: metres.nullable(),
  side: z.enum(['left', 'right', 'median']).nullable(),
  rule: stretchRule.nullable(),
  pointQuantity: z.int().min(0).max(100_000),
  phase: text(80),
  sponsor: z
    .strictObject({
      name: text(200),
      share: z.number().min(0).max(100),
      place: z.enum(['bottom', 'right', 'other']),
    })
    .nullable(),
  approvedQuantity: z.int().min(0).max(2_000_000_000).nullable(),
});

const dressingItem = z.strictObject({
  assetTypeId: id,
  sloganId: reference,
  rule: stretchRule.nullable(),
  anchor: z.enum(['start', 'end', 'share']),
  offset: z.number().min(0).max(1_000_000),
  side: z.enum(['left', 'right', 'median']),
  pointQuantity: z.int().min(0).max(100_000),
});

/** The fields of each entity, without identity and version. Unknown fields are refused. */
export const FIELDS = {
  campaign: z.strictObject({
    name: text(200).min(1),
    theme: text(1000),
    term: text(40),
    congressName: text(200),
    organisingBody: text(200),
    parentBody: text(200),
    bodyKind: z.enum(['state', 'party']),
    place: text(100),
    openingDay: day,
    closingDay: day,
    timeZone: text(60).refine(isTimeZone, 'time-zone'),
    baseMaps: z
      .array(z.strictObject({ name: text(80).min(1), url: httpTemplate, attribution: text(300) }))
      .max(8)
      .readonly(),
    mapNotice: text(300),
    demoToday: day.nullable(),
    budget: z.int().min(0).max(1_000_000_000_000_000),
    ruleSettings,
  }),
  milestone: z.strictObject({
    name: text(200).min(1),
    day: day.nullable(),
    offsetDays: z.int().min(-2000).max(2000).nullable(),
  }),
  unit: z.strictObject({
    code: text(40),
    name: text(200).min(1),
    kind: z.enum(['commune', 'organisation']),
    centre: lngLat.nullable(),
    parentId: reference,
    boundary: area.nullable(),
  }),
  road: z.strictObject({
    code: text(40),
    name: text(200),
    class: z.enum(['national', 'provincial', 'district', 'street', 'other']),
    line: z.array(lngLat).min(2).max(200_000).readonly(),
    gaps: z.array(z.number().min(0)).max(10_000).readonly(),
    zeroChainage: metres,
    calibration: z
      .array(z.strictObject({ along: metres, chainage: metres }))
      .max(5000)
      .readonly(),
    halfWidth: z.number().min(0.5).max(60),
    source: text(200),
  }),
  roadFeature: z.strictObject({ roadId: id, kind: featureKind, name: text(200), from: metres, to: metres }),
  noGoArea: z.strictObject({
    kind: z.enum(['relic', 'dyke', 'power-grid', 'road-safety-corridor']),
    name: text(200),
    area,
  }),
  assetType: z.strictObject({
    code: text(40).min(1),
    name: text(200).min(1),
    nameEn: text(200),
    shape: z.enum([
      'flag',
      'vertical-flag',
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
    glyph: text(2),
    unitName: text(40),
    unitNameEn: text(40),
    size: text(60),
    layout: z.enum(['stretch', 'point']),
    defaultSpacing: z.number().min(0.5).max(100_000),
    defaultSides: z.enum(['left', 'right', 'both', 'median']),
    price: z.int().min(0).max(1_000_000_000_000),
    inStock: z.int().min(0).max(10_000_000),
    ordered: z.int().min(0).max(10_000_000),
    carriesText: z.boolean(),
    mount: z.enum(['pole', 'ground', 'across']),
    emblem: z.enum(['none', 'national', 'party']),
    widthCm: z.number().min(1).max(100_000).nullable(),
    heightCm: z.number().min(1).max(100_000).nullable(),
    lifeDays: z.int().min(1).max(10_000).nullable(),
    rulesOff: z.array(text(40)).max(60).readonly(),
    checklist: z.array(checklistItem).max(40).readonly(),
  }),
  slogan: z.strictObject({
    text: text(500).min(1),
    typeIds: z.array(id).max(200).readonly(),
    priority: z.int().min(0).max(1000),
    approved: z.boolean(),
    approvalDocument: text(200),
    approvalDay: day.nullable(),
  }),
  placement,
  task: z.strictObject({
    placementId: id,
    itemId: text(40).min(1),
    doneDay: day,
    doneBy: text(200),
    quantity: z.int().min(0).max(1_000_000).nullable(),
    note: text(2000),
  }),
  dressingSet: z.strictObject({
    name: text(100).min(1),
    items: z.array(dressingItem).min(1).max(50).readonly(),
  }),
  acceptance: z.strictObject({
    finding: text(200).min(1),
    rule: text(40).min(1),
    placementId: reference,
    reason: text(500).min(1),
    acceptedBy: text(200),
    day,
  }),
  savedView: z.strictObject({ name: text(100).min(1), view: text(4000) }),
} satisfies { [E in Entity]: z.ZodObject & z.ZodType<FieldsOf<E>> };

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
