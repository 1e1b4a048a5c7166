/** What somebody wants to make of roads and is shown before it is done. */
import { create } from 'zustand';
import type { CalibrationPoint } from '../../domain/model/entities/road.ts';
import type { Id, LngLatPair } from '../../domain/model/rows.ts';
import { shapeKey } from '../../domain/road/shapeKey.ts';
import { useCampaign } from '../campaign/campaign.ts';
import type { RoadDraft } from './drafts.ts';
import { showDialog } from './view.ts';

/** Another shape for a road; whole values, so that it is worked out anew when the rows change under it. */
export type Reshaping = { readonly roadId: Id } & (
  | { readonly kind: 'reverse' }
  | { readonly kind: 'zero'; readonly zero: number }
  | { readonly kind: 'width'; readonly halfWidth: number }
  | { readonly kind: 'posts'; readonly calibration: readonly CalibrationPoint[] }
  | { readonly kind: 'cut'; readonly at: number; readonly secondId: Id }
  | { readonly kind: 'begin'; readonly at: number }
  | { readonly kind: 'join'; readonly otherId: Id }
  | { readonly kind: 'extend'; readonly end: 'beginning' | 'end'; readonly away: readonly LngLatPair[] }
  | {
      readonly kind: 'renew';
      readonly line: readonly LngLatPair[];
      readonly gaps: readonly number[];
      /** Where the line comes from, if it is to be said anew. */
      readonly source?: string;
    }
);

interface Asked {
  readonly reshaping: Reshaping | null;
  /** The shape that its road had when it was asked for (`shapeKey`); null where it was gone. */
  readonly base: string | null;
  /** What was drawn for it: kept until it is done. */
  readonly drawing: Pick<RoadDraft, 'roadId' | 'what'> | null;
  /** Roads that somebody wants to delete. */
  readonly removing: readonly Id[];
  /** The road for which a file is looked through for another line. */
  readonly renewing: Id | null;
}

export const useReshaping = create<Asked>(() => ({
  reshaping: null,
  base: null,
  drawing: null,
  removing: [],
  renewing: null,
}));

export function askReshape(reshaping: Reshaping, drawing: Asked['drawing'] = null): void {
  const road = useCampaign.getState().tables.road.get(reshaping.roadId);
  useReshaping.setState({ reshaping, drawing, base: road === undefined ? null : shapeKey(road) });
}

/** It is done, or given up. */
export function endReshape(): void {
  useReshaping.setState({ reshaping: null });
}

export function askRemoval(removing: readonly Id[]): void {
  useReshaping.setState({ removing });
  showDialog('remove-roads');
}

/** The next file that is opened is looked through for a line of this road; null: for new roads. */
export function setRenewing(renewing: Id | null): void {
  useReshaping.setState({ renewing });
}
