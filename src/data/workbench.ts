/** What the views of the Plan screen share: the tool in hand, the selection, the hover, and what is being drawn. */
import { create } from 'zustand';
import type { AssetType, FieldsOf, Id, LngLatPair, Side, StretchRule } from '../domain/model/rows.ts';

export type Tool = 'select' | 'stretch' | 'point';

/** A placement being drawn. The road comes with the first click, the end with the second. */
export interface Draft {
  /** Which click is awaited; `done` when the place is settled and only acceptance is missing. */
  readonly stage: 'start' | 'end' | 'done';
  readonly assetTypeId: Id;
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

/** Something to bring into view: a placement, a road, whole or between two chainages, or several roads. */
interface Place {
  readonly placementId?: Id;
  readonly roadId?: Id;
  readonly roadIds?: readonly Id[];
  readonly from?: number;
  readonly to?: number;
}

interface Workbench {
  readonly tool: Tool;
  readonly selected: Id | null;
  readonly hovered: Id | null;
  readonly draft: Draft | null;
  /** Fields of a placement while they are being dragged: seen everywhere, stored when let go. */
  readonly dragged: { readonly id: Id; readonly fields: Partial<FieldsOf<'placement'>> } | null;
  /** Asks the map to bring something into view; counted so that the same place can be asked for twice. */
  readonly goTo: (Place & { readonly n: number }) | null;
}

export const useWorkbench = create<Workbench>(() => ({
  tool: 'select',
  selected: null,
  hovered: null,
  draft: null,
  dragged: null,
  goTo: null,
}));

export function select(id: Id | null): void {
  useWorkbench.setState({ selected: id, tool: 'select', draft: null, dragged: null });
}

export function hover(id: Id | null): void {
  if (useWorkbench.getState().hovered !== id) useWorkbench.setState({ hovered: id });
}

export function goTo(place: Place): void {
  useWorkbench.setState((s) => ({ goTo: { ...place, n: (s.goTo?.n ?? 0) + 1 } }));
}

/** A fresh draft with what the type proposes. */
export function draftOf(type: AssetType): Draft {
  return {
    stage: 'start',
    assetTypeId: type.id,
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
      except: ['bridge'],
      skips: [],
      moves: {},
    },
    unitId: null,
    sloganId: null,
    pointQuantity: 1,
  };
}

export function startTool(tool: Tool, type: AssetType | undefined): void {
  useWorkbench.setState({
    tool,
    selected: null,
    draft: tool === 'select' || type === undefined ? null : draftOf(type),
  });
}

export function changeDraft(change: Partial<Draft>): void {
  useWorkbench.setState((s) => (s.draft === null ? s : { draft: { ...s.draft, ...change } }));
}

/** The fields of the placement that a draft would become; null while it has no place yet. */
export function fieldsOfDraft(draft: Draft, tool: Tool): FieldsOf<'placement'> | null {
  const common = {
    assetTypeId: draft.assetTypeId,
    unitId: draft.unitId,
    sloganId: draft.sloganId,
    state: 'draft' as const,
    note: '',
    installBy: { milestone: 'opening', days: -3 },
    removeBy: { milestone: 'closing', days: 5 },
    phase: '',
    sponsor: null,
  };
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
