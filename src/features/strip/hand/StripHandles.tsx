/** Handles at the ends of the selected stretch: dragged, or moved with the arrow keys metre by metre. */

import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { may } from '../../../data/campaign/may.ts';
import { useRow } from '../../../data/campaign/rows.ts';
import { draftEndDrag, type EndName, endDrag } from '../../../data/gestures/ends.ts';
import { featureEndDrag } from '../../../data/gestures/featureEnd.ts';
import type { EndDrag } from '../../../data/gestures/gesture.ts';
import { useDrafts } from '../../../data/workbench/drafts.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import { useUncommittedTables } from '../../../data/workbench/uncommitted.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { snapTargets } from '../../../domain/plan/snapTargets.ts';
import { formatChainage } from '../../../domain/road/chainageText.ts';
import { snap } from '../../../domain/road/snapping.ts';
import { useTell } from '../../../ui/tell.ts';
import styles from '../strip.module.css';
import { CENTRE_BOX, chainageAt, GUTTER, ROW, type StripView, xOf } from '../stripLayout.ts';
import { DRAFT_ITEM, type StripRoad } from '../stripModel.ts';
import { boxesOf } from './stripHit.ts';

interface Props {
  readonly roads: readonly StripRoad[];
  readonly view: StripView;
  /** Moves the view along the roads. */
  readonly pan: (metres: number) => void;
}

/** Nearer than this to the edge of the diagram, a held end pulls the view along: pixels, and at most so many a frame. */
const EDGE = 14;
const FASTEST = 12;

export function StripHandles(props: Props) {
  const ground = useOnlySelected('roadFeature', 'noGoArea');
  const drawing = useDrafts((s) => s.draft !== null);
  if (drawing) return <DraftEnds {...props} />;
  return ground === null ? <StretchEnds {...props} /> : <FeatureEnds {...props} />;
}

/** The ends of what is being drawn, once both are there. */
function DraftEnds(props: Props) {
  const draft = useDrafts((s) => s.draft);
  if (draft?.stage !== 'done') return null;
  return (
    <LaneEnds
      {...props}
      roadId={draft.roadId}
      itemId={DRAFT_ITEM}
      ends={draft}
      begin={(which) => draftEndDrag(which, draft[which])}
    />
  );
}

function StretchEnds(props: Props) {
  const selected = useOnlySelected('placement')?.id ?? null;
  const dragged = useDrafts((s) => s.dragged);
  const row = useRow('placement', selected);
  if (row === undefined || row.rule === null || !may.plan([row])) return null;
  return (
    <LaneEnds
      {...props}
      roadId={row.roadId}
      itemId={row.id}
      ends={dragged?.id === row.id ? { ...row, ...dragged.fields } : row}
      begin={(which) => endDrag(row, which)}
    />
  );
}

interface LaneEndsProps extends Props {
  readonly roadId: Id | null;
  readonly itemId: Id;
  readonly ends: { readonly from: number | null; readonly to: number | null };
  readonly begin: (which: EndName) => EndDrag;
}

/** Two handles in every lane that a stretch has a bar in. */
function LaneEnds({ roads, view, pan, roadId, itemId, ends, begin }: LaneEndsProps) {
  const { t } = useTranslation();
  const at = roads.findIndex((r) => r.id === roadId);
  const road = roads[at];
  if (road === undefined) return null;
  return boxesOf(road, itemId).flatMap(({ y, h }, i) =>
    (['from', 'to'] as const).map((which) => (
      <End
        // biome-ignore lint/suspicious/noArrayIndexKey: the lanes of one placement keep their order
        key={`${which} ${i}`}
        label={t(which === 'from' ? 'draft.from' : 'draft.to')}
        chainage={ends[which] ?? 0}
        road={road}
        view={view}
        pan={pan}
        without={itemId}
        top={at * ROW - view.top + y - 1}
        height={h + 2}
        begin={() => begin(which)}
      />
    )),
  );
}

/** The ends of the selected bridge, or the place of what has one. */
function FeatureEnds({ roads, view, pan }: Props) {
  const { t } = useTranslation();
  const ground = useOnlySelected('roadFeature', 'noGoArea');
  const { roadFeature } = useUncommittedTables();
  const row = ground?.entity === 'roadFeature' ? roadFeature.get(ground.id) : undefined;
  const at = roads.findIndex((r) => r.id === row?.roadId);
  const road = roads[at];
  if (row === undefined || road === undefined || !may.change('roadFeature', row, 'from')) return null;
  const { top, height } = CENTRE_BOX;
  const single = row.kind !== 'bridge';
  return (single ? (['from'] as const) : (['from', 'to'] as const)).map((which) => (
    <End
      key={which}
      label={`${row.name} · ${t(single ? 'draft.at' : which === 'from' ? 'draft.from' : 'draft.to')}`}
      chainage={row[which]}
      road={road}
      view={view}
      pan={pan}
      without={null}
      top={at * ROW - view.top + top - 2}
      height={height + 4}
      begin={() => featureEndDrag(row, which)}
    />
  ));
}

interface EndProps {
  readonly label: string;
  readonly chainage: number;
  readonly road: StripRoad;
  readonly view: StripView;
  readonly pan: (metres: number) => void;
  /** What is being dragged does not snap to itself. */
  readonly without: Id | null;
  readonly top: number;
  readonly height: number;
  readonly begin: () => EndDrag;
}

function End({ label, chainage, road, view, pan, without, top, height, begin }: EndProps) {
  const tell = useTell();
  const held = useRef<EndDrag | null>(null);
  /** Where the pointer has dragged it to, in pixels from the left of the diagram; null before it moved. */
  const [hand, setHand] = useState<number | null>(null);
  /** Puts the end where the pointer is, at the edge at the farthest; gives how far beyond the edge that is. */
  const follow = useEffectEvent((at: number) => {
    const inside = Math.max(GUTTER, Math.min(view.width, at));
    const targets = snapTargets(useCampaign.getState().tables, road.id, without);
    const limits = { minChainage: road.min, maxChainage: road.max };
    held.current?.move(snap(chainageAt(road, inside, view), 1 / view.scale, targets, limits).chainage);
    return Math.min(0, at - GUTTER - EDGE) + Math.max(0, at - view.width + EDGE);
  });
  const pull = useEffectEvent((beyond: number) =>
    pan(Math.max(-FASTEST, Math.min(FASTEST, beyond)) / view.scale),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever the road has moved under the hand
  useEffect(() => {
    const beyond = hand === null ? 0 : follow(hand);
    if (beyond === 0) return;
    const frame = requestAnimationFrame(() => pull(beyond));
    return () => cancelAnimationFrame(frame);
  }, [hand, view.left, view.scale]);
  const x = xOf(road, chainage, view);
  if (held.current === null && (x < 60 || x > view.width + 8)) return null;
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (held.current !== null && box !== undefined) setHand(event.clientX - box.left);
  };
  const letGo = (keep: boolean) => {
    const drag = held.current;
    held.current = null;
    setHand(null);
    if (keep) tell(drag?.release() ?? null);
    else drag?.cancel();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && held.current !== null) {
      event.stopPropagation();
      letGo(false);
      return;
    }
    const step = event.shiftKey ? 100 : event.ctrlKey ? 1 : 10;
    const by = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const drag = begin();
    drag.move(Math.max(road.min, Math.min(road.max, Math.round(chainage) + by)));
    tell(drag.release());
  };
  return (
    <div
      className={styles.handle}
      style={{ left: x, top, height }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={Math.round(road.min)}
      aria-valuemax={Math.round(road.max)}
      aria-valuenow={Math.round(chainage)}
      aria-valuetext={formatChainage(chainage)}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = begin();
      }}
      onPointerMove={move}
      onPointerUp={() => letGo(true)}
      onPointerCancel={() => letGo(false)}
      onKeyDown={pressed}
    />
  );
}
