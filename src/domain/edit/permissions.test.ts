/** What screens ask in advance is what the table answers to the op itself. */
import { describe, expect, test } from 'vitest';
import { demoEdit } from '../../../mocks/demo/choMoi/campaign.ts';
import { PLACEMENT_STATES, type Placement } from '../model/entities/placement.ts';
import { type AnyRow, ENTITIES, type Entity, type Id } from '../model/rows.ts';
import { aReport, idOf } from '../testing.ts';
import type { CreateOp, Op, RowLookup } from './edit.ts';
import { mayAdd, mayChange, mayDo } from './permissions.ts';
import { type Membership, ROLES } from './roles.ts';

const UNIT = idOf('V', 1);
const OTHER_OWN = idOf('P', 999);
const MORE: Partial<Record<Entity, object>> = {
  acceptance: { finding: 'x', reason: 'Đã hỏi', acceptedBy: 'Vũ Hoài', acceptedDay: '2020-10-01' },
  savedView: { name: 'Của tôi', view: '{}' },
  report: aReport(),
  round: {
    name: 'Sau bão',
    firstDay: '2020-10-20',
    everyDays: null,
    lastDay: null,
    withinDays: 1,
    roadIds: [],
  },
};

/** A row of each entity; the placement is the unit's, and the task is its. */
const ROWS = new Map<Entity, AnyRow>();
for (const op of demoEdit(idOf('K', 1), idOf('R', 1)).ops as CreateOp[])
  if (!ROWS.has(op.entity)) ROWS.set(op.entity, { ...op.fields, id: op.id, version: 1 } as AnyRow);
for (const [entity, fields] of Object.entries(MORE))
  ROWS.set(entity as Entity, { ...fields, id: idOf('X', 1), version: 1 } as unknown as AnyRow);
const ownPlacement = { ...(ROWS.get('placement') as Placement), unitId: UNIT };
for (const entity of ['task', 'report'] as const)
  ROWS.set(entity, { ...(ROWS.get(entity) as AnyRow), placementId: ownPlacement.id } as AnyRow);

/** Other values that somebody might give a field. */
function others(field: string, value: unknown): readonly unknown[] {
  if (field === 'placementId') return [OTHER_OWN];
  if (field === 'assignedUnitId') return [UNIT];
  if (field === 'state') return PLACEMENT_STATES.filter((s) => s !== value);
  if (field === 'approvedQuantity') return [null, 5].filter((v) => v !== value);
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'string') return [`${value}.`];
  if (value === null) return [idOf('Z', 1), 5];
  return [null];
}

function rowsWith(placement: Placement): RowLookup {
  const rows = new Map<string, AnyRow>([...ROWS].map(([entity, row]) => [`${entity}:${row.id}`, row]));
  rows.set(`placement:${placement.id}`, placement);
  rows.set(`placement:${OTHER_OWN}`, { ...placement, id: OTHER_OWN });
  return ((entity: Entity, id: Id) => rows.get(`${entity}:${id}`)) as RowLookup;
}

const MEMBERS: readonly Membership[] = [
  ...ROLES.map((role) => ({ campaignId: null, role, unitId: role === 'unit-officer' ? UNIT : null })),
  { campaignId: null, role: 'unit-officer', unitId: idOf('V', 2) },
  { campaignId: null, role: 'unit-officer', unitId: null },
];

test('there is a row of each entity', () => {
  expect([...ROWS.keys()].sort()).toEqual([...ENTITIES].sort());
});

describe.each(MEMBERS)('$role of $unitId', (member) => {
  test.each(ENTITIES)('may change a field of %s where some value of it is allowed', (entity) => {
    const states = entity === 'placement' ? PLACEMENT_STATES : ['draft' as const];
    for (const state of states) {
      const placement = { ...ownPlacement, state };
      const rows = rowsWith(placement);
      const row = (entity === 'placement' ? placement : ROWS.get(entity)) as AnyRow;
      const { id, version, ...fields } = row;
      for (const [field, value] of Object.entries(fields)) {
        // A slogan that gets another text gives up its approval with it.
        const along = entity === 'slogan' && field === 'text' ? { approved: false } : {};
        // That an approval can be given up by whoever cannot give one is the text's matter.
        if (field === 'approved' && member.role === 'planner') continue;
        const allowed = others(field, value).some((next) => {
          const op = {
            kind: 'set',
            entity,
            id,
            version,
            fields: { ...along, [field]: next },
          } as unknown as Op;
          return mayDo(member, op, rows).ok;
        });
        const known = mayChange(member, entity, row as never, field as never, rows);
        expect([state, field, known]).toEqual([state, field, allowed]);
      }
    }
  });

  test.each(ENTITIES)('may add a row of %s where the table lets one in', (entity) => {
    const rows = rowsWith(ownPlacement);
    const { id: _, version: __, ...fields } = ROWS.get(entity) as AnyRow;
    // As it begins: nothing is born approved.
    const start = {
      placement: { state: 'draft' },
      slogan: { approved: false, approvalDocument: '', approvalDay: null },
    };
    const made = { ...fields, ...start[entity as keyof typeof start] };
    const op = { kind: 'create', entity, id: idOf('N', 1), fields: made } as unknown as Op;
    expect(mayAdd(member, entity, fields as never, rows)).toBe(mayDo(member, op, rows).ok);
  });
});
