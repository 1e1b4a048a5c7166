/** What a click on the map means, by the tool in hand. */
import type L from 'leaflet';
import { useCampaign } from '../../data/campaign.ts';
import {
  changeAreaDraft,
  changeDraft,
  changeFeatureDraft,
  select,
  selectGround,
  selectPosition,
  toggleSelected,
  useWorkbench,
} from '../../data/workbench.ts';
import { positionKey } from '../../domain/layout/layOut.ts';
import type { Id, LngLatPair } from '../../domain/model/rows.ts';
import { positionsIn } from '../../domain/plan/amounts.ts';
import { endsADrag } from './clickGuard.ts';
import type { AreaLayer } from './layers/areaLayer.ts';
import { DRAFT } from './layers/batch.ts';
import type { LabelLayer } from './layers/labelLayer.ts';
import type { Hit, SymbolLayer } from './layers/symbolLayer.ts';
import { snapToRoad } from './snap.ts';

/** What can be pointed at. */
export interface Drawn {
  readonly symbols: SymbolLayer;
  readonly labels: LabelLayer;
  readonly areas: AreaLayer;
}

export function click(map: L.Map, { symbols, labels, areas }: Drawn, event: L.LeafletMouseEvent): void {
  if (endsADrag()) return;
  const { tool, picking } = useWorkbench.getState();
  if (picking !== null) {
    useWorkbench.setState({ picking: null });
    picking(pair(event.latlng));
    return;
  }
  const at = event.containerPoint;
  if (tool === 'select') {
    const hit = symbols.hit(at);
    const feature = hit === null ? labels.hitFeature(at) : null;
    const area = hit === null && feature === null ? areas.hit(at) : null;
    if (feature !== null) selectGround({ entity: 'roadFeature', id: feature });
    else if (area !== null) selectGround({ entity: 'noGoArea', id: area });
    else selectClick(hit, event.originalEvent);
  } else if (tool === 'stretch' || tool === 'set') stretchClick(map, event.latlng);
  else if (tool === 'point') pointClick(map, event.latlng);
  else if (tool === 'feature') featureClick(map, event.latlng);
  else if (tool === 'area')
    changeAreaDraft({ corners: [...(useWorkbench.getState().areaDraft?.corners ?? []), pair(event.latlng)] });
  else if (tool === 'measure')
    useWorkbench.setState((s) => ({ measured: [...s.measured, pair(event.latlng)] }));
}

function selectClick(hit: Hit | null, event: MouseEvent): void {
  const { selected } = useWorkbench.getState();
  if (hit === null || hit.id === DRAFT) {
    if (!event.shiftKey && !event.ctrlKey) select(null);
    return;
  }
  if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(hit.id);
  else if (hit.id === selected) selectPositionAt(hit);
  else select(hit.id);
}

/** A second click on the selected stretch takes one of its positions. */
function selectPositionAt({ id, index }: { readonly id: Id; readonly index: number }): void {
  const { tables } = useCampaign.getState();
  const row = tables.placement.get(id);
  if (row === undefined || row.rule === null) return;
  const { side, ordinal } = positionsIn(tables, row);
  selectPosition(positionKey(side[index] as number, ordinal[index] as number));
}

function stretchClick(map: L.Map, at: L.LatLng): void {
  const { draft } = useWorkbench.getState();
  if (draft === null) return;
  if (draft.stage === 'end' && draft.roadId !== null) {
    const end = snapToRoad(map, at, { only: draft.roadId });
    if (end !== null && end.chainage !== draft.from) changeDraft({ to: end.chainage, stage: 'done' });
    return;
  }
  const start = snapToRoad(map, at);
  if (start === null) return;
  changeDraft({ roadId: start.roadId, from: start.chainage, to: null, stage: 'end' });
}

function pointClick(map: L.Map, at: L.LatLng): void {
  const { draft } = useWorkbench.getState();
  if (draft === null) return;
  const snapped = snapToRoad(map, at);
  if (snapped === null) {
    changeDraft({ roadId: null, from: null, coordinate: pair(at), stage: 'done' });
    return;
  }
  const side = draft.side === 'median' ? 'median' : snapped.side;
  changeDraft({ roadId: snapped.roadId, from: snapped.chainage, side, coordinate: null, stage: 'done' });
}

/** A bridge has two ends, everything else one place. */
function featureClick(map: L.Map, at: L.LatLng): void {
  const { featureDraft } = useWorkbench.getState();
  if (featureDraft === null) return;
  const { kind, roadId, from, to } = featureDraft;
  if (kind === 'bridge' && roadId !== null && from !== null && to === null) {
    const end = snapToRoad(map, at, { only: roadId });
    if (end !== null && end.chainage !== from) changeFeatureDraft({ to: end.chainage });
    return;
  }
  const start = snapToRoad(map, at);
  if (start !== null)
    changeFeatureDraft({
      roadId: start.roadId,
      from: start.chainage,
      to: kind === 'bridge' ? null : start.chainage,
      says: kind === 'km-post' ? Math.round(start.chainage / 1000) * 1000 : null,
    });
}

export function pair(at: L.LatLng): LngLatPair {
  return [Math.round(at.lng * 1e6) / 1e6, Math.round(at.lat * 1e6) / 1e6];
}
