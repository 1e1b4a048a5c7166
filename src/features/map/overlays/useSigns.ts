/** Signs on the map that are no placement: findings, and the one position that is chosen. */
import { useEffect } from 'react';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useFindingsByPlacement } from '../../../data/checks/findings.ts';
import { useShown } from '../../../data/map/layers.ts';
import { useOnlySelected, useSelection } from '../../../data/workbench/selection.ts';
import { type Mark, marksOf } from '../../../domain/checks/finding.ts';
import { positionKey } from '../../../domain/layout/layOut.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { positionsIn } from '../../../domain/plan/amounts.ts';
import type { StretchLayer } from '../layers/stretchLayer.ts';

const NO_MARKS: ReadonlyMap<Id, Mark> = new Map();

/** The signs of findings, as far as the person wants to see them. */
export function useMarks(): ReadonlyMap<Id, Mark> {
  const findings = useFindingsByPlacement();
  return useShown('findings') ? marksOf(findings) : NO_MARKS;
}

export function usePosition(stretches: StretchLayer): void {
  const selected = useOnlySelected('placement')?.id ?? null;
  const position = useSelection((s) => s.position);
  const tables = useCampaign((s) => s.tables);
  useEffect(() => {
    const row = tables.placement.get(selected ?? '');
    if (row === undefined || position === null) {
      stretches.setPosition(null);
      return;
    }
    const { side, ordinal, count } = positionsIn(tables, row);
    for (let i = 0; i < count; i++)
      if (positionKey(side[i] as number, ordinal[i] as number) === position) {
        stretches.setPosition({ id: row.id, index: i });
        return;
      }
    stretches.setPosition(null);
  }, [stretches, selected, position, tables]);
}
