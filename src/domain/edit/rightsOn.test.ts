import { expect, test } from 'vitest';
import type { Id } from '../model/rows.ts';
import { aPlacement, idOf } from '../testing.ts';
import type { RowLookup } from './edit.ts';
import { rightsOn } from './rightsOn.ts';
import type { Role } from './roles.ts';

const [DISTRICT, OWN, CREW, OTHER] = [1, 2, 3, 4].map((n) => idOf('V', n)) as [Id, Id, Id, Id];
const PARENTS = new Map<Id, Id | null>([
  [DISTRICT, null],
  [OWN, DISTRICT],
  [CREW, OWN],
  [OTHER, DISTRICT],
]);

function on(role: Role, unitId: Id | null, ground: readonly (Id | null)[] = []) {
  const row = aPlacement({ unitId });
  const rows = ((entity: string, id: Id) =>
    entity === 'placement' ? row : { parentId: PARENTS.get(id) ?? null }) as unknown as RowLookup;
  const member = { campaignId: null, role, unitId: role === 'unit-officer' ? OWN : null };
  return rightsOn(member, row, rows, () => new Map(ground.map((id) => [id, 10])));
}

test.each<[Role, ReturnType<typeof rightsOn>]>([
  ['admin', 'plans'],
  ['planner', 'plans'],
  ['leader', 'approves'],
  ['viewer', 'reads'],
])('of a %s, whoever’s it is', (role, rights) => {
  expect([on(role, OWN), on(role, null, [OTHER])]).toEqual([rights, rights]);
});

test('of a unit’s officer, by whose it is and by the ground', () => {
  const officer = (unitId: Id | null, ground?: readonly (Id | null)[]) => on('unit-officer', unitId, ground);
  expect(officer(OWN)).toBe('reports');
  expect(officer(CREW)).toBe('reports');
  expect(officer(DISTRICT)).toBe('others');
  // Given to another unit it is theirs, on whatever ground it stands.
  expect(officer(OTHER, [OWN])).toBe('others');
  expect(officer(null, [CREW, OWN])).toBe('reports');
  expect(officer(null, [OWN, OTHER])).toBe('reports-part');
  expect(officer(null, [CREW, null])).toBe('reports-part');
  expect(officer(null, [OTHER, null])).toBe('others');
  expect(officer(null)).toBe('others');
});
