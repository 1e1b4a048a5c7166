/** Handles at the ends of the selected stretch: dragged, or moved with the arrow keys metre by metre. */

import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commitSeen, useCampaign } from '../../data/campaign.ts';
import { askDraft } from '../../data/checks/findings.ts';
import { setOp, whereOf } from '../../data/commands/chosen.ts';
import { dropTrial } from '../../data/commands/ground.ts';
import { useTrialTables } from '../../data/derived/trial.ts';
import { useRow } from '../../data/hooks.ts';
import { may } from '../../data/may.ts';
import { changeDraft, useWorkbench } from '../../data/workbench.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Result } from '../../domain/model/result.ts';
import type { Id } from '../../domain/model/rows.ts';
import { snapTargets } from '../../domain/plan/snapTargets.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { settle } from '../../domain/road/snapping.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './strip.module.css';
import { boxesOf } from './stripHit.ts';
import { CENTRE_BOX, chainageAt, GUTTER, ROW, type StripView, xOf } from './stripLayout.ts';
import { DRAFT_ITEM, type StripRoad } from './stripModel.ts';

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
  const ground = useWorkbench((s) => s.ground);
  const drawing = useWorkbench((s) => s.draft !== null);
  if (drawing) return <DraftEnds {...props} />;
  return ground === null ? <StretchEnds {...props} /> : <FeatureEnds {...props} />;
}

/** The ends of what is being drawn, once both are there. */
function DraftEnds(props: Props) {
  const draft = useWorkbench((s) => s.draft);
  if (draft?.stage !== 'done') return null;
  return (
    <LaneEnds
      {...props}
      roadId={draft.roadId}
      itemId={DRAFT_ITEM}
      ends={draft}
      onDrag={(which, c) => changeDraft({ [which]: c })}
      onDrop={() => {}}
    />
  );
}

function StretchEnds(props: Props) {
  const selected = useWorkbench((s) => s.selected);
  const dragged = useWorkbench((s) => s.dragged);
  const tell = useTell();
  const row = useRow('placement', selected);
  if (row === undefined || row.rule === null || !may.plan([row])) return null;
  return (
    <LaneEnds
      {...props}
      roadId={row.roadId}
      itemId={row.id}
      ends={dragged?.id === row.id ? { ...row, ...dragged.fields } : row}
      onDrag={(which, c) => dragEnd(row, which, c)}
      onDrop={(which) => tell(dropEnd(row, which))}
    />
  );
}

type EndName = 'from' | 'to';

interface LaneEndsProps extends Props {
  readonly roadId: Id | null;
  readonly itemId: Id;
  readonly ends: { readonly from: number | null; readonly to: number | null };
  readonly onDrag: (which: EndName, chainage: number) => void;
  readonly onDrop: (which: EndName) => void;
}

/** Two handles in every lane that a stretch has a bar in. */
function LaneEnds({ roads, view, pan, roadId, itemId, ends, onDrag, onDrop }: LaneEndsProps) {
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
        onDrag={(c) => onDrag(which, c)}
        onDrop={() => onDrop(which)}
      />
    )),
  );
}

/** The ends of the selected bridge, or the place of what has one. */
function FeatureEnds({ roads, view, pan }: Props) {
  const { t } = useTranslation();
  const tell = useTell();
  const ground = useWorkbench((s) => s.ground);
  const { roadFeature } = useTrialTables();
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
      onDrag={(c) => {
        const { trial } = useWorkbench.getState();
        const before = trial?.entity === 'roadFeature' && trial.id === row.id ? trial.fields : {};
        const fields = single ? { from: c, to: c } : { ...before, [which]: c };
        useWorkbench.setState({ trial: { entity: 'roadFeature', id: row.id, fields } });
      }}
      onDrop={() => tell(dropTrial())}
    />
  ));
}

interface EndProps {
  readonly label: string;
  readonly chainage: number;
  readonly road: StripRoad;
  readonly view: StripView;
  readonly pan: (metres: number) => void;
  /** What is being dragged does not settle on itself. */
  readonly without: Id | null;
  readonly top: number;
  readonly height: number;
  readonly onDrag: (chainage: number) => void;
  readonly onDrop: () => void;
}

function End({ label, chainage, road, view, pan, without, top, height, onDrag, onDrop }: EndProps) {
  const holding = useRef(false);
  /** Where the hand has dragged it to, in pixels from the left of the diagram; null before it moved. */
  const [hand, setHand] = useState<number | null>(null);
  /** Puts the end where the hand is, at the edge at the farthest; gives how far beyond the edge the hand is. */
  const follow = useEffectEvent((at: number) => {
    const inside = Math.max(GUTTER, Math.min(view.width, at));
    const targets = snapTargets(useCampaign.getState().tables, road.id, without);
    const limits = { minChainage: road.min, maxChainage: road.max };
    onDrag(settle(chainageAt(road, inside, view), 1 / view.scale, targets, limits).chainage);
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
  if (!holding.current && (x < 60 || x > view.width + 8)) return null;
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (holding.current && box !== undefined) setHand(event.clientX - box.left);
  };
  const release = () => {
    if (!holding.current) return;
    holding.current = false;
    setHand(null);
    onDrop();
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 100 : event.ctrlKey ? 1 : 10;
    const by = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onDrag(Math.max(road.min, Math.min(road.max, Math.round(chainage) + by)));
    onDrop();
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
        holding.current = true;
      }}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={pressed}
    />
  );
}

function dragEnd(row: Placement, which: 'from' | 'to', chainage: number): void {
  useWorkbench.setState({ dragged: { id: row.id, fields: { [which]: chainage } } });
  askDraft({ ...row, [which]: chainage }, row.id);
}

/** An end dragged past the other changes places with it: a stretch always runs with the chainage. */
function dropEnd(row: Placement, which: 'from' | 'to'): Result<unknown> | null {
  const value = useWorkbench.getState().dragged?.fields[which];
  useWorkbench.setState({ dragged: null });
  askDraft(null, row.id);
  if (typeof value !== 'number' || value === row[which] || row.from === null || row.to === null) return null;
  const ends = which === 'from' ? [value, row.to] : [row.from, value];
  const fields = { from: Math.min(...ends), to: Math.max(...ends) };
  if (fields.from >= fields.to) return null;
  const note = { code: 'placement.moved', params: { where: whereOf({ ...row, ...fields }) } };
  return commitSeen(note, [setOp(row, fields)], [row]);
}
