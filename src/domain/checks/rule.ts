/**
 * A rule: what it looks at, its numbers and what it finds. Each lives in a file of its own in `domain/rules` and
 * exports `rule`; nothing else has to know it but its words (`rule.<id>`, `finding.<code>`, `param.<id>.<name>`,
 * `fix.<code>`, and `source.<id>` where there is more to say of what it rests on than `checks/source.ts` knows).
 */

import type { AssetType } from '../model/entities/assetType.ts';
import type { NoGoKind } from '../model/entities/noGoArea.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Slogan } from '../model/entities/slogan.ts';
import type { Area, Id } from '../model/rows.ts';
import type { PlacementFacts } from '../plan/placementFacts.ts';
import type { PlanIndex } from '../plan/planIndex.ts';
import type { Day, DueRule } from '../schedule/days.ts';
import type { Timeline } from '../schedule/timeline.ts';
import type { UnitIndex } from '../unit/units.ts';
import type { Figures, FindingPlace, Fix, Severity } from './finding.ts';
import type { Source } from './source.ts';

/** What a rule finds; the checker adds the rule's id, its severity and the key. */
export interface Found {
  /** Words, when they are not the rule's own: `finding.<rule>`. */
  readonly code?: string;
  readonly severity?: Severity;
  readonly params?: Figures;
  /** Tells findings of one rule and one subject apart. */
  readonly suffix?: string;
  readonly place: FindingPlace;
  readonly fix?: Fix | null;
}

export interface Context {
  readonly plan: PlanIndex;
  /** The rule's numbers as the campaign has them. */
  readonly params: Readonly<Record<string, number>>;
  readonly timeline: Timeline;
  readonly today: Day;
  readonly units: UnitIndex;
  readonly areas: (
    kind: NoGoKind,
  ) => readonly { readonly id: Id; readonly name: string; readonly area: Area }[];
  /** The day of a due rule, or null when there is none or its milestone is gone. */
  readonly dayOf: (rule: DueRule | null) => Day | null;
}

/** Numbers of these names count days, which are whole ones. */
export function countsDays(param: string): boolean {
  return param === 'days' || param === 'before' || param === 'after';
}

interface RuleBase {
  readonly id: string;
  readonly severity: Severity;
  readonly source: Source;
  /** Its numbers by name with their defaults; metres, days or per cent, as `param.<rule>.<name>` says. */
  readonly params: Readonly<Record<string, number>>;
}

/** Looks at one placement at a time. */
interface PlacementRule extends RuleBase {
  readonly scope: 'placement';
  readonly check: (placed: PlacementFacts, context: Context) => Found[];
}

/** Looks at placements together: those to which `group` gives the same key. Null leaves one out. */
export interface GroupRule extends RuleBase {
  readonly scope: 'group';
  readonly group: (placement: Placement, type: AssetType | undefined) => string | null;
  /** `members` come by chainage. A finding belongs to the later-born row of those it speaks of. */
  readonly check: (members: readonly PlacementFacts[], context: Context) => Found[];
}

interface TypeRule extends RuleBase {
  readonly scope: 'type';
  readonly check: (type: AssetType, placements: readonly PlacementFacts[], context: Context) => Found[];
}

interface SloganRule extends RuleBase {
  readonly scope: 'slogan';
  readonly check: (slogan: Slogan, context: Context) => Found[];
}

interface CampaignRule extends RuleBase {
  readonly scope: 'campaign';
  readonly check: (context: Context) => Found[];
}

export type Rule = PlacementRule | GroupRule | TypeRule | SloganRule | CampaignRule;
