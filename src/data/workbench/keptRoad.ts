/** The road that was being drawn and is not stored: another tool, a reload or a closed page does not lose it. */
import type { Id } from '../../domain/model/rows.ts';
import { useCampaign } from '../campaign/campaign.ts';
import type { RoadDraft } from './drafts.ts';

const key = (campaignId: Id | null) => `cohoa.drawn-road.${campaignId ?? ''}`;

/** Null where nothing was begun. */
export function keptRoad(): RoadDraft | null {
  const text = localStorage.getItem(key(useCampaign.getState().campaignId));
  if (text === null) return null;
  try {
    return JSON.parse(text) as RoadDraft;
  } catch (error) {
    console.warn('the road that was begun cannot be read any more:', error);
    return null;
  }
}

/** Keeps what is begun of a new road, or forgets it. */
export function keepRoad(draft: RoadDraft | null): void {
  const at = key(useCampaign.getState().campaignId);
  const begun =
    draft !== null &&
    draft.what === 'new' &&
    (draft.corners.length > 0 || draft.code !== '' || draft.name !== '');
  try {
    if (begun) localStorage.setItem(at, JSON.stringify(draft));
    else localStorage.removeItem(at);
  } catch (error) {
    // Where the device keeps nothing it lasts as long as the page.
    console.warn('the road that is drawn is not kept:', error);
  }
}
