/** Selecting, and taking a tool in the hand: each ends the other. */
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import type { Entity, Id } from '../../domain/model/rows.ts';
import { draftOf } from '../../domain/plan/draft.ts';
import { shapeKey } from '../../domain/road/shapeKey.ts';
import { type RoadDraft, type Tool, take } from './drafts.ts';
import { type Subject, selectedIds, useSelection } from './selection.ts';

function selectSubjects(subjects: readonly Subject[]): void {
  take({});
  useSelection.setState({ subjects, position: null });
}

/** Selects one row alone. */
export function selectOnly(entity: Entity, id: Id): void {
  selectSubjects([{ entity, id }]);
}

/** Selects a placement, or nothing. */
export function select(id: Id | null): void {
  selectMany(id === null ? [] : [id]);
}

/** Selects placements. */
export function selectMany(ids: readonly Id[]): void {
  selectSubjects([...new Set(ids)].map((id) => ({ entity: 'placement', id })));
}

/** Adds a placement to those that are selected, or takes it out again. */
export function toggleSelected(id: Id): void {
  const selected = selectedIds('placement');
  selectMany(selected.includes(id) ? selected.filter((x) => x !== id) : [...selected, id]);
}

export const NEW_ROAD: RoadDraft = {
  what: 'new',
  roadId: null,
  code: '',
  name: '',
  class: 'other',
  corners: [],
  before: [],
  base: '',
};

/** Takes the line of a road in the hand: to be changed, or led on from one of its ends. */
export function drawOn(road: Road, what: 'line' | 'beginning' | 'end'): void {
  const { id: roadId, code, name, class: roadClass, line } = road;
  const corners = what === 'line' ? line.map((at) => ({ at, says: null })) : [];
  const base = shapeKey(road);
  take({
    tool: 'road',
    roadDraft: { what, roadId, code, name, class: roadClass, corners, before: [], base },
  });
  useSelection.setState({ subjects: [], position: null });
}

export function startTool(tool: Tool, type?: AssetType, setId: Id | null = null): void {
  take({
    tool,
    ...(type === undefined
      ? {}
      : { draft: { ...draftOf(type), ...(tool === 'set' ? { kind: tool } : {}), setId } }),
    ...(tool === 'feature'
      ? { featureDraft: { kind: 'bridge', roadId: null, from: null, to: null, name: '', says: null } }
      : {}),
    ...(tool === 'road' ? { roadDraft: NEW_ROAD } : {}),
    ...(tool === 'area' ? { areaDraft: { kind: 'relic', name: '', corners: [] } } : {}),
  });
  useSelection.setState({ subjects: [], position: null });
}
