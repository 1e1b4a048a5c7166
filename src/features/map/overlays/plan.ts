/** What is planned: stretches as lines where they are many, and each piece as its symbol. */
import { useEffect } from 'react';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useShown } from '../../../data/map/layers.ts';
import { useMatching } from '../../../data/table/matching.ts';
import { useSelectedIds, useSelection } from '../../../data/workbench/selection.ts';
import { positionKey } from '../../../domain/layout/layOut.ts';
import { positionsIn } from '../../../domain/plan/amounts.ts';
import { type Batch, DRAFT } from '../layers/batch.ts';
import { StretchLayer } from '../layers/stretchLayer.ts';
import { SymbolLayer } from '../layers/symbolLayer.ts';
import type { Overlay } from './overlay.ts';
import { useBatches } from './useDrawings.ts';
import { useMarks, usePosition } from './useSigns.ts';

const NOTHING: readonly Batch[] = [];

export const plan: Overlay<{ readonly stretches: StretchLayer; readonly symbols: SymbolLayer }> = {
  id: 'plan',
  panes: { 'cohoa-stretches': 360, 'cohoa-symbols': 450 },
  layers: () => ({ stretches: new StretchLayer(), symbols: new SymbolLayer() }),
  useLayers({ stretches, symbols }, { dark }) {
    const planned = useBatches();
    const batches = useShown('plan') ? planned : NOTHING;
    const matching = useMatching();
    const selected = useSelectedIds('placement');
    const hovered = useSelection((s) => s.hovered);
    useEffect(() => stretches.setDark(dark), [stretches, dark]);
    useEffect(() => {
      stretches.setBatches(batches, matching);
      symbols.setBatches(batches, matching);
    }, [stretches, symbols, batches, matching]);
    useEffect(() => {
      symbols.emphasise(new Set(hovered === null ? selected : [...selected, hovered]));
    }, [symbols, selected, hovered]);
    useMarks(symbols);
    usePosition(symbols);
  },
  hit({ symbols }, at) {
    const id = symbols.hit(at)?.id;
    return id === undefined || id === DRAFT ? null : { entity: 'placement', id };
  },
  position({ symbols }, id, at) {
    const { tables } = useCampaign.getState();
    const row = tables.placement.get(id);
    const hit = symbols.hit(at);
    if (hit?.id !== id || row === undefined || row.rule === null) return null;
    const { side, ordinal } = positionsIn(tables, row);
    return positionKey(side[hit.index] as number, ordinal[hit.index] as number);
  },
  within: ({ symbols }, outline) => symbols.within(outline),
};
