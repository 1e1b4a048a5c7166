/** What the rules say of a plan. Findings are plain data: they cross to a worker and back. */
import type { Op } from '../edit/edit.ts';
import { perObject } from '../memo.ts';
import type { Side } from '../model/entities/stretchRule.ts';
import type { Id } from '../model/rows.ts';
import type { Translated } from '../text/translated.ts';

/** In order of weight. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a sentence is filled with; a name in more than one language is said in the reader's. */
export type Figures = Readonly<Record<string, string | number | Translated>>;

/** Where a finding is: what the person is brought to when they choose it. */
export interface FindingPlace {
  readonly placementId?: Id;
  readonly roadId?: Id;
  readonly from?: number;
  readonly to?: number;
  readonly side?: Side;
  readonly unitId?: Id;
  readonly assetTypeId?: Id;
  readonly sloganId?: Id;
}

/** A mechanical way to mend a finding: an edit that is only waiting to be made. */
export interface Fix {
  /** Words of the button: `fix.<code>`. */
  readonly code: string;
  readonly params: Figures;
  readonly ops: readonly Op[];
}

export interface Finding {
  /** Stays the same as long as it is the same finding: what an acceptance refers to. */
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Words of the sentence: `finding.<code>`. */
  readonly code: string;
  readonly params: Figures;
  readonly place: FindingPlace;
  readonly fix: Fix | null;
}

/** The weight of what stands against something: hints stand against nothing, and leave no mark. */
export type Mark = Exclude<Severity, 'hint'>;

/** The heaviest of some findings; null where there are none but hints. */
export function markOf(findings: readonly Finding[]): Mark | null {
  if (findings.some((f) => f.severity === 'error')) return 'error';
  return findings.some((f) => f.severity === 'warning') ? 'warning' : null;
}

/** The marks of placements, for map and diagram. */
export const marksOf = perObject((findings: ReadonlyMap<Id, readonly Finding[]>): ReadonlyMap<Id, Mark> => {
  const marks = new Map<Id, Mark>();
  for (const [id, list] of findings) {
    const mark = markOf(list);
    if (mark !== null) marks.set(id, mark);
  }
  return marks;
});
