/** The road that was being drawn and is not stored: another tool, a reload or a closed page does not lose it. */
import type { Id } from '../../domain/model/rows.ts';
import { useCampaign } from '../campaign/campaign.ts';
import type { RoadDraft } from './drafts.ts';

const key = (roadId: Id | null, what: RoadDraft['what']) =>
  `cohoa.drawn-road.${useCampaign.getState().campaignId ?? ''}.${roadId ?? ''}.${what}`;

interface Kept {
  readonly draft: RoadDraft;
  /** Of the road's row when its line was taken in the hand: of another shape nothing is gone on with. */
  readonly version: number;
}

const versionOf = (roadId: Id | null) => useCampaign.getState().tables.road.get(roadId ?? '')?.version ?? 0;

/** Null where nothing was begun, or the road has changed since. */
export function keptRoad(roadId: Id | null, what: RoadDraft['what']): RoadDraft | null {
  const text = localStorage.getItem(key(roadId, what));
  if (text === null) return null;
  try {
    const { draft, version } = JSON.parse(text) as Kept;
    return version === versionOf(roadId) ? draft : null;
  } catch (error) {
    console.warn('the road that was begun cannot be read any more:', error);
    return null;
  }
}

/** Keeps what is begun of a road; nothing of it is forgotten until it is stored or begun anew. */
export function keepRoad(draft: RoadDraft): void {
  const { roadId, what, before, code, name, corners } = draft;
  const begun = before.length > 0 || (what === 'new' && (corners.length > 0 || code !== '' || name !== ''));
  if (!begun) {
    forgetRoad(draft);
    return;
  }
  try {
    localStorage.setItem(
      key(roadId, what),
      JSON.stringify({
        draft: { ...draft, before: before.slice(-1) },
        version: versionOf(roadId),
      } satisfies Kept),
    );
  } catch (error) {
    // Where the device keeps nothing it lasts as long as the page.
    console.warn('the road that is drawn is not kept:', error);
  }
}

export function forgetRoad({ roadId, what }: Pick<RoadDraft, 'roadId' | 'what'>): void {
  localStorage.removeItem(key(roadId, what));
}
