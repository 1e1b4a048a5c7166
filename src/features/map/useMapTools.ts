/** What the pointer does on the map, by the tool in hand. Every step has its twin in a panel's fields. */

import type L from 'leaflet';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { commitSeen, useCampaign } from '../../data/campaign.ts';
import { askDraft } from '../../data/checks/findings.ts';
import { setOp, whereOf } from '../../data/commands/chosen.ts';
import { may } from '../../data/may.ts';
import {
  changeDraft,
  changeFeatureDraft,
  hover,
  select,
  selectMany,
  useWorkbench,
} from '../../data/workbench.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Result } from '../../domain/model/result.ts';
import type { LngLatPair } from '../../domain/model/rows.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { useTell } from '../../ui/tell.ts';
import { dragHasEnded } from './clickGuard.ts';
import type { Post } from './layers/baseDrawing.ts';
import { DRAFT } from './layers/batch.ts';
import { click, type Drawn, pair } from './mapClick.ts';
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

export function useMapTools(map: L.Map, { symbols, labels, areas }: Drawn): MapTools {
  const tell = useTell();
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const [lasso, setLasso] = useState<readonly LngLatPair[]>([]);
  const frame = useRef(0);
  const held = useRef<Held | null>(null);
  useEffect(() => {
    const drawn = { symbols, labels, areas };
    const moved = (event: L.LeafletMouseEvent) => {
      // Every corner of the hand's way counts, however fast it is.
      if (held.current?.kind === 'lasso') held.current.corners.push(pair(event.latlng));
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => onMove(map, drawn, event, held, setPointer, setLasso));
    };
    const left = () => {
      cancelAnimationFrame(frame.current);
      hover(null);
      setPointer(null);
    };
    const pressed = (event: L.LeafletMouseEvent) => {
      // A handle that is pressed is its own to drag; Leaflet tells the map of it all the same.
      const onHandle = (event.originalEvent.target as Element).closest('.leaflet-marker-icon') !== null;
      if (event.originalEvent.button === 0 && !onHandle) held.current = take(map, drawn, event);
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
      } else if (what.kind === 'post') dragHasEnded();
      else tell(drop(what));
    };
    const clicked = (event: L.LeafletMouseEvent) => click(map, drawn, event);
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
  }, [map, symbols, labels, areas, tell]);
  return { pointer, lasso };
}

/** What the pressed button holds: a stretch by its body, the lasso's line, a kilometre post. */
type Held =
  | {
      readonly kind: 'body';
      readonly row: Placement;
      readonly grip: number;
      readonly start: L.Point;
      moved: boolean;
    }
  | { readonly kind: 'lasso'; readonly corners: LngLatPair[] }
  | { readonly kind: 'post'; readonly post: Post };

function point(snapped: Snapped | null): void {
  useWorkbench.setState({ pointed: snapped === null ? null : { ...snapped } });
}

function take(map: L.Map, { symbols, labels }: Drawn, event: L.LeafletMouseEvent): Held | null {
  const { tool, selected, featureDraft } = useWorkbench.getState();
  if (tool === 'lasso') {
    map.dragging.disable();
    return { kind: 'lasso', corners: [pair(event.latlng)] };
  }
  const post =
    tool === 'feature' && featureDraft?.kind === 'km-post' ? labels.hitPost(event.containerPoint) : null;
  if (post !== null) {
    map.dragging.disable();
    return { kind: 'post', post };
  }
  const hit = tool === 'select' ? symbols.hit(event.containerPoint) : null;
  const row = useCampaign.getState().tables.placement.get(selected ?? '');
  if (hit === null || hit.id !== selected || row?.roadId == null || row.from === null || !may.plan([row]))
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
  { symbols, labels, areas }: Drawn,
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
  if (what?.kind === 'post') {
    setPointer({
      x: event.containerPoint.x,
      y: event.containerPoint.y,
      snapped: slidePost(map, what.post, event.latlng),
    });
    return;
  }
  const { tool, draft, featureDraft } = useWorkbench.getState();
  if (tool === 'select') {
    const hit = symbols.hit(event.containerPoint);
    hover(hit === null || hit.id === DRAFT ? null : hit.id);
    const touched =
      hit !== null ||
      labels.hitFeature(event.containerPoint) !== null ||
      areas.hit(event.containerPoint) !== null;
    map.getContainer().style.cursor = touched ? 'pointer' : '';
    point(snapToRoad(map, event.latlng));
    setPointer(null);
    return;
  }
  const onPost =
    tool === 'feature' && featureDraft?.kind === 'km-post' && labels.hitPost(event.containerPoint) !== null;
  map.getContainer().style.cursor = onPost ? 'ew-resize' : 'crosshair';
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

/** A post follows the hand along its road as that is measured now: what it reads stays, where it stands moves. */
function slidePost(map: L.Map, post: Post, at: L.LatLng): Snapped | null {
  const snapped = snapToRoad(map, at, { only: post.roadId, free: true });
  if (snapped !== null)
    changeFeatureDraft({
      roadId: post.roadId,
      from: snapped.chainage,
      to: snapped.chainage,
      says: post.km * 1000,
      name: '',
    });
  return snapped;
}

function drop({ row, moved }: Extract<Held, { kind: 'body' }>): Result<unknown> | null {
  const { dragged } = useWorkbench.getState();
  useWorkbench.setState({ dragged: null });
  askDraft(null, row.id);
  if (!moved || dragged?.id !== row.id) return null;
  dragHasEnded();
  const note = { code: 'placement.moved', params: { where: whereOf({ ...row, ...dragged.fields }) } };
  return commitSeen(note, [setOp(row, dragged.fields)], [row]);
}
