import { expect, test } from 'vitest';
import { PLACEMENT_STATES } from '../model/entities/placement.ts';
import { ROLES } from './roles.ts';
import { mayStep, nextStates } from './states.ts';

test('only leaders and administrators approve or send back', () => {
  for (const role of ROLES)
    for (const to of ['approved', 'sent-back'] as const)
      expect(mayStep(role, 'submitted', to), `${role} → ${to}`).toBe(role === 'leader' || role === 'admin');
});

test('nobody gets from a draft to an approval without submitting', () => {
  for (const role of ROLES) expect(nextStates(role, 'draft')).not.toContain('approved');
});

test('a viewer steps nowhere, and every state can be left by somebody', () => {
  for (const state of PLACEMENT_STATES) {
    expect(nextStates('viewer', state)).toEqual([]);
    expect(nextStates('admin', state).length, state).toBeGreaterThan(0);
  }
});

test('every state is reached from a draft', () => {
  const reached = new Set<string>(['draft']);
  const queue: (typeof PLACEMENT_STATES)[number][] = ['draft'];
  for (let state = queue.pop(); state !== undefined; state = queue.pop())
    for (const next of nextStates('admin', state))
      if (!reached.has(next)) {
        reached.add(next);
        queue.push(next);
      }
  expect(reached.size).toBe(PLACEMENT_STATES.length);
});
