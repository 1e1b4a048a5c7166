/** The strip on its canvas: what is selected, pointed at, matched, found and drawn, in one painting a frame. */
import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindingsByPlacement } from '../../../data/checks/findings.ts';
import { useMatching } from '../../../data/table/matching.ts';
import { useDrafts } from '../../../data/workbench/drafts.ts';
import { useOnlySelected, useSelectedIds, useSelection } from '../../../data/workbench/selection.ts';
import { marksOf } from '../../../domain/checks/finding.ts';
import type { StripView } from '../stripLayout.ts';
import { DRAFT_ITEM, type StripRoad } from '../stripModel.ts';
import type { StripPainter } from './stripPainter.ts';
import { usePieces } from './usePieces.ts';

interface PaintParts {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly painter: StripPainter;
  readonly roads: readonly StripRoad[];
  readonly view: StripView;
}

/** Paints in the next frame, however much changed before it. */
export function useStripPaint({ canvas, painter, roads, view }: PaintParts): void {
  const { t } = useTranslation();
  const pieces = usePieces();
  const dark = useComputedColorScheme('light') === 'dark';
  const selection = useSelectedIds('placement');
  const hovered = useSelection((s) => s.hovered);
  const pointed = useSelection((s) => s.pointed);
  const featureDraft = useDrafts((s) => s.featureDraft);
  const ground = useOnlySelected('roadFeature', 'noGoArea');
  const matching = useMatching();
  const findings = useFindingsByPlacement();
  const frame = useRef(0);
  useEffect(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (element == null || context == null || view.width === 0) return;
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
      if (element.width !== width || element.height !== height) {
        element.width = width;
        element.height = height;
      }
      painter.paint(context, roads, view, ratio, {
        ground: ground?.id ?? null,
        emphasised: new Set([DRAFT_ITEM, ...selection, ...(hovered === null ? [] : [hovered])]),
        matching,
        marks: marksOf(findings),
        pointed,
        draft:
          featureDraft?.roadId != null && featureDraft.from !== null && featureDraft.to !== null
            ? { roadId: featureDraft.roadId, from: featureDraft.from, to: featureDraft.to }
            : null,
        words: { left: t('strip.left'), median: t('strip.median'), right: t('strip.right') },
        pieces,
        dark,
      });
    });
    return () => cancelAnimationFrame(frame.current);
  });
}
