/** Which part of the filter belongs to a column of the table. */
import type { CellColumn } from './cells.ts';
import { NO_FILTER, type PlanFilter } from './filter.ts';

type Part = Partial<PlanFilter>;

const PARTS: Readonly<Record<CellColumn, (filter: PlanFilter) => Part>> = {
  type: ({ typeIds }) => ({ typeIds }),
  road: ({ roadIds }) => ({ roadIds }),
  side: ({ sides }) => ({ sides }),
  unit: ({ unitIds }) => ({ unitIds }),
  slogan: ({ sloganIds }) => ({ sloganIds }),
  state: ({ states }) => ({ states }),
  phase: ({ phases }) => ({ phases }),
  note: ({ note }) => ({ note }),
  where: ({ numbers: { where } }) => (where === undefined ? {} : { numbers: { where } }),
  spacing: ({ numbers: { spacing } }) => (spacing === undefined ? {} : { numbers: { spacing } }),
  quantity: ({ numbers: { quantity } }) => (quantity === undefined ? {} : { numbers: { quantity } }),
  cost: ({ numbers: { cost } }) => (cost === undefined ? {} : { numbers: { cost } }),
  installBy: ({ days: { installBy } }) => (installBy === undefined ? {} : { days: { installBy } }),
  removeBy: ({ days: { removeBy } }) => (removeBy === undefined ? {} : { days: { removeBy } }),
};

/** Whether a column narrows the plan just now. */
export function narrows(filter: PlanFilter, column: CellColumn): boolean {
  return Object.values(PARTS[column](filter)).some((v) =>
    Array.isArray(v) || typeof v === 'string' ? v.length > 0 : v !== undefined,
  );
}

/** The filter with one column open again. */
export function filterWithout(filter: PlanFilter, column: CellColumn): PlanFilter {
  const { numbers, days, ...rest } = PARTS[column](filter);
  const emptied = Object.fromEntries(
    Object.keys(rest).map((key) => [key, NO_FILTER[key as keyof PlanFilter]]),
  ) as Part;
  const less = <R extends object>(all: R, gone: R | undefined) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !(key in (gone ?? {})))) as R;
  return { ...filter, ...emptied, numbers: less(filter.numbers, numbers), days: less(filter.days, days) };
}
