import { expect, test } from 'vitest';
import { insertUserRow, openWithAccounts } from '../../../tests/support/accountTables.ts';
import type { Role } from '../../domain/edit/roles.ts';
import type { Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';
import { setMembership } from '../members.ts';

test('leaders and administrators of a campaign or of all, who get in; leaders first, each once', async () => {
  const api = await openWithAccounts();
  const [a, b] = [await api.campaign(), await api.campaign()];
  const add = async (id: string, role: Role, campaignId: Id | null, ready = true) => {
    await insertUserRow(api.db, id, { ready });
    await setMembership(api.db, newId(), id, { campaignId, role, unitId: null });
  };
  await add('an', 'admin', null);
  await add('binh', 'leader', a);
  await add('cuc', 'planner', a);
  await add('dung', 'leader', b);
  await add('em', 'leader', a, false);
  await add('giang', 'leader', a);
  await setMembership(api.db, newId(), 'giang', { campaignId: null, role: 'admin', unitId: null });
  // Who leads everywhere and only looks on here approves nothing here.
  await add('khoa', 'leader', null);
  await setMembership(api.db, newId(), 'khoa', { campaignId: a, role: 'viewer', unitId: null });
  await setMembership(api.db, newId(), 'khoa', { campaignId: b, role: 'viewer', unitId: null });
  await add('hoa', 'leader', a);
  await api.db.execute(`update "user" set banned = true where id = 'hoa'`);
  const viewer = await api.asRole('viewer', a);
  expect((await viewer(`/campaigns/${a}/approvers`)).json).toEqual({
    names: ['Tên binh', 'Tên giang', 'Tên an'],
  });
  const admin = await api.as('an');
  expect((await admin(`/campaigns/${b}/approvers`)).json).toEqual({
    names: ['Tên dung', 'Tên an', 'Tên giang'],
  });
});
