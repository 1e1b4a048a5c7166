/**
 * Everything that is to be done in the open campaign, worked out in slices: at the first look every row may have to be
 * laid out, and meanwhile a person scrolls and draws.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { PlacementTask } from '../../domain/checklist/task.ts';
import { tasksIn, type When } from '../../domain/checklist/work.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { timelineNow, todayOf } from '../campaign/rows.ts';

interface WorkState {
  /** Of the campaign as it was when it was last worked out whole. */
  readonly tasks: readonly PlacementTask[];
  /** Whether that has happened since the campaign was opened. */
  readonly known: boolean;
}

const NOTHING: WorkState = { tasks: [], known: false };

const useWorkStore = create<WorkState>(() => NOTHING);

/** Milliseconds that one slice may take: a frame still has room beside it. */
const SLICE_MS = 8;

let followers = 0;
let end = () => {};

/** Tasks of every placement that is approved; empty until they are known. */
export function useTasks(): readonly PlacementTask[] {
  useEffect(follow, []);
  return useWorkStore((s) => s.tasks);
}

/** The same, asked once. */
export function tasksNow(): readonly PlacementTask[] {
  return useWorkStore.getState().tasks;
}

export function useTasksKnown(): boolean {
  return useWorkStore((s) => s.known);
}

/** As many as follow share one walk through the rows. */
function follow(): () => void {
  if (followers++ === 0) end = start();
  return () => {
    followers--;
    if (followers === 0) end();
  };
}

function start(): () => void {
  let seen: Tables | null = null;
  let of: Id | null = null;
  let run = 0;
  const look = () => {
    const { ready, campaignId, tables } = useCampaign.getState();
    if (campaignId !== of) {
      of = campaignId;
      seen = null;
      run++;
      useWorkStore.setState(NOTHING);
    }
    const campaign = tables.campaign.get(campaignId ?? '');
    if (!ready || campaign === undefined || tables === seen) return;
    seen = tables;
    const when = { timeline: timelineNow(), today: todayOf(campaign) };
    run++;
    const own = run;
    void walk(tables, when, () => own !== run).then((tasks) => {
      if (tasks !== null) useWorkStore.setState({ tasks, known: true });
    });
  };
  const unsubscribe = useCampaign.subscribe(look);
  look();
  return () => {
    unsubscribe();
    run++;
    useWorkStore.setState(NOTHING);
  };
}

/** Null where it was given up for a newer one. */
async function walk(tables: Tables, when: When, isOver: () => boolean): Promise<PlacementTask[] | null> {
  const tasks: PlacementTask[] = [];
  let began = performance.now();
  for (const row of tables.placement.values()) {
    for (const task of tasksIn(tables, row, when)) tasks.push(task);
    if (performance.now() - began < SLICE_MS) continue;
    await nextTurn();
    if (isOver()) return null;
    began = performance.now();
  }
  return isOver() ? null : tasks;
}

/** Whatever waits comes first: a key, a frame. A timer would wait for 4 ms each time. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
