/** The health of a plan: how many findings of each weight, accepted ones apart, and how much of it is free of them. */
import type { Id } from '../model/rows.ts';
import type { Finding, Severity } from './finding.ts';

export interface Health extends Readonly<Record<Severity, number>> {
  readonly accepted: number;
}

interface Judged {
  readonly finding: Finding;
  readonly acceptance: unknown;
}

export function healthOf(open: Iterable<Judged>): Health {
  const health = { error: 0, warning: 0, hint: 0, accepted: 0 };
  for (const { finding, acceptance } of open) {
    if (acceptance === undefined) health[finding.severity]++;
    else health.accepted++;
  }
  return health;
}

/** A part of the plan: a road, a unit, the whole. */
export interface PartHealth extends Health {
  readonly placements: number;
  /** Placements without an error or a warning that nobody accepted. */
  readonly sound: number;
}

/**
 * The health of each part of the plan. `partsOf` says to which parts a placement belongs, or a finding that is about
 * none; a part that has neither is not listed.
 */
export function healthByPart(
  placements: Iterable<{ readonly id: Id }>,
  judged: Iterable<Judged>,
  partsOf: (placementId: Id | null, finding: Finding | null) => readonly Id[],
): ReadonlyMap<Id, PartHealth> {
  const parts = new Map<Id, { -readonly [K in keyof PartHealth]: PartHealth[K] }>();
  const part = (id: Id) => {
    const known = parts.get(id) ?? { error: 0, warning: 0, hint: 0, accepted: 0, placements: 0, sound: 0 };
    parts.set(id, known);
    return known;
  };
  const unsound = new Set<Id>();
  for (const { finding, acceptance } of judged) {
    const { placementId = null } = finding.place;
    for (const id of partsOf(placementId, finding)) {
      if (acceptance === undefined) part(id)[finding.severity]++;
      else part(id).accepted++;
    }
    if (acceptance === undefined && finding.severity !== 'hint' && placementId !== null)
      unsound.add(placementId);
  }
  for (const { id: placementId } of placements)
    for (const id of partsOf(placementId, null)) {
      part(id).placements++;
      if (!unsound.has(placementId)) part(id).sound++;
    }
  return parts;
}
