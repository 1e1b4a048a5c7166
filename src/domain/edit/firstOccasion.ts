/**
 * Up to the protocol before occasions a campaign's own row held the one that it was for. That one is its first occasion
 * today, under the campaign's own id, so that edits which waited on a device, the log and rows that were kept find it.
 */
import { occasion } from '../model/entities/occasion.ts';
import { saidInName } from '../slogan/occasionName.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the campaign's fields of then are called in the occasion. */
const MOVED: Readonly<Record<string, string>> = {
  congressName: 'name',
  term: 'years',
  openingDay: 'openingDay',
  closingDay: 'lastDay',
};

/** The occasion's name of a field of the campaign that has moved there. */
export function movedName(field: string): string | undefined {
  return MOVED[field];
}

/** The fields of a campaign that are still its own, and those that are its first occasion's; null where there are none. */
export function splitCampaign(fields: Fields): { readonly own: Fields; readonly moved: Fields | null } {
  const entries = Object.entries(fields);
  const gone = entries.filter(([name]) => name in MOVED);
  if (gone.length === 0) return { own: fields, moved: null };
  const moved = Object.fromEntries(gone.map(([name, value]) => [MOVED[name], value]));
  return {
    own: Object.fromEntries(entries.filter(([name]) => !(name in MOVED))),
    moved: typeof moved.name === 'string' ? { ...bareSaid(moved.name), ...moved } : moved,
  };
}

/** The term was a field of its own: a name says nothing of it. */
function bareSaid(name: string): Fields {
  const { years: _, ...said } = saidInName(name);
  return said;
}

/** All fields of an occasion of which some are known. */
export function wholeOccasion(known: Fields): Fields {
  return { ...occasion.blank, ...known };
}
