/** Roads with their names, kilometre posts and features. */
import { useEffect, useMemo } from 'react';
import { useShown } from '../../../data/map/layers.ts';
import { useDrafts } from '../../../data/workbench/drafts.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import type { BaseDrawing } from '../layers/baseDrawing.ts';
import { LabelLayer } from '../layers/labelLayer.ts';
import { RoadLayer } from '../layers/roadLayer.ts';
import type { Overlay } from './overlay.ts';
import { useBaseDrawing } from './useDrawings.ts';

/** The words and marks of the ground that the person wants to see. */
function useShownGround(): BaseDrawing {
  const drawing = useBaseDrawing();
  const names = useShown('names');
  const features = useShown('features');
  return useMemo(
    () => ({
      ...drawing,
      names: names ? drawing.names : [],
      posts: names ? drawing.posts : [],
      places: names ? drawing.places : [],
      features: features ? drawing.features : [],
    }),
    [drawing, names, features],
  );
}

export const ground: Overlay<{ readonly roads: RoadLayer; readonly labels: LabelLayer }> = {
  id: 'ground',
  panes: { 'cohoa-roads': 350, 'cohoa-labels': 370 },
  layers: () => ({ roads: new RoadLayer(), labels: new LabelLayer() }),
  useLayers({ roads, labels }, { dark, bare, pointedRoad }) {
    const drawing = useShownGround();
    const drawnOn = useDrafts((s) => s.draft?.roadId ?? null);
    const selected = useOnlySelected('roadFeature', 'place')?.id ?? null;
    const highlit = drawnOn ?? pointedRoad;
    useEffect(() => roads.setLines(drawing.lines), [roads, drawing]);
    useEffect(() => roads.setMode({ dark, bare }), [roads, dark, bare]);
    useEffect(() => roads.highlight(highlit), [roads, highlit]);
    useEffect(() => labels.set(drawing, dark), [labels, drawing, dark]);
    useEffect(() => labels.emphasise(selected), [labels, selected]);
    useEffect(() => {
      // The first drawing may come before the typeface; its labels are drawn again when it is there.
      void document.fonts.ready.then(() => labels.redraw());
    }, [labels]);
  },
  hit({ labels }, at) {
    const feature = labels.hitFeature(at);
    if (feature !== null) return { entity: 'roadFeature', id: feature };
    const place = labels.hitPlace(at);
    return place === null ? null : { entity: 'place', id: place };
  },
  post: ({ labels }, at) => labels.hitPost(at),
};
