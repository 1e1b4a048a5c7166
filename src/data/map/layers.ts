/** What the map shows, as each person likes it: kept on the device. */
import { create } from 'zustand';

export const MAP_LAYERS = [
  'plan',
  'findings',
  'features',
  'names',
  'borders',
  'areas',
  'tiles',
  'picture',
] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

const STORED = 'cohoa.layers';

interface Shown {
  readonly hidden: readonly MapLayer[];
}

function stored(): readonly MapLayer[] {
  const text = localStorage.getItem(STORED) ?? '';
  return MAP_LAYERS.filter((l) => text.split(' ').includes(l));
}

export const useMapLayers = create<Shown>(() => ({ hidden: stored() }));

export function showLayer(layer: MapLayer, shown: boolean): void {
  const { hidden } = useMapLayers.getState();
  const next = shown ? hidden.filter((l) => l !== layer) : [...hidden, layer];
  useMapLayers.setState({ hidden: next });
  localStorage.setItem(STORED, next.join(' '));
}

export function useShown(layer: MapLayer): boolean {
  return useMapLayers((s) => !s.hidden.includes(layer));
}
