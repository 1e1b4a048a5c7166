/**
 * The road that was being drawn and is not stored: another tool, a reload or a closed page does not lose it. It is kept
 * for the person and the campaign alone.
 */
import type { Reason } from '../../domain/model/result.ts';
import type { Id } from '../../domain/model/rows.ts';
import { shapeKey } from '../../domain/road/shapeKey.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { useSession } from '../net/session.ts';
import type { RoadDraft } from './drafts.ts';

function key(roadId: Id | null, what: RoadDraft['what']): string {
  const session = useSession.getState();
  const person = session.status === 'signed-in' ? session.who.user.id : '';
  const { campaignId } = useCampaign.getState();
  return `cohoa.drawn-road.${person}.${campaignId ?? ''}.${roadId ?? ''}.${what}`;
}

/**
 * Why what was drawn cannot be put on its road any more: others have given it another shape since it was begun, which
 * this one would undo, or it is gone. Null where it can, and for a new road.
 */
export function whyStale({ roadId, base }: Pick<RoadDraft, 'roadId' | 'base'>): Reason | null {
  if (roadId === null) return null;
  const road = useCampaign.getState().tables.road.get(roadId);
  if (road === undefined) return { code: 'edit.missing', params: { entity: 'road' } };
  return shapeKey(road) === base ? null : { code: 'draft.road-changed' };
}

/** Null where nothing was begun. */
export function keptRoad(roadId: Id | null, what: RoadDraft['what']): RoadDraft | null {
  const text = localStorage.getItem(key(roadId, what));
  if (text === null) return null;
  try {
    return JSON.parse(text) as RoadDraft;
  } catch (error) {
    console.warn('the road that was begun cannot be read any more:', error);
    return null;
  }
}

/**
 * Keeps what is begun of a road; nothing of it is forgotten until it is stored or begun anew. False where the device does
 * not keep it: it lasts as long as the page.
 */
export function keepRoad(draft: RoadDraft): boolean {
  const { roadId, what, before, code, name, corners } = draft;
  const begun = before.length > 0 || (what === 'new' && (corners.length > 0 || code !== '' || name !== ''));
  if (!begun) {
    forgetRoad(draft);
    return true;
  }
  try {
    localStorage.setItem(key(roadId, what), JSON.stringify({ ...draft, before: before.slice(-1) }));
    return true;
  } catch (error) {
    console.warn('the road that is drawn is not kept:', error);
    return false;
  }
}

export function forgetRoad({ roadId, what }: Pick<RoadDraft, 'roadId' | 'what'>): void {
  localStorage.removeItem(key(roadId, what));
}
