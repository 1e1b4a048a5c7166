/** What the pointer does on the diagram, by the tool in hand: the same gestures as on the map, to the metre. */
import {
  type HTMLAttributes,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import { commit, useCampaign } from '../../data/campaign.ts';
import { askDraft } from '../../data/checks/findings.ts';
import { mayPlan, setOp, whereOf } from '../../data/commands/chosen.ts';
import { positionsIn } from '../../data/derived/placements.ts';
import { snapTargets } from '../../data/derived/snapTargets.ts';
import {
  changeDraft,
  changeFeatureDraft,
  goTo,
  hover,
  select,
  selectMany,
  selectPosition,
  toggleSelected,
  useWorkbench,
} from '../../data/workbench.ts';
import { positionKey } from '../../domain/layout/layOut.ts';
import type { Id, Placement } from '../../domain/model/rows.ts';
import { settle } from '../../domain/road/snapping.ts';
import type { Lane, StripRoad } from './stripModel.ts';
import { chainageAt, GUTTER, laneAt, ROW, type StripPainter, type StripView, xOf } from './stripPainter.ts';

interface Parts {
  readonly wrap: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly painter: StripPainter;
  readonly roads: readonly StripRoad[];
  readonly view: StripView;
  readonly zoom: (by: number, atX: number) => void;
  readonly pan: (metres: number, down?: number) => void;
}

/** A place on the diagram: the road, what lane, the chainage under the hand and where it would settle. */
interface Spot {
  readonly road: StripRoad;
  readonly lane: Lane;
  readonly raw: number;
  readonly chainage: number;
  readonly x: number;
  readonly y: number;
}

type Held =
  | { readonly kind: 'pan'; x: number; y: number; moved: boolean }
  | {
      readonly kind: 'body';
      readonly row: Placement;
      readonly grip: number;
      readonly x: number;
      moved: boolean;
    }
  | { readonly kind: 'lasso'; readonly spot: Spot; x: number };

const SIDE: Readonly<Record<Lane, 'left' | 'median' | 'right'>> = { [-1]: 'left', 0: 'median', 1: 'right' };
const SLACK = 4;

export function useStripTools(parts: Parts): { readonly handlers: HTMLAttributes<HTMLDivElement> } {
  const { wrap, roads, view, pan, painter } = parts;
  const held = useRef<Held | null>(null);
  const latest = useRef(parts);
  latest.current = parts;
  useEffect(() => {
    const element = wrap.current;
    if (element === null) return;
    // React listens passively, and the page must not scroll while the diagram zooms.
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const now = latest.current;
      const box = element.getBoundingClientRect();
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
        now.pan((event.deltaX || event.deltaY) / Math.max(now.view.scale, 1e-6));
      else now.zoom(1.0018 ** -event.deltaY, Math.max(GUTTER, event.clientX - box.left));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [wrap]);

  const spotAt = (event: MouseEvent | PointerEvent, without: Id | null = null): Spot | null => {
    const box = wrap.current?.getBoundingClientRect();
    if (box === undefined) return null;
    const [x, yAll] = [event.clientX - box.left, event.clientY - box.top + view.top];
    const road = roads[Math.floor(yAll / ROW)];
    if (road === undefined || x < GUTTER) return null;
    const raw = Math.max(road.min, Math.min(road.max, chainageAt(road, x, view)));
    const targets = snapTargets(useCampaign.getState().tables, road.id, without);
    const { chainage } = settle(raw, 1 / view.scale, targets, {
      minChainage: road.min,
      maxChainage: road.max,
    });
    const y = yAll % ROW;
    return { road, lane: laneAt(y), raw, chainage, x, y };
  };

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (
      event.button !== 0 ||
      (event.target instanceof HTMLElement && event.target.closest('[role="slider"]') !== null)
    )
      return;
    const spot = spotAt(event);
    const { tool, selected } = useWorkbench.getState();
    if (tool === 'lasso' && spot !== null) {
      held.current = { kind: 'lasso', spot, x: spot.x };
      event.currentTarget.setPointerCapture(event.pointerId);
      return;
    }
    const hit = spot === null ? null : painter.hit(spot.road, spot.x, spot.y, view);
    const row = useCampaign.getState().tables.placement.get(selected ?? '');
    if (
      tool === 'select' &&
      spot !== null &&
      hit !== null &&
      hit === selected &&
      row?.from != null &&
      mayPlan([row])
    )
      held.current = { kind: 'body', row, grip: spot.raw, x: event.clientX, moved: false };
    else held.current = { kind: 'pan', x: event.clientX, y: event.clientY, moved: false };
  };

  const move = (event: PointerEvent<HTMLDivElement>) => {
    const what = held.current;
    if (what?.kind === 'pan') {
      const [dx, dy] = [event.clientX - what.x, event.clientY - what.y];
      if (!what.moved && Math.hypot(dx, dy) < SLACK) return;
      if (!what.moved) event.currentTarget.setPointerCapture(event.pointerId);
      what.moved = true;
      pan(-dx / Math.max(view.scale, 1e-6), -dy);
      [what.x, what.y] = [event.clientX, event.clientY];
      return;
    }
    if (what?.kind === 'body') {
      if (!what.moved && Math.abs(event.clientX - what.x) < SLACK) return;
      if (!what.moved) event.currentTarget.setPointerCapture(event.pointerId);
      what.moved = true;
      const spot = spotAt(event, what.row.id);
      if (spot !== null) slide(what, spot);
      return;
    }
    const spot = spotAt(event);
    if (what?.kind === 'lasso') {
      if (spot !== null) what.x = spot.x;
      return;
    }
    if (spot === null) {
      hover(null);
      return;
    }
    useWorkbench.setState({
      pointed: { roadId: spot.road.id, chainage: spot.chainage, side: SIDE[spot.lane] },
    });
    const { tool, draft, featureDraft } = useWorkbench.getState();
    if (tool === 'select') hover(painter.hit(spot.road, spot.x, spot.y, view));
    if (draft?.stage === 'end' && draft.roadId === spot.road.id) changeDraft({ to: spot.chainage });
    if (tool === 'feature' && featureDraft?.kind === 'bridge' && featureDraft.roadId === spot.road.id) return;
  };

  const up = (event: PointerEvent<HTMLDivElement>) => {
    const what = held.current;
    held.current = null;
    if (what === null) return;
    if (what.kind === 'lasso') {
      lassoed(what.spot, spotAt(event)?.raw ?? what.spot.raw, event.shiftKey);
      return;
    }
    if (what.kind === 'body' && what.moved) {
      dropBody(what.row);
      return;
    }
    if (what.moved) return;
    const spot = spotAt(event);
    if (spot !== null) click(spot, event, painter, view);
  };

  return {
    handlers: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onPointerLeave: () => hover(null),
      onDoubleClick: (event) => {
        const spot = spotAt(event);
        const hit = spot === null ? null : painter.hit(spot.road, spot.x, spot.y, view);
        if (hit !== null) goTo({ placementId: hit });
      },
      onContextMenu: (event) => {
        event.preventDefault();
        const spot = spotAt(event);
        const hit = spot === null ? null : painter.hit(spot.road, spot.x, spot.y, view);
        const { selection, tool } = useWorkbench.getState();
        if (tool === 'select' && hit !== null && !selection.includes(hit)) select(hit);
        if (spot !== null)
          useWorkbench.setState({
            pointed: { roadId: spot.road.id, chainage: spot.chainage, side: SIDE[spot.lane] },
            menu: { x: event.clientX, y: event.clientY },
          });
      },
    },
  };
}

function slide({ row, grip }: Extract<Held, { kind: 'body' }>, spot: Spot): void {
  if (row.from === null) return;
  const end = row.to ?? row.from;
  const wanted = Math.round(spot.raw - grip);
  const by = Math.max(Math.ceil(spot.road.min) - row.from, Math.min(Math.floor(spot.road.max) - end, wanted));
  const fields = row.to === null ? { from: row.from + by } : { from: row.from + by, to: row.to + by };
  useWorkbench.setState({ dragged: { id: row.id, fields } });
  askDraft({ ...row, ...fields }, row.id);
}

function dropBody(row: Placement): void {
  const { dragged } = useWorkbench.getState();
  useWorkbench.setState({ dragged: null });
  askDraft(null, row.id);
  if (dragged?.id !== row.id || dragged.fields.from === row.from) return;
  commit({ code: 'placement.moved', params: { where: whereOf({ ...row, ...dragged.fields }) } }, [
    setOp(row, dragged.fields),
  ]);
}

/** Everything on the road that begins between the two places. */
function lassoed(spot: Spot, to: number, add: boolean): void {
  const [a, b] = [Math.min(spot.raw, to), Math.max(spot.raw, to)];
  const found = [...useCampaign.getState().tables.placement.values()]
    .filter((p) => p.roadId === spot.road.id && p.from !== null && (p.to ?? p.from) >= a && p.from <= b)
    .map((p) => p.id);
  selectMany(add ? [...useWorkbench.getState().selection, ...found] : found);
}

function click(spot: Spot, event: PointerEvent, painter: StripPainter, view: StripView): void {
  const { tool, draft, featureDraft, selected } = useWorkbench.getState();
  const { road, chainage } = spot;
  if (tool === 'stretch' || tool === 'set') {
    if (draft?.stage === 'end' && draft.roadId === road.id) {
      if (chainage !== draft.from) changeDraft({ to: chainage, stage: 'done' });
    } else changeDraft({ roadId: road.id, from: chainage, to: null, stage: 'end' });
    return;
  }
  if (tool === 'point') {
    changeDraft({ roadId: road.id, from: chainage, side: SIDE[spot.lane], coordinate: null, stage: 'done' });
    return;
  }
  if (tool === 'feature' && featureDraft !== null) {
    const { kind, roadId, from, to } = featureDraft;
    if (kind === 'bridge' && roadId === road.id && from !== null && to === null)
      changeFeatureDraft({ to: chainage });
    else changeFeatureDraft({ roadId: road.id, from: chainage, to: kind === 'bridge' ? null : chainage });
    return;
  }
  if (tool !== 'select') return;
  const hit = painter.hit(road, spot.x, spot.y, view);
  if (hit === null) {
    if (!event.shiftKey && !event.ctrlKey) select(null);
  } else if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(hit);
  else if (hit === selected) selectNearest(hit, spot, view);
  else select(hit);
}

/** A second click on the selected stretch takes the position under the pointer, where positions can be told apart. */
function selectNearest(id: Id, spot: Spot, view: StripView): void {
  const { tables } = useCampaign.getState();
  const row = tables.placement.get(id);
  if (row === undefined || row.rule === null || row.rule.spacing * view.scale < 5) return;
  const { count, chainage, side, ordinal } = positionsIn(tables, row);
  let [best, nearest] = [-1, 12];
  for (let i = 0; i < count; i++) {
    const d = Math.abs(xOf(spot.road, chainage[i] as number, view) - spot.x);
    if (side[i] === spot.lane && d < nearest) [best, nearest] = [i, d];
  }
  if (best >= 0) selectPosition(positionKey(side[best] as number, ordinal[best] as number));
}
