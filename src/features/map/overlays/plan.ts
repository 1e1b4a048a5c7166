/** What is planned, and the words and marks of the ground: they keep off each other, so they are one overlay. */
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useShown } from '../../../data/map/layers.ts';
import { useMatching } from '../../../data/table/matching.ts';
import { useOnlySelected, useSelectedIds, useSelection } from '../../../data/workbench/selection.ts';
import { useView } from '../../../data/workbench/view.ts';
import { positionKey } from '../../../domain/layout/layOut.ts';
import { positionsIn } from '../../../domain/plan/amounts.ts';
import type { BaseDrawing } from '../layers/baseDrawing.ts';
import { type Batch, DRAFT } from '../layers/batch.ts';
import { SignLayer } from '../layers/signLayer.ts';
import { StretchLayer } from '../layers/stretchLayer.ts';
import type { Overlay } from './overlay.ts';
import { useBaseDrawing, useBatches } from './useDrawings.ts';
import { useMarks, usePosition } from './useSigns.ts';

const NOTHING: readonly Batch[] = [];

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

function useGroundSigns(signs: SignLayer): void {
  const { t } = useTranslation();
  const drawing = useShownGround();
  const selected = useOnlySelected('roadFeature', 'place')?.id ?? null;
  useEffect(() => {
    const shareText = (share: number) =>
      share >= 1 ? t('map.shareDone') : t('map.share', { percent: Math.floor(share * 100) });
    signs.setGround({ drawing, selected, shareText });
  }, [signs, drawing, selected, t]);
  useEffect(() => {
    // The first drawing may come before the typeface; its labels are measured again when it is there.
    void document.fonts.ready.then(() => signs.measureAgain());
  }, [signs]);
}

export const plan: Overlay<{ readonly stretches: StretchLayer; readonly signs: SignLayer }> = {
  id: 'plan',
  panes: { 'cohoa-stretches': 360, 'cohoa-signs': 450 },
  layers: () => ({ stretches: new StretchLayer(), signs: new SignLayer() }),
  useLayers({ stretches, signs }, { dark, covers }) {
    const planned = useBatches();
    const batches = useShown('plan') ? planned : NOTHING;
    const matching = useMatching();
    const selectedIds = useSelectedIds('placement');
    const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
    const hovered = useSelection((s) => s.hovered);
    const asked = useView((s) => s.dock === 'findings');
    const marks = useMarks();
    useEffect(() => {
      stretches.setDark(dark);
      signs.setDark(dark);
    }, [stretches, signs, dark]);
    useEffect(() => signs.setCovers(covers), [signs, covers]);
    useEffect(() => stretches.setBatches(batches, matching), [stretches, batches, matching]);
    useEffect(
      () => signs.setPlan({ batches, matching, selected, marks, asked }),
      [signs, batches, matching, selected, marks, asked],
    );
    useEffect(() => {
      const ids = hovered === null ? selected : new Set([...selected, hovered]);
      stretches.emphasise(ids);
      signs.emphasise(ids);
    }, [stretches, signs, selected, hovered]);
    useGroundSigns(signs);
    usePosition(stretches);
  },
  hit({ stretches, signs }, at) {
    const point = signs.hitPoint(at) ?? signs.hitFinding(at);
    if (point !== null) return { entity: 'placement', id: point };
    const feature = signs.hitFeature(at);
    if (feature !== null) return { entity: 'roadFeature', id: feature };
    const place = signs.hitPlace(at);
    if (place !== null) return { entity: 'place', id: place };
    const road = signs.hitShield(at);
    if (road !== null) return { entity: 'road', id: road };
    const id = stretches.hit(at)?.id;
    return id === undefined || id === DRAFT ? null : { entity: 'placement', id };
  },
  position({ stretches }, id, at) {
    const { tables } = useCampaign.getState();
    const row = tables.placement.get(id);
    const hit = stretches.hit(at);
    if (hit?.id !== id || row === undefined || row.rule === null) return null;
    const { side, ordinal } = positionsIn(tables, row);
    return positionKey(side[hit.index] as number, ordinal[hit.index] as number);
  },
  circle: ({ signs }, at) => signs.hitCircle(at),
  post: ({ signs }, at) => signs.hitPost(at),
  within: ({ stretches, signs }, outline) => [...stretches.within(outline), ...signs.within(outline)],
};
