import { eq, isNull, or } from 'drizzle-orm';
import { membershipIn } from '../../domain/edit/roles.ts';
import type { ApproversAnswer } from '../contract/answers.ts';
import { member } from '../db/schema.ts';
import type { ApiHome } from '../home.ts';

/** Those who may approve in a campaign and get in: with a password, and not locked. Leaders come first. */
export async function approversOf({ db, directory }: ApiHome, campaignId: string): Promise<ApproversAnswer> {
  if (directory === null) return { names: null };
  const roles = await db
    .select()
    .from(member)
    .where(or(eq(member.campaignId, campaignId), isNull(member.campaignId)));
  // A role in the campaign stands before one in all.
  const roleOf = new Map(
    [...Map.groupBy(roles, (m) => m.userId)].map(([id, own]) => [id, membershipIn(own, campaignId)?.role]),
  );
  const leaders = new Set([...roleOf].flatMap(([id, role]) => (role === 'leader' ? [id] : [])));
  const may = new Set(
    [...roleOf].flatMap(([id, role]) => (role === 'leader' || role === 'admin' ? [id] : [])),
  );
  const people = (await directory.accounts(db)).filter((a) => may.has(a.id) && a.ready && !a.locked);
  people.sort(
    (a, b) => Number(leaders.has(b.id)) - Number(leaders.has(a.id)) || a.name.localeCompare(b.name, 'vi'),
  );
  return { names: people.map(({ name }) => name) };
}
