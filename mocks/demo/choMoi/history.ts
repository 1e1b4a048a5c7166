/**
 * How the demonstration's plan came to be what it is: three weeks of planning, approving, making and putting up, told by
 * the people who did it. It ends in the very rows that `demoOps` makes.
 */
import type { CreateOp, EditNote } from '../../../src/domain/edit/edit.ts';
import { BEFORE_APPROVAL } from '../../../src/domain/edit/states.ts';
import type { Entity, FieldsOf, Id } from '../../../src/domain/model/rows.ts';
import { addDays, type Day } from '../../../src/domain/schedule/days.ts';
import { DEMO_CAMPAIGN, DEMO_TODAY } from '../builder.ts';
import { type DemoChange, type DemoPerson, making, Telling } from '../history/change.ts';

const person = (
  name: string,
  role: DemoPerson['membership']['role'],
  unitId: Id | null = null,
): DemoPerson => ({ name, membership: { campaignId: DEMO_CAMPAIGN, role, unitId } });

/** A campaign is begun by whoever administers all of them. */
const ADMINISTRATOR: DemoPerson = {
  name: 'Quản trị',
  membership: { campaignId: null, role: 'admin', unitId: null },
};
const PLANNER = person('Vũ Hoài', 'planner');
const LEADER = person('Nông Văn Thắng', 'leader');
/** Who of the communes tells of their own work; for the others the planner does, by telephone. */
const OFFICERS: Readonly<Record<string, string>> = {
  'Thanh Thịnh': 'Hà Thị Mai',
  'Thị trấn Đồng Tâm': 'Lý Văn Cường',
  'Quảng Chu': 'Hoàng Văn Bình',
  'Thanh Vận': 'Triệu Thị Lan',
};

/** Days before the story begins. */
const ago = (days: number): Day => addDays(DEMO_TODAY, -days);
const DRAWN = [20, 19, 18, 17] as const;
const SUBMITTED = ago(16);
const APPROVED = [15, 14] as const;
const MADE = ago(10);
const READY = ago(8);
/** Whatever is a draft by now was drawn in the last days. */
const NEW_DRAFTS = [6, 4, 2] as const;

type Placed = CreateOp<'placement'>;

/** `ops`: what makes the rows as they are today. */
export function historyOf(ops: readonly CreateOp[]): readonly DemoChange[] {
  const telling = new Telling('+07:00');
  const placed = making(ops, 'placement') as Placed[];
  const units = new Map(making(ops, 'unit').map((op) => [op.id, (op.fields as FieldsOf<'unit'>).name]));
  tellGround(telling, ops);
  const planned = placed.filter(({ fields }) => fields.state !== 'draft');
  const drafts = placed.filter(({ fields }) => fields.state === 'draft');
  tellPlanning(telling, ops, planned, units);
  tellMaking(telling, planned, units);
  tellWork(telling, ops, drafts, units);
  return telling.changes;
}

const NOTES: Partial<Record<Entity, EditNote>> = {
  occasion: { code: 'occasion.added', params: { where: 'Đại hội' } },
  milestone: { code: 'milestone.added' },
  road: { code: 'roads.imported', params: { count: 10, file: 'tuyen-duong.geojson' } },
  roadFeature: { code: 'features.imported', params: { count: 20 } },
  unit: { code: 'units.imported', params: { count: 14 } },
  noGoArea: { code: 'areas.imported', params: { count: 2 } },
  assetType: { code: 'item.added', params: { where: 'các loại hình' } },
  place: { code: 'item.added', params: { where: 'các địa điểm' } },
  waterway: { code: 'item.added', params: { where: 'Sông Cầu' } },
};

function tellGround(telling: Telling, ops: readonly CreateOp[]): void {
  const first = ago(21);
  telling.tell(first, ADMINISTRATOR, { code: 'campaign.created' }, making(ops, 'campaign'));
  for (const entity of [
    'occasion',
    'milestone',
    'unit',
    'place',
    'waterway',
    'road',
    'roadFeature',
    'assetType',
  ] as const)
    telling.tell(first, PLANNER, NOTES[entity] ?? { code: 'campaign.changed' }, making(ops, entity));
  // Their text is the planner's, their approval the leader's.
  const slogans = making(ops, 'slogan') as CreateOp<'slogan'>[];
  const plain = slogans.map((op) => ({
    ...op,
    fields: { ...op.fields, approved: false, approvalDocument: '', approvalDay: null },
  }));
  telling.tell(first, PLANNER, { code: 'slogan.list', params: { count: slogans.length } }, plain);
  const approved = slogans.filter(({ fields }) => fields.approved);
  telling.tell(
    ago(20),
    LEADER,
    { code: 'slogan.approved-list', params: { count: approved.length } },
    approved.map(({ id, fields: { approvalDocument, approvalDay } }) =>
      telling.set('slogan', id, { approved: true, approvalDocument, approvalDay }),
    ),
  );
  telling.tell(
    ago(20),
    PLANNER,
    { code: 'set.created', params: { where: 'Trục chính thị trấn' } },
    making(ops, 'dressingSet'),
  );
  telling.tell(ago(20), PLANNER, NOTES.noGoArea as EditNote, making(ops, 'noGoArea'));
}

function tellPlanning(
  telling: Telling,
  ops: readonly CreateOp[],
  planned: readonly Placed[],
  units: ReadonlyMap<Id, string>,
): void {
  const roads = new Map(making(ops, 'road').map((op) => [op.id, (op.fields as FieldsOf<'road'>).code]));
  const byRoad = [...Map.groupBy(planned, ({ fields }) => fields.roadId)];
  const where = (roadId: Id | null) => roads.get(roadId ?? '') ?? 'ngoài tuyến';
  byRoad.forEach(([roadId, rows], i) => {
    const day = ago(DRAWN[Math.floor((i * DRAWN.length) / byRoad.length)] as number);
    const note = { code: 'placements.imported', params: { count: rows.length, file: where(roadId) } };
    telling.tell(
      day,
      PLANNER,
      note,
      rows.map((op) => ({
        ...op,
        fields: { ...op.fields, state: 'draft', note: '', approvedQuantity: null },
      })),
    );
  });
  for (const [roadId, rows] of byRoad)
    telling.tell(
      SUBMITTED,
      PLANNER,
      { code: 'placement.step-submitted', params: { where: where(roadId) } },
      rows.map(({ id }) => telling.set('placement', id, { state: 'submitted' })),
    );
  const byUnit = [...Map.groupBy(planned, ({ fields }) => fields.unitId)];
  byUnit.forEach(([unitId, rows], i) => {
    const day = ago(APPROVED[Math.floor((i * APPROVED.length) / byUnit.length)] as number);
    const params = { where: units.get(unitId ?? '') ?? '' };
    telling.tell(
      day,
      LEADER,
      { code: 'placement.step-approved', params },
      rows
        .filter(({ fields }) => !BEFORE_APPROVAL.has(fields.state))
        .map(({ id, fields: { approvedQuantity } }) =>
          telling.set('placement', id, { state: 'approved', approvedQuantity }),
        ),
    );
    telling.tell(
      day,
      LEADER,
      { code: 'placement.step-sent-back', params },
      rows
        .filter(({ fields }) => fields.state === 'sent-back')
        .map(({ id, fields: { note } }) => telling.set('placement', id, { state: 'sent-back', note })),
    );
  });
}

function tellMaking(telling: Telling, planned: readonly Placed[], units: ReadonlyMap<Id, string>): void {
  const byUnit = [...Map.groupBy(planned, ({ fields }) => fields.unitId)];
  const step = (day: Day, state: 'in-production' | 'ready', from: readonly string[], own: boolean) => {
    for (const [unitId, rows] of byUnit)
      telling.tell(
        day,
        own ? whoOf(unitId, units) : PLANNER,
        { code: `placement.step-${state}`, params: { where: units.get(unitId ?? '') ?? '' } },
        rows
          .filter(({ fields }) => from.includes(fields.state))
          .map(({ id }) => telling.set('placement', id, { state })),
      );
  };
  step(MADE, 'in-production', ['in-production', 'ready'], false);
  step(READY, 'ready', ['ready'], true);
}

/** Day by day: what was ticked, reported, and drawn anew. */
function tellWork(
  telling: Telling,
  ops: readonly CreateOp[],
  drafts: readonly Placed[],
  units: ReadonlyMap<Id, string>,
): void {
  const byDay = new Map<Day, (() => void)[]>();
  const on = (day: Day, tell: () => void) => byDay.set(day, [...(byDay.get(day) ?? []), tell]);
  const told = making(ops, 'task', 'report') as (CreateOp<'task'> | CreateOp<'report'>)[];
  const unitOf = ({ fields }: (typeof told)[number]) =>
    (telling.row(fields.placementId) as unknown as FieldsOf<'placement'>).unitId;
  for (const [day, some] of Map.groupBy(told, ({ fields }) => dayOf(fields)))
    for (const [unitId, own] of Map.groupBy(some, unitOf))
      for (const [code, same] of Map.groupBy(own, noteOf)) {
        const where = units.get(unitId ?? '') ?? '';
        // A commune does not accept its own work, nor is it the one who gives it another day.
        const isPlanners = ['report.accepted', 'task.due'].includes(code);
        const by = isPlanners ? PLANNER : whoOf(unitId, units);
        on(day, () => telling.tell(day, by, { code, params: { where } }, same));
      }
  NEW_DRAFTS.forEach((days, i) => {
    const rows = drafts.filter((_, k) => k % NEW_DRAFTS.length === i);
    const note = { code: 'placements.imported', params: { count: rows.length, file: 'bo-sung.xlsx' } };
    on(ago(days), () => telling.tell(ago(days), PLANNER, note, rows));
  });
  on(DEMO_TODAY, () =>
    telling.tell(DEMO_TODAY, PLANNER, { code: 'finding.accepted' }, making(ops, 'acceptance')),
  );
  for (const [, tells] of [...byDay].sort(([a], [b]) => a.localeCompare(b))) for (const tell of tells) tell();
}

function dayOf(fields: FieldsOf<'task'> | FieldsOf<'report'>): Day {
  // Another day was given when the storm was over.
  const day = fields.day ?? ago(2);
  // Nothing is ticked of what is not approved yet.
  const earliest = addDays(READY, 1);
  return day < earliest ? earliest : day;
}

function noteOf(op: CreateOp<'task'> | CreateOp<'report'>): string {
  if (op.entity === 'report') return `report.${op.fields.kind}`;
  const { standing } = op.fields;
  return standing === 'done' ? 'task.done' : standing === 'cannot' ? 'task.cannot' : 'task.due';
}

function whoOf(unitId: Id | null, units: ReadonlyMap<Id, string>): DemoPerson {
  const name = OFFICERS[units.get(unitId ?? '') ?? ''];
  return name === undefined ? PLANNER : person(name, 'unit-officer', unitId);
}
