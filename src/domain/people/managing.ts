/** Who may let people in and take rights away: whoever administers where these hold. */
import { type Membership, membershipIn } from '../edit/roles.ts';
import type { Id } from '../model/rows.ts';

/** Whether somebody administers a campaign; null: all of them, and with them the accounts. */
export function administers(memberships: readonly Membership[], campaignId: Id | null): boolean {
  // Another role in one campaign takes nothing from whoever administers all.
  if (memberships.some((m) => m.campaignId === null && m.role === 'admin')) return true;
  return campaignId !== null && membershipIn(memberships, campaignId)?.role === 'admin';
}

/** Whether somebody administers anything. */
export function administersAnything(memberships: readonly Membership[]): boolean {
  return memberships.some((m) => m.role === 'admin');
}

/**
 * Whether one person may act on the account of another (link, name, lock, sessions, removal): where everything that the
 * other may do lies in what the first administers. Of somebody who has no role yet only who administers everything knows.
 */
export function managesAccount(own: readonly Membership[], theirs: readonly Membership[]): boolean {
  if (administers(own, null)) return true;
  return theirs.length > 0 && theirs.every((m) => m.campaignId !== null && administers(own, m.campaignId));
}
