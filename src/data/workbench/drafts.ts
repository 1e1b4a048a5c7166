/** What is in the hand: the tool, and what it has drawn or drags and is not stored yet. */
import { create } from 'zustand';
import { haveMoved, type Mark, marksAt } from '../../domain/edit/marks.ts';
import type { NoGoKind } from '../../domain/model/entities/noGoArea.ts';
import type { RoadClass } from '../../domain/model/entities/road.ts';
import type { FeatureKind } from '../../domain/model/entities/roadFeature.ts';
import type { FieldsOf, Id, LngLatPair } from '../../domain/model/rows.ts';
import type { Draft } from '../../domain/plan/draft.ts';
import { useCampaign } from '../campaign/campaign.ts';

export type Tool = 'select' | 'stretch' | 'point' | 'set' | 'measure' | 'lasso' | 'feature' | 'area' | 'road';

/** A road feature being drawn: a place, or a range for a bridge. */
export interface FeatureDraft {
  readonly kind: FeatureKind;
  readonly roadId: Id | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly name: string;
  /** For a surveyed post: the chainage that it reads, in metres; null until it is known. */
  readonly says: number | null;
}

/** A no-go area being drawn, corner by corner. */
export interface AreaDraft {
  readonly kind: NoGoKind;
  readonly name: string;
  readonly corners: readonly LngLatPair[];
}

/** A corner of a line that is drawn, and what a kilometre post there reads, in metres. */
export interface RoadCorner {
  readonly at: LngLatPair;
  readonly says: number | null;
}

/** A road being drawn: a new one, an existing one's line, or what is put to its beginning or its end. */
export interface RoadDraft {
  readonly what: 'new' | 'line' | 'beginning' | 'end';
  /** The road that there is already; null for a new one. */
  readonly roadId: Id | null;
  readonly code: string;
  readonly name: string;
  readonly class: RoadClass;
  /** What leads away from a road does so in this order. */
  readonly corners: readonly RoadCorner[];
  /** The corners as they were before each act, the latest last: Esc goes back through them. */
  readonly before: readonly (readonly RoadCorner[])[];
  /** The shape that the road had when it was taken in the hand (`shapeKey`); empty for a new one. */
  readonly base: string;
}

/** A row of the ground while it is dragged or calibrated: seen everywhere, stored when let go or accepted. */
export type Uncommitted =
  | { readonly entity: 'road'; readonly id: Id; readonly fields: Partial<FieldsOf<'road'>> }
  | { readonly entity: 'roadFeature'; readonly id: Id; readonly fields: Partial<FieldsOf<'roadFeature'>> }
  | { readonly entity: 'noGoArea'; readonly id: Id; readonly fields: Partial<FieldsOf<'noGoArea'>> };

interface Drafts {
  readonly tool: Tool;
  readonly draft: Draft | null;
  readonly featureDraft: FeatureDraft | null;
  readonly areaDraft: AreaDraft | null;
  readonly roadDraft: RoadDraft | null;
  /** Where the chainages in the hand were on the ground when they were chosen. */
  readonly marks: readonly Mark[];
  /** Corners of the line that is measured. */
  readonly measured: readonly LngLatPair[];
  /** The lasso's line while it is being drawn. */
  readonly lasso: readonly LngLatPair[];
  /** Somebody waits for a place to be clicked on the map. */
  readonly picking: ((at: LngLatPair) => void) | null;
  /** Fields of a placement while they are being dragged: seen everywhere, stored when let go. */
  readonly dragged: { readonly id: Id; readonly fields: Partial<FieldsOf<'placement'>> } | null;
  readonly uncommitted: Uncommitted | null;
}

/** Nothing in the hand. */
const EMPTY: Drafts = {
  tool: 'select',
  draft: null,
  featureDraft: null,
  areaDraft: null,
  roadDraft: null,
  marks: [],
  measured: [],
  lasso: [],
  picking: null,
  dragged: null,
  uncommitted: null,
};

export const useDrafts = create<Drafts>(() => EMPTY);

/** Takes a tool and what it begins with; whatever was in the hand is gone. */
export function take(drafts: Partial<Drafts>): void {
  useDrafts.setState({ ...EMPTY, ...drafts });
}

export function setDraft(draft: Draft): void {
  useDrafts.setState({ draft, marks: marksOn(draft) });
}

export function changeDraft(change: Partial<Draft>): void {
  useDrafts.setState((s) => (s.draft === null ? s : placed('draft', { ...s.draft, ...change }, change)));
}

export function changeFeatureDraft(change: Partial<FeatureDraft>): void {
  useDrafts.setState((s) =>
    s.featureDraft === null ? s : placed('featureDraft', { ...s.featureDraft, ...change }, change),
  );
}

/** What is in the hand, changed; chosen anew, its chainages are places of the road as it is now. */
function placed<K extends 'draft' | 'featureDraft'>(
  key: K,
  draft: NonNullable<Drafts[K]>,
  change: object,
): Partial<Drafts> {
  const isPlaced = ['roadId', 'from', 'to'].some((field) => field in change);
  return { [key]: draft, ...(isPlaced ? { marks: marksOn(draft) } : {}) };
}

function marksOn({ roadId, from, to }: Pick<Draft, 'roadId' | 'from' | 'to'>): readonly Mark[] {
  return marksAt(useCampaign.getState().tables.road.get(roadId ?? ''), { from, to });
}

/**
 * Whether others have given the road in the hand another shape since its chainages were chosen, so that they are other
 * places. It is told once: what is in the hand is shown where it is now.
 */
export function hasMoved(): boolean {
  const { marks, draft, featureDraft } = useDrafts.getState();
  const { road } = useCampaign.getState().tables;
  if (!haveMoved(marks, (id) => road.get(id))) return false;
  const inHand = draft ?? featureDraft;
  if (inHand !== null) useDrafts.setState({ marks: marksOn(inHand) });
  return true;
}

export function changeAreaDraft(change: Partial<AreaDraft>): void {
  useDrafts.setState((s) => (s.areaDraft === null ? s : { areaDraft: { ...s.areaDraft, ...change } }));
}

/** Corners as another act leaves them; what they were before can be had again. */
export function putCorners(corners: readonly RoadCorner[]): void {
  const { roadDraft } = useDrafts.getState();
  if (roadDraft !== null)
    changeRoadDraft({ corners, before: [...roadDraft.before, roadDraft.corners].slice(-200) });
}

/** Takes back the last act of drawing a road; false where there is none. */
export function backInRoad(): boolean {
  const { roadDraft } = useDrafts.getState();
  const corners = roadDraft?.before.at(-1);
  if (roadDraft === null || corners === undefined) return false;
  changeRoadDraft({ corners, before: roadDraft.before.slice(0, -1) });
  return true;
}

export function changeRoadDraft(change: Partial<RoadDraft>): void {
  useDrafts.setState((s) => (s.roadDraft === null ? s : { roadDraft: { ...s.roadDraft, ...change } }));
}

export function addMeasured(corner: LngLatPair): void {
  useDrafts.setState((s) => ({ measured: [...s.measured, corner] }));
}

export function setMeasured(measured: readonly LngLatPair[]): void {
  useDrafts.setState({ measured });
}

export function setLasso(lasso: readonly LngLatPair[]): void {
  useDrafts.setState({ lasso });
}

/** Asks for a place to be clicked on the map; null no longer does. */
export function setPicking(picking: Drafts['picking']): void {
  useDrafts.setState({ picking });
}

export function setDragged(dragged: Drafts['dragged']): void {
  useDrafts.setState({ dragged });
}

export function setUncommitted(uncommitted: Uncommitted | null): void {
  useDrafts.setState({ uncommitted });
}
