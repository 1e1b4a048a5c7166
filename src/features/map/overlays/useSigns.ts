/** Signs on the map that are no placement: findings, and the one position that is chosen. */
import { useEffect } from 'react';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useFindingsByPlacement } from '../../../data/checks/findings.ts';
import { useShown } from '../../../data/map/layers.ts';
import { useOnlySelected, useSelection } from '../../../data/workbench/selection.ts';
import { marksOf } from '../../../domain/checks/finding.ts';
import { positionKey } from '../../../domain/layout/layOut.ts';
import { positionsIn } from '../../../domain/plan/amounts.ts';
import type { SymbolLayer } from '../layers/symbolLayer.ts';

export function useMarks(symbols: SymbolLayer): void {
  const findings = useFindingsByPlacement();
  const shown = useShown('findings');
  useEffect(() => {
    symbols.setMarks(shown ? marksOf(findings) : new Map());
  }, [symbols, findings, shown]);
}

export function usePosition(symbols: SymbolLayer): void {
  const selected = useOnlySelected('placement')?.id ?? null;
  const position = useSelection((s) => s.position);
  const tables = useCampaign((s) => s.tables);
  useEffect(() => {
    const row = tables.placement.get(selected ?? '');
    if (row === undefined || position === null) {
      symbols.setPosition(null);
      return;
    }
    const { side, ordinal, count } = positionsIn(tables, row);
    for (let i = 0; i < count; i++)
      if (positionKey(side[i] as number, ordinal[i] as number) === position) {
        symbols.setPosition({ id: row.id, index: i });
        return;
      }
    symbols.setPosition(null);
  }, [symbols, selected, position, tables]);
}
