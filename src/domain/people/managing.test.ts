import { expect, test } from 'vitest';
import type { Membership } from '../edit/roles.ts';
import { idOf } from '../testing.ts';
import { administers, administersAnything, managesAccount } from './managing.ts';

const [A, B] = [idOf('K', 1), idOf('K', 2)];
const as = (role: Membership['role'], campaignId: string | null): Membership => ({
  campaignId,
  role,
  unitId: null,
});

test('who administers everything administers each, whatever role there is in one beside it', () => {
  expect(administers([as('admin', null)], A)).toBe(true);
  expect(administers([as('admin', null)], null)).toBe(true);
  expect(administers([as('admin', A)], null)).toBe(false);
  expect(administers([as('admin', A)], B)).toBe(false);
  expect(administers([as('admin', null), as('viewer', A)], A)).toBe(true);
  expect(administers([as('planner', null), as('admin', A)], A)).toBe(true);
  expect(administers([as('planner', null), as('admin', A)], null)).toBe(false);
  expect(administersAnything([as('planner', null), as('admin', B)])).toBe(true);
  expect(administersAnything([as('leader', null)])).toBe(false);
});

test.each([
  ['of all, on anybody', [as('admin', null)], [], true],
  ['of one, on its planner', [as('admin', A)], [as('planner', A)], true],
  ['of one, on somebody of two', [as('admin', A)], [as('planner', A), as('viewer', B)], false],
  ['of one, on who administers everything', [as('admin', A)], [as('admin', null)], false],
  ['of one, on who has no role', [as('admin', A)], [], false],
  ['no administrator', [as('planner', null)], [as('viewer', A)], false],
] as const)('the account of another: %s', (_, own, theirs, may) => {
  expect(managesAccount(own, theirs)).toBe(may);
});
