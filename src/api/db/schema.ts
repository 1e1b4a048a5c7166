/** The tables as Drizzle sees them. Column names are the fields' in snake case; migrations hold the SQL itself. */
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { EditNote } from '../../domain/edit/edit.ts';
import type { Role } from '../../domain/edit/roles.ts';
import type { AssetType, ChecklistItem } from '../../domain/model/entities/assetType.ts';
import type { BaseMap, Campaign, RuleSettings } from '../../domain/model/entities/campaign.ts';
import type { DressingItem } from '../../domain/model/entities/dressingSet.ts';
import type { NoGoArea } from '../../domain/model/entities/noGoArea.ts';
import type { Placement, Sponsor } from '../../domain/model/entities/placement.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import type { StretchRule } from '../../domain/model/entities/stretchRule.ts';
import type { Area, Entity, LngLatPair } from '../../domain/model/rows.ts';
import type { DueRule } from '../../domain/schedule/days.ts';

const rowColumns = () => ({
  id: text().primaryKey(),
  campaignId: text().notNull(),
  version: bigint({ mode: 'number' }).notNull(),
});

export const campaign = pgTable('campaign', {
  id: text().primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
  /** The number of the newest change; locking this row puts the writes of a campaign in line. */
  changeNumber: bigint({ mode: 'number' }).notNull(),
  name: text().notNull(),
  theme: text().notNull(),
  term: text().notNull(),
  congressName: text().notNull(),
  organisingBody: text().notNull(),
  parentBody: text().notNull(),
  bodyKind: text().$type<Campaign['bodyKind']>().notNull(),
  place: text().notNull(),
  openingDay: date({ mode: 'string' }).notNull(),
  closingDay: date({ mode: 'string' }).notNull(),
  timeZone: text().notNull(),
  baseMaps: jsonb().notNull().$type<readonly BaseMap[]>(),
  mapNotice: text().notNull(),
  demoToday: date({ mode: 'string' }),
  budget: bigint({ mode: 'number' }).notNull(),
  ruleSettings: jsonb().$type<RuleSettings>().notNull(),
});

const milestone = pgTable('milestone', {
  ...rowColumns(),
  name: text().notNull(),
  day: date({ mode: 'string' }),
  offsetDays: integer(),
});

const unit = pgTable('unit', {
  ...rowColumns(),
  code: text().notNull(),
  name: text().notNull(),
  kind: text().$type<'commune' | 'organisation'>().notNull(),
  centre: jsonb().$type<LngLatPair>(),
  parentId: text(),
  boundary: jsonb().$type<Area>(),
});

const road = pgTable('road', {
  ...rowColumns(),
  code: text().notNull(),
  name: text().notNull(),
  class: text().$type<Road['class']>().notNull(),
  line: jsonb().$type<Road['line']>().notNull(),
  gaps: jsonb().$type<readonly number[]>().notNull(),
  zeroChainage: doublePrecision().notNull(),
  calibration: jsonb().$type<Road['calibration']>().notNull(),
  halfWidth: doublePrecision().notNull(),
  source: text().notNull(),
});

const roadFeature = pgTable('road_feature', {
  ...rowColumns(),
  roadId: text().notNull(),
  kind: text().notNull(),
  name: text().notNull(),
  from: doublePrecision().notNull(),
  to: doublePrecision().notNull(),
});

const noGoArea = pgTable('no_go_area', {
  ...rowColumns(),
  kind: text().$type<NoGoArea['kind']>().notNull(),
  name: text().notNull(),
  area: jsonb().$type<Area>().notNull(),
});

const assetType = pgTable('asset_type', {
  ...rowColumns(),
  code: text().notNull(),
  name: text().notNull(),
  nameEn: text().notNull(),
  shape: text().$type<AssetType['shape']>().notNull(),
  colour: text().$type<AssetType['colour']>().notNull(),
  glyph: text().notNull(),
  unitName: text().notNull(),
  unitNameEn: text().notNull(),
  size: text().notNull(),
  layout: text().$type<AssetType['layout']>().notNull(),
  defaultSpacing: doublePrecision().notNull(),
  defaultSides: text().$type<AssetType['defaultSides']>().notNull(),
  price: bigint({ mode: 'number' }).notNull(),
  inStock: integer().notNull(),
  ordered: integer().notNull(),
  carriesText: boolean().notNull(),
  mount: text().$type<AssetType['mount']>().notNull(),
  emblem: text().$type<AssetType['emblem']>().notNull(),
  widthCm: doublePrecision(),
  heightCm: doublePrecision(),
  lifeDays: integer(),
  rulesOff: jsonb().$type<readonly string[]>().notNull(),
  checklist: jsonb().$type<readonly ChecklistItem[]>().notNull(),
});

const slogan = pgTable('slogan', {
  ...rowColumns(),
  text: text().notNull(),
  typeIds: jsonb().$type<readonly string[]>().notNull(),
  priority: integer().notNull(),
  approved: boolean().notNull(),
  approvalDocument: text().notNull(),
  approvalDay: date({ mode: 'string' }),
});

const placement = pgTable('placement', {
  ...rowColumns(),
  assetTypeId: text().notNull(),
  unitId: text(),
  sloganId: text(),
  state: text().$type<Placement['state']>().notNull(),
  note: text().notNull(),
  installBy: jsonb().$type<DueRule>(),
  removeBy: jsonb().$type<DueRule>(),
  roadId: text(),
  coordinate: jsonb().$type<LngLatPair>(),
  from: doublePrecision(),
  to: doublePrecision(),
  side: text().$type<NonNullable<Placement['side']>>(),
  rule: jsonb().$type<StretchRule>(),
  pointQuantity: integer().notNull(),
  phase: text().notNull(),
  sponsor: jsonb().$type<Sponsor>(),
  approvedQuantity: integer(),
});

const task = pgTable('task', {
  ...rowColumns(),
  placementId: text().notNull(),
  itemId: text().notNull(),
  doneDay: date({ mode: 'string' }).notNull(),
  doneBy: text().notNull(),
  quantity: integer(),
  note: text().notNull(),
});

const dressingSet = pgTable('dressing_set', {
  ...rowColumns(),
  name: text().notNull(),
  items: jsonb().$type<readonly DressingItem[]>().notNull(),
});

const acceptance = pgTable('acceptance', {
  ...rowColumns(),
  finding: text().notNull(),
  rule: text().notNull(),
  placementId: text(),
  reason: text().notNull(),
  acceptedBy: text().notNull(),
  day: date({ mode: 'string' }).notNull(),
});

const savedView = pgTable('saved_view', { ...rowColumns(), name: text().notNull(), view: text().notNull() });

export const TABLES = {
  campaign,
  milestone,
  unit,
  road,
  roadFeature,
  noGoArea,
  assetType,
  slogan,
  placement,
  task,
  dressingSet,
  acceptance,
  savedView,
};

export const change = pgTable(
  'change',
  {
    campaignId: text().notNull(),
    number: bigint({ mode: 'number' }).notNull(),
    editKey: text().notNull(),
    replica: text().notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    byUser: text().notNull(),
    byName: text().notNull(),
    note: jsonb().$type<EditNote>().notNull(),
    /** In which shape its ops are kept: `domain/edit/upcast.ts` makes them today's. */
    protocol: integer().notNull(),
    /** Of what was sent; a repetition under the same key must say the same. Null for changes before there was one. */
    bodyHash: text(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.number] })],
);

export const changeOp = pgTable(
  'change_op',
  {
    campaignId: text().notNull(),
    number: bigint({ mode: 'number' }).notNull(),
    seq: smallint().notNull(),
    kind: text().$type<'create' | 'set' | 'delete'>().notNull(),
    entity: text().$type<Entity>().notNull(),
    rowId: text().notNull(),
    /** The fields written, before and after: what the audit log shows and what undo needs. */
    before: jsonb().$type<Record<string, unknown>>().notNull(),
    after: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.number, t.seq] })],
);

/** One row: what this database is. */
export const installation = pgTable('installation', { lineage: text().notNull() });

export const member = pgTable('member', {
  id: text().primaryKey(),
  userId: text().notNull(),
  campaignId: text(),
  role: text().$type<Role>().notNull(),
  unitId: text(),
});
