/** Borders, no-go areas and what a free hand draws, prepared for the ground of the map. */
import { useMemo } from 'react';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { type RoadDraft, useDrafts } from '../../../data/workbench/drafts.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import { useUncommittedTables } from '../../../data/workbench/uncommitted.ts';
import { perObject } from '../../../domain/memo.ts';
import type { Road } from '../../../domain/model/entities/road.ts';
import type { Area, LngLatPair } from '../../../domain/model/rows.ts';
import { type PaintedLine, paintedLine } from '../../../ui/map/roadPainter.ts';
import type { AreaDrawing, PaintedUnit, Sketch } from '../layers/areaLayer.ts';
import { useShares } from './useShares.ts';

const ringsOf = perObject((area: Area): readonly PaintedLine[] =>
  area.flat().map((ring) => paintedLine('', 0, ring)),
);

/** A unit that holds others lies below them. */
function largest({ rings }: PaintedUnit): number {
  return Math.max(0, ...rings.map(({ box: [w, n, e, s] }) => (e - w) * (s - n)));
}

export function useAreaDrawing(): AreaDrawing {
  const { unit: units, noGoArea: noGo } = useUncommittedTables();
  const ground = useOnlySelected('roadFeature', 'noGoArea');
  const shares = useShares();
  return useMemo(
    () => ({
      units: [...units.values()]
        .flatMap((u) =>
          u.boundary === null ? [] : [{ rings: ringsOf(u.boundary), share: shares.get(u.id) ?? null }],
        )
        .sort((a, b) => largest(b) - largest(a)),
      areas: [...noGo.values()].map((a) => ({
        id: a.id,
        rings: ringsOf(a.area),
        emphasised: ground?.id === a.id,
      })),
    }),
    [units, noGo, ground, shares],
  );
}

const INFO = '#2459A8';
const CAUTION = '#9A5B00';

/** What is put to a road begins at the end that it leads away from. */
function withItsRoad({ what, corners }: RoadDraft, road: Road | undefined): readonly LngLatPair[] {
  const drawn = corners.map((c) => c.at);
  const from = what === 'beginning' ? road?.line[0] : what === 'end' ? road?.line.at(-1) : undefined;
  return from === undefined ? drawn : [from, ...drawn];
}

/** The line in the hand: measuring, an area's corners, or the lasso. */
export function useSketch(): Sketch | null {
  const lasso = useDrafts((s) => s.lasso);
  const measured = useDrafts((s) => s.measured);
  const corners = useDrafts((s) => s.areaDraft?.corners);
  const road = useDrafts((s) => s.roadDraft);
  const base = useCampaign((s) => s.tables.road.get(road?.roadId ?? ''));
  return useMemo(() => {
    if (lasso.length > 1) return { line: paintedLine('', 0, lasso), closed: true, colour: INFO };
    if (corners !== undefined && corners.length > 0)
      return { line: paintedLine('', 0, corners), closed: corners.length > 2, colour: CAUTION };
    if (road !== null && road.corners.length > 0)
      return { line: paintedLine('', 0, withItsRoad(road, base)), closed: false, colour: INFO };
    if (measured.length > 0) return { line: paintedLine('', 0, measured), closed: false, colour: INFO };
    return null;
  }, [lasso, corners, road, base, measured]);
}
