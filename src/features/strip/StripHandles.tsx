/** Handles at the ends of the selected stretch: dragged, or moved with the arrow keys metre by metre. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, useCampaign } from '../../data/campaign.ts';
import { askDraft } from '../../data/checks/findings.ts';
import { mayPlan, setOp, whereOf } from '../../data/commands/chosen.ts';
import { snapTargets } from '../../data/derived/snapTargets.ts';
import { useRow } from '../../data/hooks.ts';
import { useWorkbench } from '../../data/workbench.ts';
import type { Placement } from '../../domain/model/rows.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { settle } from '../../domain/road/snapping.ts';
import styles from './strip.module.css';
import type { StripRoad } from './stripModel.ts';
import { chainageAt, ROW, type StripPainter, type StripView, xOf } from './stripPainter.ts';

interface Props {
  readonly roads: readonly StripRoad[];
  readonly view: StripView;
  readonly painter: StripPainter;
}

export function StripHandles({ roads, view, painter }: Props) {
  const selected = useWorkbench((s) => s.selected);
  const dragged = useWorkbench((s) => s.dragged);
  const row = useRow('placement', selected);
  const at = roads.findIndex((r) => r.id === row?.roadId);
  const road = roads[at];
  if (row === undefined || road === undefined || row.rule === null || !mayPlan([row])) return null;
  const shown = dragged?.id === row.id ? { ...row, ...dragged.fields } : row;
  return painter.boxesOf(road, row.id).flatMap(({ y, h }, i) =>
    (['from', 'to'] as const).map((which) => {
      const x = xOf(road, shown[which] ?? 0, view);
      if (x < 60 || x > view.width + 8) return null;
      return (
        <End
          // biome-ignore lint/suspicious/noArrayIndexKey: the lanes of one placement keep their order
          key={`${which} ${i}`}
          row={row}
          which={which}
          chainage={shown[which] ?? 0}
          road={road}
          view={view}
          style={{ left: x, top: at * ROW - view.top + y - 1, height: h + 2 }}
        />
      );
    }),
  );
}

interface EndProps {
  readonly row: Placement;
  readonly which: 'from' | 'to';
  readonly chainage: number;
  readonly road: StripRoad;
  readonly view: StripView;
  readonly style: { readonly left: number; readonly top: number; readonly height: number };
}

function End({ row, which, chainage, road, view, style }: EndProps) {
  const { t } = useTranslation();
  const holding = useRef(false);
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!holding.current) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    const wanted = chainageAt(road, event.clientX - box.left, view);
    const settled = settle(
      wanted,
      1 / view.scale,
      snapTargets(useCampaign.getState().tables, road.id, row.id),
      {
        minChainage: road.min,
        maxChainage: road.max,
      },
    );
    dragEnd(row, which, settled.chainage);
  };
  const release = () => {
    if (!holding.current) return;
    holding.current = false;
    dropEnd(row, which);
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 100 : event.ctrlKey ? 1 : 10;
    const by = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    dragEnd(row, which, Math.max(road.min, Math.min(road.max, Math.round(chainage) + by)));
    dropEnd(row, which);
  };
  return (
    <div
      className={styles.handle}
      style={style}
      role="slider"
      tabIndex={0}
      aria-label={t(which === 'from' ? 'draft.from' : 'draft.to')}
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
function dropEnd(row: Placement, which: 'from' | 'to'): void {
  const value = useWorkbench.getState().dragged?.fields[which];
  useWorkbench.setState({ dragged: null });
  askDraft(null, row.id);
  if (typeof value !== 'number' || value === row[which] || row.from === null || row.to === null) return;
  const ends = which === 'from' ? [value, row.to] : [row.from, value];
  const fields = { from: Math.min(...ends), to: Math.max(...ends) };
  if (fields.from < fields.to)
    commit({ code: 'placement.moved', params: { where: whereOf({ ...row, ...fields }) } }, [
      setOp(row, fields),
    ]);
}
