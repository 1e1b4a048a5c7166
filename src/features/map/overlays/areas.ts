/** Borders, no-go areas, and what a free hand draws. */
import { useEffect, useMemo } from 'react';
import { useShown } from '../../../data/map/layers.ts';
import { type AreaDrawing, AreaLayer } from '../layers/areaLayer.ts';
import type { Overlay } from './overlay.ts';
import { useAreaDrawing, useSketch } from './useAreaDrawing.ts';

/** What the person wants to see of them. */
function useShownAreas(): AreaDrawing {
  const drawing = useAreaDrawing();
  const borders = useShown('borders');
  const areas = useShown('areas');
  return useMemo(
    () => ({ units: borders ? drawing.units : [], areas: areas ? drawing.areas : [] }),
    [drawing, borders, areas],
  );
}

export const areas: Overlay<{ readonly areas: AreaLayer; readonly sketch: AreaLayer }> = {
  id: 'areas',
  // What is being drawn lies above what it is drawn over.
  panes: { 'cohoa-areas': 340, 'cohoa-sketch': 420 },
  layers: () => ({ areas: new AreaLayer('cohoa-areas'), sketch: new AreaLayer('cohoa-sketch') }),
  useLayers({ areas, sketch }, { dark }) {
    const drawing = useShownAreas();
    const drawn = useSketch();
    useEffect(() => areas.set(drawing, dark), [areas, drawing, dark]);
    useEffect(() => sketch.sketch(drawn), [sketch, drawn]);
  },
  hit({ areas }, at) {
    const id = areas.hit(at);
    return id === null ? null : { entity: 'noGoArea', id };
  },
};
