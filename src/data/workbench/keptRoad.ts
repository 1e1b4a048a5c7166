/**
 * The road that was being drawn and is not stored: another tool, a reload or a closed page does not lose it. It is kept
 * for the person and the campaign alone.
 */
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

/** Whether its road has got another shape since it was begun: what was drawn on the old one would undo the new one. */
export function isOvertaken({ roadId, base }: Pick<RoadDraft, 'roadId' | 'base'>): boolean {
  const road = useCampaign.getState().tables.road.get(roadId ?? '');
  return road !== undefined && shapeKey(road) !== base;
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

/** Keeps what is begun of a road; nothing of it is forgotten until it is stored or begun anew. */
export function keepRoad(draft: RoadDraft): void {
  const { roadId, what, before, code, name, corners } = draft;
  const begun = before.length > 0 || (what === 'new' && (corners.length > 0 || code !== '' || name !== ''));
  if (!begun) {
    forgetRoad(draft);
    return;
  }
  try {
    localStorage.setItem(key(roadId, what), JSON.stringify({ ...draft, before: before.slice(-1) }));
  } catch (error) {
    // Where the device keeps nothing it lasts as long as the page.
    console.warn('the road that is drawn is not kept:', error);
  }
}

export function forgetRoad({ roadId, what }: Pick<RoadDraft, 'roadId' | 'what'>): void {
  localStorage.removeItem(key(roadId, what));
}
