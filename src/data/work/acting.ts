/** What a person does with tasks, several at once or one: each is one edit, which can be undone. */
import { isEarly, reportedBack, spotsOfTask } from '../../domain/checklist/reporting.ts';
import { partIn, reopened, type Said, saying } from '../../domain/checklist/saying.ts';
import type { PlacementTask } from '../../domain/checklist/task.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import { newIn } from '../../domain/progress/telling.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { commit, mayCommit, newRowId } from '../campaign/commit.ts';
import { may } from '../campaign/may.ts';
import { reportOp } from '../campaign/reporting.ts';
import { todayOf } from '../campaign/rows.ts';
import { whereOfAll } from '../campaign/where.ts';
import { useSession } from '../net/session.ts';
import { tasksNow } from './tasks.ts';

function own(): { readonly day: string; readonly who: string } {
  const { tables, campaignId } = useCampaign.getState();
  const campaign = tables.campaign.get(campaignId ?? '');
  const session = useSession.getState();
  const who = session.status === 'signed-in' ? session.who.user.name : '';
  return { day: campaign === undefined ? '' : todayOf(campaign), who };
}

/** Whether a person may tick it, or, where it is done, take that back. */
export function mayTick(task: PlacementTask): boolean {
  const { placement, done, item } = task;
  if (done === undefined && task.waits) return false;
  const { tables } = useCampaign.getState();
  if (item.does !== null) {
    if (done !== undefined) {
      const ops = reportedBack(tables, task, newRowId);
      return ops.length > 0 && mayCommit(ops).ok;
    }
    const spots = spotsOfTask(tables, task);
    return may.add('report', { placementId: placement.id, kind: item.does, spots, corrects: null });
  }
  return done === undefined ? maySay(task, 'done') : done.task !== null && may.remove('task', done.task);
}

/** Whether a person may say something of it. */
export function maySay(task: PlacementTask, standing: Said['standing'] = 'open'): boolean {
  const { said, placement } = task;
  const part = partIn(task);
  return said !== null && said.whole === part.whole && said.unitId === part.unitId
    ? may.change('task', said, standing === 'open' ? 'note' : 'standing')
    : may.add('task', { placementId: placement.id, ...part, standing });
}

/** Whether ticking it now wants a reason. */
export function wantsReason(task: PlacementTask): boolean {
  return isEarly(task, own().day);
}

/** Ticks tasks; `note`: the reason of those that are early. */
export function tick(tasks: readonly PlacementTask[], note = ''): Result<true> {
  const { tables } = useCampaign.getState();
  const { day, who } = own();
  const ops = tasks.flatMap((task): Op[] => {
    if (task.done !== undefined) return [];
    const { does } = task.item;
    if (does === null) {
      const told = task.said?.note ?? '';
      return [saying(task, { standing: 'done', day, who, note: note === '' ? told : note }, newRowId)];
    }
    const told = newIn(tables, task.placement, does, spotsOfTask(tables, task));
    return told === null ? [] : [reportOp({ placementId: task.placement.id, kind: does, ...told, note })];
  });
  return made('task.done', tasks, ops);
}

/** Takes back that a task was done. */
export function untick(task: PlacementTask): Result<true> {
  const { tables } = useCampaign.getState();
  const besides = () =>
    tasksNow().filter((t) => t.placement.id === task.placement.id && t.item.id === task.item.id);
  const ops =
    task.item.does === null ? reopened(task, besides(), newRowId) : reportedBack(tables, task, newRowId);
  return made('task.reopened', [task], ops);
}

/** Says something of tasks: who is to do them, by when, that they are begun or cannot be done. */
export function say(code: string, tasks: readonly PlacementTask[], said: Said): Result<true> {
  const { day, who } = own();
  const standing = said.standing;
  const since = standing === undefined ? {} : standing === 'open' ? { day: null, who: '' } : { day, who };
  return made(
    code,
    tasks,
    tasks.map((task) => saying(task, { ...said, ...since }, newRowId)),
  );
}

function made(code: string, tasks: readonly PlacementTask[], ops: readonly Op[]): Result<true> {
  if (ops.length === 0) return fail('command.nothing');
  const where = whereOfAll([...new Set(tasks.map((task) => task.placement))]);
  return commit({ code, params: { where, count: tasks.length } }, ops);
}
