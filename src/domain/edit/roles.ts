import type { Id } from '../model/rows.ts';

export const ROLES = ['admin', 'planner', 'leader', 'unit-officer', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What a person is in a campaign. A unit officer acts only on what belongs to their unit. */
export interface Membership {
  /** Null for every campaign. */
  readonly campaignId: Id | null;
  readonly role: Role;
  readonly unitId: Id | null;
}

/** The membership that counts in a campaign: its own before one for all; null when there is none. */
export function membershipIn(memberships: readonly Membership[], campaignId: Id): Membership | null {
  return (
    memberships.find((m) => m.campaignId === campaignId) ??
    memberships.find((m) => m.campaignId === null) ??
    null
  );
}
