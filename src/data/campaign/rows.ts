import { useMemo } from 'react';
import { latest } from '../../domain/memo.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import type { Milestone } from '../../domain/model/entities/milestone.ts';
import type { Occasion } from '../../domain/model/entities/occasion.ts';
import type { Entity, Id, RowOf } from '../../domain/model/rows.ts';
import { campaignDay } from '../../domain/schedule/campaignDay.ts';
import type { Day } from '../../domain/schedule/days.ts';
import { type CampaignDays, daysOf, mainOccasion } from '../../domain/schedule/occasions.ts';
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
  return campaignDay(campaign, new Date());
}

const mainIn = latest(mainOccasion);

/** The occasion that gives the campaign its days; undefined while there is none. */
export function useMainOccasion(): Occasion | undefined {
  const occasions = useTable('occasion');
  return mainIn(useCampaignRow(), occasions);
}

const daysIn = latest(daysOf);

/** D and the closing; undefined while the campaign has no occasion. */
export function useCampaignDays(): CampaignDays | undefined {
  const main = useMainOccasion();
  return main && daysIn(main);
}

/** One and the same for everybody who asks: what is worked out with it is kept by it. */
const timelineIn = latest((days: CampaignDays | undefined, milestones: ReadonlyMap<Id, Milestone>) =>
  timelineOf(days, milestones.values()),
);

/** The same, for whoever is no part of a screen. */
export function timelineNow(): Timeline {
  const { campaignId, tables } = useCampaign.getState();
  const main = mainIn(tables.campaign.get(campaignId ?? ''), tables.occasion);
  return timelineIn(main && daysIn(main), tables.milestone);
}

/** Null before the first load. */
export function useTimeline(): Timeline | null {
  const campaign = useCampaignRow();
  const days = useCampaignDays();
  const milestones = useTable('milestone');
  return campaign === undefined ? null : timelineIn(days, milestones);
}
