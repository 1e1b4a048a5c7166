/** People of the demonstration. These accounts exist only together with the demonstration campaign. */
import type { Membership, Role } from '../../src/domain/edit/roles.ts';
import { DEMO_CAMPAIGN, SECOND_CAMPAIGN, unitId } from './builder.ts';

export interface DemoAccount {
  readonly userName: string;
  /** Published on purpose: it opens nothing but the demonstration. */
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  readonly membership: Membership;
}

const PASSWORD = 'cohoa-demo';

function account(
  userName: string,
  name: string,
  role: Role,
  unit: number | null = null,
  campaignId = DEMO_CAMPAIGN,
): DemoAccount {
  // The administrator of the demonstration rules over its campaign only: the accounts are public.
  const membership = { campaignId, role, unitId: unit === null ? null : unitId(unit) };
  return { userName, password: PASSWORD, name, role, membership };
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('canbo', 'Vũ Hoài', 'planner'),
  account('lanhdao', 'Nông Văn Thắng', 'leader'),
  account('xa', 'Hà Thị Mai', 'unit-officer', 10),
  account('xem', 'Khách xem', 'viewer'),
  account('quantri', 'Quản trị', 'admin'),
  account('tanky', 'Ma Thị Hiên, xã Tân Kỳ', 'planner', null, SECOND_CAMPAIGN),
  account('chutich', 'Hoàng Văn Lâm, xã Tân Kỳ', 'leader', null, SECOND_CAMPAIGN),
];
