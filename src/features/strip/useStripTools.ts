/** What the pointer does on the diagram, by the tool in hand: the same gestures as on the map, to the metre. */

import {
  type HTMLAttributes,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import { commitSeen, useCampaign } from '../../data/campaign.ts';
import { askDraft } from '../../data/checks/findings.ts';
import { setOp, whereOf } from '../../data/commands/chosen.ts';
import { may } from '../../data/may.ts';
import { changeDraft, changeFeatureDraft, goTo, hover, select, useWorkbench } from '../../data/workbench.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Result } from '../../domain/model/result.ts';
import type { Id } from '../../domain/model/rows.ts';
import { snapTargets } from '../../domain/plan/snapTargets.ts';
import { settle } from '../../domain/road/snapping.ts';
import { useTell } from '../../ui/tell.ts';
import { click, lassoed, SIDE, type Spot } from './stripClick.ts';
import { hitKilometre, hitPlacement } from './stripHit.ts';
import { chainageAt, GUTTER, laneAt, ROW, type StripView } from './stripLayout.ts';
import type { StripRoad } from './stripModel.ts';

interface Parts {
  readonly wrap: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly roads: readonly StripRoad[];
  readonly view: StripView;
  readonly zoom: (by: number, atX: number) => void;
  readonly pan: (metres: number, down?: number) => void;
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
  | { readonly kind: 'lasso'; readonly spot: Spot; x: number }
  | { readonly kind: 'post'; readonly km: number; moved: boolean };

const SLACK = 4;

export function useStripTools(parts: Parts): { readonly handlers: HTMLAttributes<HTMLDivElement> } {
  const tell = useTell();
  const { wrap, roads, view, pan } = parts;
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
    const { tool, selected, featureDraft } = useWorkbench.getState();
    const km =
      tool === 'feature' && featureDraft?.kind === 'km-post' && spot !== null
        ? hitKilometre(spot.road, spot.x, spot.y, view)
        : null;
    if (km !== null) {
      held.current = { kind: 'post', km, moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
      return;
    }
    if (tool === 'lasso' && spot !== null) {
      held.current = { kind: 'lasso', spot, x: spot.x };
      event.currentTarget.setPointerCapture(event.pointerId);
      return;
    }
    const hit = spot === null ? null : hitPlacement(spot.road, spot.x, spot.y, view);
    const row = useCampaign.getState().tables.placement.get(selected ?? '');
    if (
      tool === 'select' &&
      spot !== null &&
      hit !== null &&
      hit === selected &&
      row?.from != null &&
      may.plan([row])
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
    if (what?.kind === 'post') {
      what.moved = true;
      if (spot !== null) slidePost(what.km, spot);
      return;
    }
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
    if (tool === 'select') hover(hitPlacement(spot.road, spot.x, spot.y, view));
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
      tell(dropBody(what.row));
      return;
    }
    if (what.moved || what.kind === 'post') return;
    const spot = spotAt(event);
    if (spot !== null) click(spot, event, view);
  };

  return {
    handlers: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onPointerLeave: () => hover(null),
      onDoubleClick: (event) => {
        const spot = spotAt(event);
        const hit = spot === null ? null : hitPlacement(spot.road, spot.x, spot.y, view);
        if (hit !== null) goTo({ placementId: hit });
      },
      onContextMenu: (event) => {
        event.preventDefault();
        const spot = spotAt(event);
        const hit = spot === null ? null : hitPlacement(spot.road, spot.x, spot.y, view);
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

/** A post follows the hand: what it reads stays, where it stands moves. */
function slidePost(km: number, { road, raw }: Spot): void {
  const at = Math.round(raw * 10) / 10;
  changeFeatureDraft({ roadId: road.id, from: at, to: at, says: km * 1000, name: '' });
}

function dropBody(row: Placement): Result<unknown> | null {
  const { dragged } = useWorkbench.getState();
  useWorkbench.setState({ dragged: null });
  askDraft(null, row.id);
  if (dragged?.id !== row.id || dragged.fields.from === row.from) return null;
  const note = { code: 'placement.moved', params: { where: whereOf({ ...row, ...dragged.fields }) } };
  return commitSeen(note, [setOp(row, dragged.fields)], [row]);
}
