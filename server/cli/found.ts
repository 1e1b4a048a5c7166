/** Campaigns and units as people name them. */
import { eq } from 'drizzle-orm';
import type { Database } from '../../src/api/db/database.ts';
import { campaign, TABLES } from '../../src/api/db/rowTables.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The campaign of an id or of a name that only one has. */
export async function findCampaign(db: Database, wanted: string): Promise<Named> {
  const all = await db.select({ id: campaign.id, name: campaign.name }).from(campaign);
  return theOne(all, wanted, 'campaign', 'npm run cohoa -- campaign list');
}

/** The unit of an id or name within a campaign. */
export async function findUnit(db: Database, campaignId: string, wanted: string): Promise<Named> {
  const { unit } = TABLES;
  const all = await db
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(eq(unit.campaignId, campaignId));
  const names = all.map((u) => `«${u.name}»`).join(', ');
  return theOne(all, wanted, 'unit', all.length === 0 ? 'the campaign has none' : `it has ${names}`);
}

function theOne(all: readonly Named[], wanted: string, what: string, otherwise: string): Named {
  const byId = all.find((row) => row.id === wanted);
  if (byId !== undefined) return byId;
  const [first, ...more] = all.filter((row) => plain(row.name) === plain(wanted));
  if (first === undefined) throw new Error(`There is no ${what} «${wanted}» (${otherwise}).`);
  if (more.length === 0) return first;
  const ids = [first, ...more].map((row) => row.id).join(', ');
  throw new Error(`There are ${more.length + 1} of the name «${wanted}». Say which by its id: ${ids}.`);
}

/** Names typed on another keyboard compose their marks differently. */
function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
}
