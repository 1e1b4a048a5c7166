import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { ApproversAnswer } from '../contract/answers.ts';
import { member } from '../db/schema.ts';
import type { ApiHome } from '../home.ts';

/** Those who may approve in a campaign and get in: with a password, and not locked. Leaders come first. */
export async function approversOf({ db, directory }: ApiHome, campaignId: string): Promise<ApproversAnswer> {
  if (directory === null) return { names: null };
  const roles = await db
    .select({ userId: member.userId, role: member.role })
    .from(member)
    .where(
      and(
        inArray(member.role, ['leader', 'admin']),
        or(eq(member.campaignId, campaignId), isNull(member.campaignId)),
      ),
    );
  const leaders = new Set(roles.flatMap((m) => (m.role === 'leader' ? [m.userId] : [])));
  const may = new Set(roles.map((m) => m.userId));
  const people = (await directory.accounts(db)).filter((a) => may.has(a.id) && a.ready && !a.locked);
  people.sort(
    (a, b) => Number(leaders.has(b.id)) - Number(leaders.has(a.id)) || a.name.localeCompare(b.name, 'vi'),
  );
  return { names: people.map(({ name }) => name) };
}
