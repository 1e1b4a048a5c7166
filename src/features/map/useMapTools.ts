/** What the pointer does on the map, by the tool in hand. Every step has its twin in a panel's fields. */
import type L from 'leaflet';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { commit, useCampaign } from '../../data/campaign.ts';
import { askDraft } from '../../data/checks/findings.ts';
import { mayPlan, setOp, whereOf } from '../../data/commands/chosen.ts';
import { positionsIn } from '../../data/derived/placements.ts';
import { measuredOf } from '../../data/derived/roads.ts';
import {
  changeAreaDraft,
  changeDraft,
  changeFeatureDraft,
  hover,
  select,
  selectMany,
  selectPosition,
  toggleSelected,
  useWorkbench,
} from '../../data/workbench.ts';
import { positionKey } from '../../domain/layout/layOut.ts';
import type { Id, LngLatPair, Placement } from '../../domain/model/rows.ts';
import { dragHasEnded, endsADrag } from './clickGuard.ts';
import { DRAFT } from './layers/batch.ts';
import type { Hit, SymbolLayer } from './layers/symbolLayer.ts';
import { type Snapped, snapToRoad } from './snap.ts';

/** Where the pointer is, in pixels of the map, and the road place it would take. */
export interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly snapped: Snapped | null;
}

interface MapTools {
  readonly pointer: Pointer | null;
  /** The lasso's line while it is being drawn. */
  readonly lasso: readonly LngLatPair[];
}

export function useMapTools(map: L.Map, symbols: SymbolLayer): MapTools {
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const [lasso, setLasso] = useState<readonly LngLatPair[]>([]);
  const frame = useRef(0);
  const held = useRef<Held | null>(null);
  useEffect(() => {
    const moved = (event: L.LeafletMouseEvent) => {
      // Every corner of the hand's way counts, however fast it is.
      if (held.current?.kind === 'lasso') held.current.corners.push(pair(event.latlng));
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => onMove(map, symbols, event, held, setPointer, setLasso));
    };
    const left = () => {
      cancelAnimationFrame(frame.current);
      hover(null);
      setPointer(null);
    };
    const pressed = (event: L.LeafletMouseEvent) => {
      // A handle that is pressed is its own to drag; Leaflet tells the map of it all the same.
      const onHandle = (event.originalEvent.target as Element).closest('.leaflet-marker-icon') !== null;
      if (event.originalEvent.button === 0 && !onHandle) held.current = take(map, symbols, event);
    };
    const released = (event: L.LeafletMouseEvent) => {
      cancelAnimationFrame(frame.current);
      const what = held.current;
      held.current = null;
      if (what === null) return;
      map.dragging.enable();
      if (what.kind === 'lasso') {
        what.corners.push(pair(event.latlng));
        dragHasEnded();
        setLasso([]);
        const found = symbols.within(
          what.corners.map(([lng, lat]) => map.latLngToContainerPoint([lat, lng])),
        );
        const before = event.originalEvent.shiftKey ? useWorkbench.getState().selection : [];
        selectMany([...before, ...found]);
      } else drop(what);
    };
    const clicked = (event: L.LeafletMouseEvent) => click(map, symbols, event);
    const asked = (event: L.LeafletMouseEvent) => {
      event.originalEvent.preventDefault();
      const hit = symbols.hit(event.containerPoint);
      const { selection, tool } = useWorkbench.getState();
      if (tool === 'select' && hit !== null && hit.id !== DRAFT && !selection.includes(hit.id))
        select(hit.id);
      point(snapToRoad(map, event.latlng));
      useWorkbench.setState({ menu: { x: event.originalEvent.clientX, y: event.originalEvent.clientY } });
    };
    const handlers: L.LeafletEventHandlerFnMap = {
      mousemove: moved,
      mouseout: left,
      mousedown: pressed,
      mouseup: released,
      click: clicked,
      contextmenu: asked,
    };
    map.on(handlers);
    return () => {
      cancelAnimationFrame(frame.current);
      map.off(handlers);
    };
  }, [map, symbols]);
  return { pointer, lasso };
}

/** What the pressed button holds: a stretch by its body, or the lasso's line. */
type Held =
  | {
      readonly kind: 'body';
      readonly row: Placement;
      readonly grip: number;
      readonly start: L.Point;
      moved: boolean;
    }
  | { readonly kind: 'lasso'; readonly corners: LngLatPair[] };

function point(snapped: Snapped | null): void {
  useWorkbench.setState({ pointed: snapped === null ? null : { ...snapped } });
}

function take(map: L.Map, symbols: SymbolLayer, event: L.LeafletMouseEvent): Held | null {
  const { tool, selected } = useWorkbench.getState();
  if (tool === 'lasso') {
    map.dragging.disable();
    return { kind: 'lasso', corners: [pair(event.latlng)] };
  }
  const hit = tool === 'select' ? symbols.hit(event.containerPoint) : null;
  const row = useCampaign.getState().tables.placement.get(selected ?? '');
  if (hit === null || hit.id !== selected || row?.roadId == null || row.from === null || !mayPlan([row]))
    return null;
  const grip = snapToRoad(map, event.latlng, { only: row.roadId, without: row.id });
  if (grip === null) return null;
  map.dragging.disable();
  return { kind: 'body', row, grip: grip.chainage, start: event.containerPoint, moved: false };
}

/** Pixels that a press may wander and still be a click. */
const SLACK = 4;

function onMove(
  map: L.Map,
  symbols: SymbolLayer,
  event: L.LeafletMouseEvent,
  held: RefObject<Held | null>,
  setPointer: (p: Pointer | null) => void,
  setLasso: (line: readonly LngLatPair[]) => void,
): void {
  const what = held.current;
  if (what?.kind === 'lasso') {
    setLasso([...what.corners]);
    return;
  }
  if (what?.kind === 'body') {
    if (!what.moved && what.start.distanceTo(event.containerPoint) < SLACK) return;
    what.moved = true;
    slide(map, what, event.latlng);
    return;
  }
  const { tool, draft, featureDraft } = useWorkbench.getState();
  if (tool === 'select') {
    const hit = symbols.hit(event.containerPoint);
    hover(hit === null || hit.id === DRAFT ? null : hit.id);
    map.getContainer().style.cursor = hit === null ? '' : 'pointer';
    point(snapToRoad(map, event.latlng));
    setPointer(null);
    return;
  }
  map.getContainer().style.cursor = 'crosshair';
  const waiting =
    (tool === 'stretch' || tool === 'set') && draft?.stage === 'end'
      ? draft.roadId
      : tool === 'feature' && featureDraft?.kind === 'bridge' && featureDraft.to === null
        ? featureDraft.roadId
        : null;
  const snapped = tool === 'lasso' ? null : snapToRoad(map, event.latlng, { only: waiting ?? undefined });
  if (waiting !== null && snapped !== null && draft !== null) changeDraft({ to: snapped.chainage });
  point(snapped);
  setPointer({ x: event.containerPoint.x, y: event.containerPoint.y, snapped });
}

/** The stretch follows the hand along its road, whole, as far as the road goes. */
function slide(map: L.Map, { row, grip }: Extract<Held, { kind: 'body' }>, at: L.LatLng): void {
  const road = useCampaign.getState().tables.road.get(row.roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  const snapped = snapToRoad(map, at, { only: row.roadId ?? '', without: row.id });
  if (measured === null || snapped === null || row.from === null) return;
  const end = row.to ?? row.from;
  const by = Math.max(
    Math.ceil(measured.minChainage) - row.from,
    Math.min(Math.floor(measured.maxChainage) - end, snapped.chainage - grip),
  );
  const fields = row.to === null ? { from: row.from + by } : { from: row.from + by, to: row.to + by };
  useWorkbench.setState({ dragged: { id: row.id, fields } });
  askDraft({ ...row, ...fields }, row.id);
}

function drop({ row, moved }: Extract<Held, { kind: 'body' }>): void {
  const { dragged } = useWorkbench.getState();
  useWorkbench.setState({ dragged: null });
  askDraft(null, row.id);
  if (!moved || dragged?.id !== row.id) return;
  dragHasEnded();
  commit({ code: 'placement.moved', params: { where: whereOf({ ...row, ...dragged.fields }) } }, [
    setOp(row, dragged.fields),
  ]);
}

function click(map: L.Map, symbols: SymbolLayer, event: L.LeafletMouseEvent): void {
  if (endsADrag()) return;
  const { tool } = useWorkbench.getState();
  if (tool === 'select') selectClick(symbols.hit(event.containerPoint), event.originalEvent);
  else if (tool === 'stretch' || tool === 'set') stretchClick(map, event.latlng);
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
    });
}

function pair(at: L.LatLng): LngLatPair {
  return [Math.round(at.lng * 1e6) / 1e6, Math.round(at.lat * 1e6) / 1e6];
}
