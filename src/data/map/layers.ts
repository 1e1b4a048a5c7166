/** What the map shows, as each person likes it: kept on the device. */

import { useMemo } from 'react';
import { create } from 'zustand';
import { isTileUrl } from '../../domain/model/baseMap.ts';
import type { BaseMap } from '../../domain/model/entities/campaign.ts';
import { useCampaignRow } from '../campaign/rows.ts';

export const MAP_LAYERS = ['plan', 'findings', 'features', 'names', 'borders', 'areas', 'picture'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

const STORED = 'cohoa.layers';

const STORED_BASE = 'cohoa.base';
/** Chosen instead of any base map. */
const NO_BASE = 'none';

interface Shown {
  /** Address of the chosen base map, `none`, or null while nobody has chosen. */
  readonly base: string | null;
  readonly hidden: readonly MapLayer[];
}

function stored(): readonly MapLayer[] {
  const text = localStorage.getItem(STORED) ?? '';
  return MAP_LAYERS.filter((l) => text.split(' ').includes(l));
}

export const useMapLayers = create<Shown>(() => ({
  hidden: stored(),
  base: localStorage.getItem(STORED_BASE),
}));

export function showLayer(layer: MapLayer, shown: boolean): void {
  const { hidden } = useMapLayers.getState();
  const next = shown ? hidden.filter((l) => l !== layer) : [...hidden, layer];
  useMapLayers.setState({ hidden: next });
  localStorage.setItem(STORED, next.join(' '));
}

export function useShown(layer: MapLayer): boolean {
  return useMapLayers((s) => !s.hidden.includes(layer));
}

export function chooseBase(url: string | null): void {
  const base = url ?? NO_BASE;
  useMapLayers.setState({ base });
  localStorage.setItem(STORED_BASE, base);
}

/** Those of the campaign that a map can ask: an address that was stored when more was let through is none. */
export function useBaseMaps(): readonly BaseMap[] {
  const maps = useCampaignRow()?.baseMaps;
  return useMemo(() => (maps ?? []).filter((m) => isTileUrl(m.url)), [maps]);
}

/** The base map to show: the chosen one where this campaign has it, else its first; null for none. */
export function useBaseMap(): BaseMap | null {
  const base = useMapLayers((s) => s.base);
  const maps = useBaseMaps();
  if (base === NO_BASE) return null;
  return maps.find((m) => m.url === base) ?? maps[0] ?? null;
}
