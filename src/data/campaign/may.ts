/** What the signed-in person may do in the open campaign: screens show and grey out by it; the server asks the same table. */
import type { Op } from '../../domain/edit/edit.ts';
import { mayAdd, mayChange, mayDo } from '../../domain/edit/permissions.ts';
import { type RightsOn, rightsOn } from '../../domain/edit/rightsOn.ts';
import { type Membership, membershipIn } from '../../domain/edit/roles.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Entity, FieldsOf, RowOf } from '../../domain/model/rows.ts';
import { useSession } from '../net/session.ts';
import { grounds, lookup, useCampaign } from './campaign.ts';

function member(): Membership | null {
  const session = useSession.getState();
  const { campaignId } = useCampaign.getState();
  if (session.status !== 'signed-in' || campaignId === null) return null;
  return membershipIn(session.who.memberships, campaignId);
}

export const may = {
  change<E extends Entity>(entity: E, row: RowOf[E], field: keyof FieldsOf<E> & string): boolean {
    const who = member();
    return who !== null && mayChange(who, entity, row, field, lookup, grounds);
  },

  /** `owned`: of what the row will say, the field that says whose it is. */
  add<E extends Entity>(entity: E, owned: Partial<FieldsOf<E>> = {}): boolean {
    const who = member();
    return who !== null && mayAdd(who, entity, owned, lookup, grounds);
  },

  remove<E extends Entity>(entity: E, { id, version }: Pick<RowOf[E], 'id' | 'version'>): boolean {
    const who = member();
    const op: Op = { kind: 'delete', entity, id, version };
    return who !== null && mayDo(who, op, lookup, { grounds }).ok;
  },

  /** What one may do with a placement; null where one is nothing here. */
  rightsOn(row: Placement): RightsOn | null {
    const who = member();
    return who === null ? null : rightsOn(who, row, lookup, grounds);
  },

  /** Whether what is planned of all these placements may change. */
  plan(rows: readonly Placement[]): boolean {
    return rows.length > 0 && rows.every((row) => may.change('placement', row, 'pointQuantity'));
  },
};
