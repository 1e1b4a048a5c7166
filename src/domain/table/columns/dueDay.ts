import type { Placement } from '../../model/entities/placement.ts';
import { fail, ok } from '../../model/result.ts';
import { daysBetween, parseDay } from '../../schedule/days.ts';
import type { CellContext, Column, PartialFields } from './column.ts';

/** A day that hangs on a milestone: shown as the day it is, and typed as one, counted from `milestone`. */
export function dueDay(
  field: 'installBy' | 'removeBy',
  milestone: 'opening' | 'closing',
): Pick<Column<string>, 'width' | 'value' | 'sort' | 'show' | 'typed' | 'filter'> & {
  readonly read: NonNullable<Column['read']>;
} {
  const fields = (due: Placement['installBy']): PartialFields => ({ [field]: due });
  return {
    width: 84,
    value: (row, { dayOf }) => dayOf(row[field]),
    sort: 'day',
    show: (day, { shortDay }) => (day === '' ? '' : shortDay(day)),
    typed: (day, figures) => (day === '' ? '' : figures.day(day)),
    filter: { kind: 'day' },
    read(text, _, context: CellContext) {
      if (text === '') return ok(fields(null));
      const day = parseDay(text);
      if (!day.ok) return day;
      if (context.days === undefined) return fail('cell.no-opening');
      const base = milestone === 'opening' ? context.days.openingDay : context.days.closingDay;
      return ok(fields({ milestone, days: daysBetween(base, day.value) }));
    },
  };
}
