/** What is selected, and what the pointer is at. Selecting itself stands in `choose.ts`: it puts down what is in the hand. */
import { create } from 'zustand';
import { perObject } from '../../domain/memo.ts';
import type { PositionKey } from '../../domain/model/entities/stretchRule.ts';
import type { Entity, Id } from '../../domain/model/rows.ts';
import type { SnapKind } from '../../domain/road/snapping.ts';

/** Any row: what can be selected, gone to, spoken about. */
export interface Subject {
  readonly entity: Entity;
  readonly id: Id;
}

/** A place on a road under the pointer. */
export interface RoadPlace {
  readonly roadId: Id;
  readonly chainage: number;
  readonly side: 'left' | 'right' | 'median';
  /** What it snapped to; a place that snapped to nothing is a round one at this scale, or free. */
  readonly kind: SnapKind;
}

interface Selection {
  readonly subjects: readonly Subject[];
  /** A single position of the one stretch that is selected. */
  readonly position: PositionKey | null;
  readonly hovered: Id | null;
  /** Where the pointer last was on a road, on map or diagram. */
  readonly pointed: RoadPlace | null;
}

export const useSelection = create<Selection>(() => ({
  subjects: [],
  position: null,
  hovered: null,
  pointed: null,
}));

const byEntity = perObject(
  (subjects: readonly Subject[]): Partial<Record<Entity, readonly Id[]>> =>
    Object.fromEntries(
      [...Map.groupBy(subjects, (s) => s.entity)].map(([entity, of]) => [entity, of.map((s) => s.id)]),
    ),
);
const NONE: readonly Id[] = [];

function idsOf({ subjects }: Selection, entity: Entity): readonly Id[] {
  return byEntity(subjects)[entity] ?? NONE;
}

function onlyOf({ subjects }: Selection, entities: readonly Entity[]): Subject | null {
  const [only, ...more] = subjects;
  return only !== undefined && more.length === 0 && entities.includes(only.entity) ? only : null;
}

/** The selected rows of an entity; the same list while the selection is. */
export function selectedIds(entity: Entity): readonly Id[] {
  return idsOf(useSelection.getState(), entity);
}

export function useSelectedIds(entity: Entity): readonly Id[] {
  return useSelection((s) => idsOf(s, entity));
}

/** The row of one of these entities that alone is selected; null where there is none, or more. */
export function onlySelected(...entities: readonly Entity[]): Subject | null {
  return onlyOf(useSelection.getState(), entities);
}

export function useOnlySelected(...entities: readonly Entity[]): Subject | null {
  return useSelection((s) => onlyOf(s, entities));
}

export function selectPosition(position: PositionKey | null): void {
  useSelection.setState({ position });
}

export function hover(id: Id | null): void {
  if (useSelection.getState().hovered !== id) useSelection.setState({ hovered: id });
}

/** Where the pointer is on a road; null beside all of them. */
export function setPointed(pointed: RoadPlace | null): void {
  useSelection.setState({ pointed });
}
