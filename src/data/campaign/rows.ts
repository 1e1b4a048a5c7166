import { useMemo } from 'react';
import { latest } from '../../domain/memo.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import type { Milestone } from '../../domain/model/entities/milestone.ts';
import type { Entity, Id, RowOf } from '../../domain/model/rows.ts';
import { type Day, dayIn } from '../../domain/schedule/days.ts';
import { type Timeline, timelineOf } from '../../domain/schedule/timeline.ts';
import { useCampaign } from './campaign.ts';

export function useTable<E extends Entity>(entity: E): ReadonlyMap<Id, RowOf[E]> {
  return useCampaign((s) => s.tables[entity] as ReadonlyMap<Id, RowOf[E]>);
}

/** The rows of an entity as an array that stays the same until one of them changes. */
export function useRows<E extends Entity>(entity: E): readonly RowOf[E][] {
  const table = useTable(entity);
  return useMemo(() => [...table.values()], [table]);
}

export function useRow<E extends Entity>(entity: E, id: Id | null | undefined): RowOf[E] | undefined {
  return useCampaign((s) => (id ? (s.tables[entity].get(id) as RowOf[E] | undefined) : undefined));
}

/** The open campaign's own row; undefined before the first load. */
export function useCampaignRow(): Campaign | undefined {
  return useCampaign((s) => (s.campaignId === null ? undefined : s.tables.campaign.get(s.campaignId)));
}

export function todayOf(campaign: Campaign): Day {
  return campaign.demoToday ?? dayIn(campaign.timeZone, new Date());
}

/** One and the same for everybody who asks: what is worked out with it is kept by it. */
const timelineIn = latest((campaign: Campaign, milestones: ReadonlyMap<Id, Milestone>) =>
  timelineOf(campaign, milestones.values()),
);

export function useTimeline(): Timeline | null {
  const campaign = useCampaignRow();
  const milestones = useTable('milestone');
  return campaign === undefined ? null : timelineIn(campaign, milestones);
}
