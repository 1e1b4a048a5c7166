/** How the plan is looked at: what the dock shows, the filter, what is asked to come into view, which dialog is open. */
import { create } from 'zustand';
import type { Id, LngLatPair } from '../../domain/model/rows.ts';
import type { ColumnId } from '../../domain/table/columns.ts';
import { type Criterion, filterWith, NO_FILTER, type PlanFilter } from '../../domain/table/filter.ts';

export type Dock = 'strip' | 'table' | 'findings';
export type PlanDialog =
  | 'palette'
  | 'shortcuts'
  | 'bulk'
  | 'pattern'
  | 'make-set'
  | 'mend'
  | 'history'
  | 'import'
  | 'import-areas'
  | 'import-features'
  | 'import-placements'
  | 'export'
  | 'print'
  | 'picture'
  | 'remove-roads'
  | 'report'
  | 'approve';

/** Something to bring into view: a placement, a road, whole or between two chainages, several roads, a coordinate, all. */
export interface Wanted {
  readonly placementId?: Id;
  readonly roadId?: Id;
  readonly roadIds?: readonly Id[];
  readonly from?: number;
  readonly to?: number;
  readonly coordinate?: LngLatPair;
  /** All of these places. */
  readonly coordinates?: readonly LngLatPair[];
  /** The whole ground of the campaign. */
  readonly whole?: true;
  /** The map stays where it is if all of it is in view already. */
  readonly onlyIfOutside?: true;
}

interface View {
  readonly filter: PlanFilter;
  /** Asks the map to bring something into view; counted so that the same can be asked for twice. */
  readonly goTo: (Wanted & { readonly n: number }) | null;
  /** The wish that the map answered last. */
  readonly arrived: number;
  /** What the dock shows; null when it is folded. */
  readonly dock: Dock | null;
  /** The roads whose diagram is shown; empty follows the selection. */
  readonly stripRoadIds: readonly Id[];
  readonly dialog: PlanDialog | null;
  /** Where a menu was asked for, in pixels of the window. */
  readonly menu: { readonly x: number; readonly y: number } | null;
}

export const useView = create<View>(() => ({
  filter: NO_FILTER,
  goTo: null,
  arrived: 0,
  dock: 'strip',
  stripRoadIds: [],
  dialog: null,
  menu: null,
}));

export function goTo(wanted: Wanted): void {
  useView.setState((s) => ({ goTo: { ...wanted, n: (s.goTo?.n ?? 0) + 1 } }));
}

/** The map goes there now. False where it has been there already, for the same wish. */
export function arrive(n: number): boolean {
  if (useView.getState().arrived === n) return false;
  useView.setState({ arrived: n });
  return true;
}

export function setFilter(change: Partial<PlanFilter>): void {
  useView.setState((s) => ({ filter: { ...s.filter, ...change } }));
}

/** Narrows the plan by one column; undefined opens it again. */
export function filterColumn(id: ColumnId, criterion: Criterion | undefined): void {
  useView.setState((s) => ({ filter: filterWith(s.filter, id, criterion) }));
}

export function setDock(dock: Dock | null): void {
  useView.setState({ dock });
}

/** Opens what the dock shows under a name, and folds it where that is open already. */
export function toggleDock(dock: Dock): void {
  useView.setState((s) => ({ dock: s.dock === dock ? null : dock }));
}

/** The diagram of these roads; of none: of what is selected. */
export function showStrip(roadIds: readonly Id[]): void {
  useView.setState({ stripRoadIds: roadIds });
}

export function showDialog(dialog: PlanDialog | null): void {
  useView.setState({ dialog });
}

export function openMenu(x: number, y: number): void {
  useView.setState({ menu: { x, y } });
}

export function closeMenu(): void {
  useView.setState({ menu: null });
}
