/** What the views of the Plan screen share: the tool in hand, the selection, the hover, the filter, what is drawn. */
import { create } from 'zustand';
import type { AssetType } from '../domain/model/entities/assetType.ts';
import type { NoGoKind } from '../domain/model/entities/noGoArea.ts';
import type { FeatureKind } from '../domain/model/entities/roadFeature.ts';
import type { PositionKey, Side, StretchRule } from '../domain/model/entities/stretchRule.ts';
import type { FieldsOf, Id, LngLatPair } from '../domain/model/rows.ts';
import type { ColumnId } from '../domain/table/columns.ts';
import { type Criterion, filterWith, NO_FILTER, type PlanFilter } from '../domain/table/filter.ts';
import type { RoadPlace } from './gestures/gesture.ts';

export type Tool = 'select' | 'stretch' | 'point' | 'set' | 'measure' | 'lasso' | 'feature' | 'area';
export type Dock = 'strip' | 'table' | 'findings';
export type PlanDialog =
  | 'palette'
  | 'shortcuts'
  | 'bulk'
  | 'pattern'
  | 'make-set'
  | 'history'
  | 'import'
  | 'import-areas'
  | 'import-features'
  | 'print';

/** A placement being drawn. The road comes with the first click, the end with the second. */
export interface Draft {
  /** Which click is awaited; `done` when the place is settled and only acceptance is missing. */
  readonly stage: 'start' | 'end' | 'done';
  readonly assetTypeId: Id;
  /** For the tool that lays a dressing set. */
  readonly setId: Id | null;
  readonly roadId: Id | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly side: Side;
  readonly coordinate: LngLatPair | null;
  readonly rule: StretchRule;
  readonly unitId: Id | null;
  readonly sloganId: Id | null;
  readonly pointQuantity: number;
}

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

/** A thing of the ground rather than of the plan. */
interface GroundRef {
  readonly entity: 'roadFeature' | 'noGoArea';
  readonly id: Id;
}

/** A row of the ground as it is in the hand: seen everywhere, stored when let go or accepted. */
export type Trial =
  | { readonly entity: 'road'; readonly id: Id; readonly fields: Partial<FieldsOf<'road'>> }
  | { readonly entity: 'roadFeature'; readonly id: Id; readonly fields: Partial<FieldsOf<'roadFeature'>> }
  | { readonly entity: 'noGoArea'; readonly id: Id; readonly fields: Partial<FieldsOf<'noGoArea'>> };

/** A no-go area being drawn, corner by corner. */
export interface AreaDraft {
  readonly kind: NoGoKind;
  readonly name: string;
  readonly corners: readonly LngLatPair[];
}

/** Something to bring into view: a placement, a road, whole or between two chainages, several roads, a coordinate. */
interface Place {
  readonly placementId?: Id;
  readonly roadId?: Id;
  readonly roadIds?: readonly Id[];
  readonly from?: number;
  readonly to?: number;
  readonly coordinate?: LngLatPair;
}

interface Workbench {
  readonly tool: Tool;
  readonly selection: readonly Id[];
  /** The only one selected, or null. */
  readonly selected: Id | null;
  /** A single position of the selected stretch. */
  readonly position: PositionKey | null;
  readonly hovered: Id | null;
  /** The road feature or no-go area that is selected instead. */
  readonly ground: GroundRef | null;
  readonly trial: Trial | null;
  /** Where the pointer last was on a road, on map or diagram. */
  readonly pointed: RoadPlace | null;
  /** The lasso's line while it is being drawn. */
  readonly lasso: readonly LngLatPair[];
  readonly filter: PlanFilter;
  readonly draft: Draft | null;
  readonly featureDraft: FeatureDraft | null;
  readonly areaDraft: AreaDraft | null;
  /** Somebody waits for a place to be clicked on the map. */
  readonly picking: ((at: LngLatPair) => void) | null;
  /** Corners of the line that is measured. */
  readonly measured: readonly LngLatPair[];
  /** Fields of a placement while they are being dragged: seen everywhere, stored when let go. */
  readonly dragged: { readonly id: Id; readonly fields: Partial<FieldsOf<'placement'>> } | null;
  /** Asks the map to bring something into view; counted so that the same place can be asked for twice. */
  readonly goTo: (Place & { readonly n: number }) | null;
  /** What the dock shows; null when it is folded. */
  readonly dock: Dock | null;
  /** The roads whose diagram is shown; empty follows the selection. */
  readonly stripRoadIds: readonly Id[];
  readonly dialog: PlanDialog | null;
  /** Where a menu was asked for, in pixels of the window. */
  readonly menu: { readonly x: number; readonly y: number } | null;
}

const AT_REST = {
  tool: 'select',
  selection: [],
  selected: null,
  position: null,
  draft: null,
  featureDraft: null,
  areaDraft: null,
  measured: [],
  lasso: [],
  picking: null,
  dragged: null,
  ground: null,
  trial: null,
} as const;

export const useWorkbench = create<Workbench>(() => ({
  ...AT_REST,
  hovered: null,
  pointed: null,
  filter: NO_FILTER,
  goTo: null,
  dock: 'table',
  stripRoadIds: [],
  dialog: null,
  menu: null,
}));

export function select(id: Id | null): void {
  selectMany(id === null ? [] : [id]);
}

export function selectMany(ids: readonly Id[]): void {
  const selection = [...new Set(ids)];
  useWorkbench.setState({
    ...AT_REST,
    selection,
    selected: selection.length === 1 ? (selection[0] ?? null) : null,
  });
}

export function selectGround(ground: GroundRef | null): void {
  useWorkbench.setState({ ...AT_REST, ground });
}

/** Adds one to the selection, or takes it out again. */
export function toggleSelected(id: Id): void {
  const { selection } = useWorkbench.getState();
  selectMany(selection.includes(id) ? selection.filter((x) => x !== id) : [...selection, id]);
}

export function selectPosition(position: PositionKey | null): void {
  useWorkbench.setState({ position });
}

export function hover(id: Id | null): void {
  if (useWorkbench.getState().hovered !== id) useWorkbench.setState({ hovered: id });
}

/** Where the pointer is on a road; null beside all of them. */
export function setPointed(pointed: RoadPlace | null): void {
  useWorkbench.setState({ pointed });
}

/** Asks for a place to be clicked on the map; null no longer does. */
export function setPicking(picking: Workbench['picking']): void {
  useWorkbench.setState({ picking });
}

export function setDragged(dragged: Workbench['dragged']): void {
  useWorkbench.setState({ dragged });
}

export function setTrial(trial: Trial | null): void {
  useWorkbench.setState({ trial });
}

export function setLasso(lasso: readonly LngLatPair[]): void {
  useWorkbench.setState({ lasso });
}

export function addMeasured(corner: LngLatPair): void {
  useWorkbench.setState((s) => ({ measured: [...s.measured, corner] }));
}

export function openMenu(x: number, y: number): void {
  useWorkbench.setState({ menu: { x, y } });
}

export function goTo(place: Place): void {
  useWorkbench.setState((s) => ({ goTo: { ...place, n: (s.goTo?.n ?? 0) + 1 } }));
}

export function setFilter(change: Partial<PlanFilter>): void {
  useWorkbench.setState((s) => ({ filter: { ...s.filter, ...change } }));
}

/** Narrows the plan by one column; undefined opens it again. */
export function filterColumn(id: ColumnId, criterion: Criterion | undefined): void {
  useWorkbench.setState((s) => ({ filter: filterWith(s.filter, id, criterion) }));
}

export function showDialog(dialog: PlanDialog | null): void {
  useWorkbench.setState({ dialog });
}

/** A fresh draft with what the type proposes. */
export function draftOf(type: AssetType): Draft {
  return {
    stage: 'start',
    assetTypeId: type.id,
    setId: null,
    roadId: null,
    from: null,
    to: null,
    side: type.defaultSides === 'both' ? 'right' : type.defaultSides,
    coordinate: null,
    rule: {
      spacing: type.defaultSpacing,
      startOffset: 0,
      sides: type.defaultSides,
      staggered: false,
      edgeOffset: 1,
      except: type.mount === 'pole' ? ['bridge', 'junction', 'signal', 'level-crossing'] : ['bridge'],
      skips: [],
      moves: {},
    },
    unitId: null,
    sloganId: null,
    pointQuantity: 1,
  };
}

export function startTool(tool: Tool, type?: AssetType, setId: Id | null = null): void {
  useWorkbench.setState({
    ...AT_REST,
    tool,
    draft: type === undefined ? null : { ...draftOf(type), setId },
    featureDraft:
      tool === 'feature'
        ? { kind: 'bridge', roadId: null, from: null, to: null, name: '', says: null }
        : null,
    areaDraft: tool === 'area' ? { kind: 'relic', name: '', corners: [] } : null,
  });
}

export function changeDraft(change: Partial<Draft>): void {
  useWorkbench.setState((s) => (s.draft === null ? s : { draft: { ...s.draft, ...change } }));
}

export function changeFeatureDraft(change: Partial<FeatureDraft>): void {
  useWorkbench.setState((s) =>
    s.featureDraft === null ? s : { featureDraft: { ...s.featureDraft, ...change } },
  );
}

export function changeAreaDraft(change: Partial<AreaDraft>): void {
  useWorkbench.setState((s) => (s.areaDraft === null ? s : { areaDraft: { ...s.areaDraft, ...change } }));
}

/** What every new placement begins with: days of practice, which the campaign's rules may move. */
export const NEW_PLACEMENT = {
  unitId: null,
  state: 'draft',
  note: '',
  installBy: { milestone: 'opening', days: -3 },
  removeBy: { milestone: 'closing', days: 5 },
  phase: '',
  sponsor: null,
  approvedQuantity: null,
} as const satisfies Partial<FieldsOf<'placement'>>;

/** The fields of the placement that a draft would become; null while it has no place yet. */
export function fieldsOfDraft(draft: Draft, tool: Tool): FieldsOf<'placement'> | null {
  const common = {
    ...NEW_PLACEMENT,
    assetTypeId: draft.assetTypeId,
    unitId: draft.unitId,
    sloganId: draft.sloganId,
  };
  if (tool === 'set') return null;
  if (tool === 'stretch') {
    if (draft.roadId === null || draft.from === null || draft.to === null || draft.from === draft.to)
      return null;
    return {
      ...common,
      roadId: draft.roadId,
      coordinate: null,
      from: Math.min(draft.from, draft.to),
      to: Math.max(draft.from, draft.to),
      side: null,
      rule: draft.rule,
      pointQuantity: 0,
    };
  }
  const onRoad = draft.roadId !== null && draft.from !== null;
  if (!onRoad && draft.coordinate === null) return null;
  return {
    ...common,
    roadId: onRoad ? draft.roadId : null,
    coordinate: onRoad ? null : draft.coordinate,
    from: onRoad ? draft.from : null,
    to: null,
    side: onRoad ? draft.side : null,
    rule: null,
    pointQuantity: draft.pointQuantity,
  };
}
