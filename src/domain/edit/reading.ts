/** Who may see what. Everything that leaves the server asks here: rows, changes, history, and whether there is news. */
import type { Entity, Id } from '../model/rows.ts';
import type { Membership } from './roles.ts';

/** A row as far as it is known where it is asked about: of a change, the fields that it tells. */
interface Seen {
  readonly entity: Entity;
  readonly id: Id;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Whether a member may see a row. Every member of a campaign sees all of it. */
export function mayRead(_member: Membership, _row: Seen): boolean {
  return true;
}

/** Whether a member, or nobody (null), may see a campaign at all: its name in the list, its rows, that there is news. */
export function readsCampaign(member: Membership | null, campaignId: Id): boolean {
  return member !== null && mayRead(member, { entity: 'campaign', id: campaignId, fields: {} });
}
