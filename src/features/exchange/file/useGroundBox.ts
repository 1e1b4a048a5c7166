import { useMemo } from 'react';
import { useTable } from '../../../data/campaign/rows.ts';
import { groundBox } from '../../../domain/ground/box.ts';

/** Where the campaign is; null while nothing says it. */
export function useGroundBox(): ReturnType<typeof groundBox> {
  const units = useTable('unit');
  const roads = useTable('road');
  return useMemo(() => groundBox(units.values(), roads.values()), [units, roads]);
}
