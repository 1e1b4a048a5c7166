/** Who looks at the work, and what of it is theirs. */
import { useMemo } from 'react';
import { isMine, type Person } from '../../domain/checklist/mine.ts';
import type { PlacementTask } from '../../domain/checklist/task.ts';
import { latest } from '../../domain/memo.ts';
import type { Unit } from '../../domain/model/entities/unit.ts';
import type { Id } from '../../domain/model/rows.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { useTable } from '../campaign/rows.ts';
import { useMembership, useSession } from '../net/session.ts';
import { useTasks } from './tasks.ts';

/** Null where one is nothing here. */
export function usePerson(): Person | null {
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const member = useMembership(campaignId);
  const name = useSession((s) => (s.status === 'signed-in' ? s.who.user.name : ''));
  const [role, unitId] = [member?.role, member?.unitId ?? null];
  return useMemo(() => (role === undefined ? null : { role, unitId, name }), [role, unitId, name]);
}

/** Several ask for it at once: the rail, and the list itself. */
const mineOf = latest(
  (
    tasks: readonly PlacementTask[],
    unit: ReadonlyMap<Id, Unit>,
    role: Person['role'] | undefined,
    unitId: Id | null,
    name: string,
  ): readonly PlacementTask[] =>
    role === undefined ? [] : tasks.filter((task) => isMine({ unit }, task, { role, unitId, name })),
);

/** The tasks that are one's own. */
export function useMine(): readonly PlacementTask[] {
  const tasks = useTasks();
  const person = usePerson();
  const unit = useTable('unit');
  return mineOf(tasks, unit, person?.role, person?.unitId ?? null, person?.name ?? '');
}
