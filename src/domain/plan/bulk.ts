/** What one change of everything that is selected makes of each placement. */
import type { Placement, Support } from '../model/entities/placement.ts';
import type { Sides } from '../model/entities/stretchRule.ts';
import type { FieldsOf, Id } from '../model/rows.ts';
import { sameValue } from '../sameValue.ts';
import type { DueRule } from '../schedule/days.ts';

export const BULK_FIELDS = [
  'unit',
  'spacing',
  'sides',
  'slogan',
  'installBy',
  'removeBy',
  'support',
  'type',
] as const;
export type BulkField = (typeof BULK_FIELDS)[number];
/** What the form holds for each field; each is read only while its field is chosen. */
export interface BulkValues {
  readonly unit: Id | null;
  readonly spacing: number;
  readonly sides: Sides;
  readonly slogan: Id | null;
  readonly installBy: DueRule | null;
  readonly removeBy: DueRule | null;
  readonly support: Support;
  readonly type: Id | null;
}

/** Of the rows that it would change: what. A point has no spacing, and stands on one side only. */
export function bulkChanges(
  rows: readonly Placement[],
  { field, values }: { readonly field: BulkField; readonly values: BulkValues },
) {
  return rows.flatMap((row) => {
    const fields = fieldsFor(field, values, row);
    const changes = Object.entries(fields).some(([k, v]) => !sameValue(v, row[k as keyof Placement]));
    return changes ? [{ row, fields }] : [];
  });
}

function fieldsFor(field: BulkField, values: BulkValues, row: Placement): Partial<FieldsOf<'placement'>> {
  switch (field) {
    case 'unit':
      return { unitId: values.unit };
    case 'spacing':
      return row.rule === null ? {} : { rule: { ...row.rule, spacing: values.spacing } };
    case 'sides':
      if (row.rule !== null) return { rule: { ...row.rule, sides: values.sides } };
      return values.sides === 'both' || row.roadId === null ? {} : { side: values.sides };
    case 'slogan':
      return { sloganId: values.slogan };
    case 'installBy':
      return { installBy: values.installBy };
    case 'removeBy':
      return { removeBy: values.removeBy };
    case 'support':
      return { support: values.support };
    case 'type':
      return values.type === null ? {} : { assetTypeId: values.type };
  }
}
