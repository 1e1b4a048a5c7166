/** What the screen and the worker that checks the plan tell each other. */
import type { Change, Delta } from '../../domain/checks/checker.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { AnyRow, Entity, Id } from '../../domain/model/rows.ts';
import type { Day } from '../../domain/schedule/days.ts';

export interface RowChange extends Change {
  readonly entity: Entity;
  readonly row: AnyRow | undefined;
}

export type ToChecker =
  | {
      readonly kind: 'rows';
      readonly campaignId: Id;
      readonly today: Day;
      readonly changes: readonly RowChange[];
    }
  | { readonly kind: 'draft'; readonly n: number; readonly row: Placement };

export type FromChecker =
  | ({ readonly kind: 'delta'; readonly campaignId: Id; readonly whole: boolean } & Delta)
  | { readonly kind: 'draft'; readonly n: number; readonly findings: readonly Finding[] };
