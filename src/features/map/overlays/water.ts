/** Rivers and streams. */
import { useEffect, useMemo } from 'react';
import { useTable } from '../../../data/campaign/rows.ts';
import { perObject } from '../../../domain/memo.ts';
import type { Waterway } from '../../../domain/model/entities/waterway.ts';
import { paintedLine } from '../../../ui/map/roadPainter.ts';
import { WaterLayer } from '../layers/waterLayer.ts';
import type { Overlay } from './overlay.ts';

const painted = perObject((row: Waterway) => paintedLine(row.id, 0, row.line));

export const water: Overlay<{ readonly water: WaterLayer }> = {
  id: 'water',
  panes: { 'cohoa-water': 345 },
  layers: () => ({ water: new WaterLayer() }),
  useLayers({ water: layer }, { dark }) {
    const rows = useTable('waterway');
    const lines = useMemo(() => [...rows.values()].map(painted), [rows]);
    useEffect(() => layer.set(lines, dark), [layer, lines, dark]);
  },
};
