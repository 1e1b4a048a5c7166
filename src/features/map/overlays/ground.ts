/** The roads. */
import { useEffect } from 'react';
import { useDrafts } from '../../../data/workbench/drafts.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import { RoadLayer } from '../layers/roadLayer.ts';
import type { Overlay } from './overlay.ts';
import { useBaseDrawing } from './useDrawings.ts';

export const ground: Overlay<{ readonly roads: RoadLayer }> = {
  id: 'ground',
  panes: { 'cohoa-roads': 350 },
  layers: () => ({ roads: new RoadLayer() }),
  useLayers({ roads }, { dark, bare, pointedRoad }) {
    const { lines } = useBaseDrawing();
    const drawnOn = useDrafts((s) => s.draft?.roadId ?? null);
    const selected = useOnlySelected('road')?.id ?? null;
    const highlit = drawnOn ?? pointedRoad ?? selected;
    useEffect(() => roads.setLines(lines), [roads, lines]);
    useEffect(() => roads.setMode({ dark, bare }), [roads, dark, bare]);
    useEffect(() => roads.highlight(highlit), [roads, highlit]);
  },
};
