/** The straight-line diagram (sơ đồ tuyến): the same plan as on the map, unrolled along its chainage. */
import { ActionIcon, MultiSelect, Tooltip, useComputedColorScheme } from '@mantine/core';
import { IconArrowsHorizontal, IconPrinter, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useRows } from '../../data/campaign/rows.ts';
import { useFindingsByPlacement } from '../../data/checks/findings.ts';
import { useMatching } from '../../data/table/matching.ts';
import { useDrafts } from '../../data/workbench/drafts.ts';
import { useOnlySelected, useSelectedIds, useSelection } from '../../data/workbench/selection.ts';
import { showStrip, useView } from '../../data/workbench/view.ts';
import { marksOf } from '../../domain/checks/finding.ts';
import type { Id } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { StripHandles } from './StripHandles.tsx';
import { StripPrint } from './StripPrint.tsx';
import styles from './strip.module.css';
import { chainageAt, GUTTER, ROW, type StripView as View } from './stripLayout.ts';
import { DRAFT_ITEM, type StripRoad } from './stripModel.ts';
import { StripPainter } from './stripPainter.ts';
import { useStripRoads } from './useStripRoads.ts';
import { useStripTools } from './useStripTools.ts';

/** A road in full down to a hundred metres across the screen. */
const CLOSEST = 14;

export function StripView() {
  const { t } = useTranslation();
  const wrap = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [view, setView] = useState<{ scale: number; left: number; top: number }>({
    scale: 0,
    left: 0,
    top: 0,
  });
  const [painter] = useState(() => new StripPainter());
  const [printing, setPrinting] = useState(false);
  const roads = useStripRoads();
  const longest = Math.max(1, ...roads.map((r) => r.max - r.min));
  const whole = size.width > GUTTER ? (size.width - GUTTER - 16) / longest : 0;
  const scale = view.scale === 0 ? whole : Math.max(Math.min(whole, CLOSEST), Math.min(CLOSEST, view.scale));
  const span = size.width > GUTTER && scale > 0 ? (size.width - GUTTER) / scale : 1;
  const clampLeft = (left: number, visible = span) =>
    Math.max(-20 / Math.max(scale, 1e-6), Math.min(Math.max(0, longest - visible * 0.98), left));
  const v: View = { scale, left: clampLeft(view.left), top: view.top, ...size };
  useEffect(() => {
    const element = wrap.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const zoom = (by: number, atX = GUTTER + (size.width - GUTTER) / 2) => {
    const next = Math.max(Math.min(whole, CLOSEST), Math.min(CLOSEST, scale * by));
    const metres = v.left + (atX - GUTTER) / scale;
    setView({ scale: next, left: metres - (atX - GUTTER) / next, top: v.top });
  };
  const pan = (metres: number, down = 0) =>
    setView({
      scale,
      left: clampLeft(v.left + metres),
      top: Math.max(0, Math.min(Math.max(0, roads.length * ROW - size.height), v.top + down)),
    });
  const tools = useStripTools({ wrap, roads, view: v, zoom, pan });
  useStripPaint({ canvas, painter, roads, view: v });
  useFollow(roads, v, (left, next) => setView({ scale: next, left, top: 0 }));
  const pressed = (event: KeyboardEvent) => {
    if (event.target !== wrap.current) return;
    const step = span / 6;
    const act = {
      ArrowLeft: () => pan(-step),
      ArrowRight: () => pan(step),
      ArrowUp: () => pan(0, -ROW / 2),
      ArrowDown: () => pan(0, ROW / 2),
      '+': () => zoom(1.5),
      '=': () => zoom(1.5),
      '-': () => zoom(1 / 1.5),
      '0': () => setView({ scale: 0, left: 0, top: 0 }),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const [first] = roads;
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <RoadsPicker />
        {first !== undefined && (
          <span className={styles.range}>
            {roadLabel({ code: first.label, name: '' })} ·{' '}
            {formatChainage(Math.max(first.min, chainageAt(first, GUTTER, v)))} –{' '}
            {bareChainage(Math.min(first.max, chainageAt(first, size.width, v)))}
          </span>
        )}
        <Tooltip label={t('strip.whole')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('strip.whole')}
            onClick={() => setView({ scale: 0, left: 0, top: 0 })}
          >
            <IconArrowsHorizontal size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        <ActionIcon variant="subtle" color="gray" aria-label={t('map.zoomOut')} onClick={() => zoom(1 / 1.6)}>
          <IconZoomOut size={18} stroke={1.75} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('map.zoomIn')} onClick={() => zoom(1.6)}>
          <IconZoomIn size={18} stroke={1.75} />
        </ActionIcon>
        <Tooltip label={t('strip.print')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('strip.print')}
            disabled={first === undefined}
            onClick={() => setPrinting(true)}
          >
            <IconPrinter size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing that is worked in has no element of its own */}
      <div
        ref={wrap}
        className={styles.wrap}
        role="group"
        aria-label={t('strip.label')}
        aria-roledescription={t('strip.role')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is panned and zoomed by keyboard
        tabIndex={0}
        data-testid="strip"
        data-scale={scale}
        data-left={v.left}
        onKeyDown={pressed}
        {...tools.handlers}
      >
        <canvas ref={canvas} className={styles.canvas} aria-hidden />
        {roads.length === 0 && <p className={styles.empty}>{t('strip.empty')}</p>}
        <StripHandles roads={roads} view={v} pan={pan} />
      </div>
      {printing && first !== undefined && <StripPrint road={first} onClose={() => setPrinting(false)} />}
    </div>
  );
}

function RoadsPicker() {
  const { t } = useTranslation();
  const roads = useRows('road');
  const chosen = useView((s) => s.stripRoadIds);
  const data = useMemo(
    () =>
      roads
        .map((r) => ({ value: r.id, label: roadLabel(r) }))
        .sort((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true })),
    [roads],
  );
  return (
    <MultiSelect
      size="xs"
      className={styles.picker ?? ''}
      aria-label={t('strip.roads')}
      placeholder={chosen.length === 0 ? t('strip.follow') : ''}
      data={data}
      value={[...chosen]}
      maxValues={8}
      limit={60}
      searchable
      clearable
      onChange={showStrip}
    />
  );
}

interface PaintParts {
  readonly canvas: React.RefObject<HTMLCanvasElement | null>;
  readonly painter: StripPainter;
  readonly roads: readonly StripRoad[];
  readonly view: View;
}

/** Paints in the next frame, however much changed before it. */
function useStripPaint({ canvas, painter, roads, view }: PaintParts): void {
  const { t } = useTranslation();
  const dark = useComputedColorScheme('light') === 'dark';
  const selection = useSelectedIds('placement');
  const hovered = useSelection((s) => s.hovered);
  const pointed = useSelection((s) => s.pointed);
  const featureDraft = useDrafts((s) => s.featureDraft);
  const ground = useOnlySelected('roadFeature', 'noGoArea');
  const matching = useMatching();
  const findings = useFindingsByPlacement();
  const frame = useRef(0);
  useEffect(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (element == null || context == null || view.width === 0) return;
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
      if (element.width !== width || element.height !== height) {
        element.width = width;
        element.height = height;
      }
      painter.paint(context, roads, view, ratio, {
        ground: ground?.id ?? null,
        emphasised: new Set([DRAFT_ITEM, ...selection, ...(hovered === null ? [] : [hovered])]),
        matching,
        marks: marksOf(findings),
        pointed,
        draft:
          featureDraft?.roadId != null && featureDraft.from !== null && featureDraft.to !== null
            ? { roadId: featureDraft.roadId, from: featureDraft.from, to: featureDraft.to }
            : null,
        words: { left: t('strip.left'), median: t('strip.median'), right: t('strip.right') },
        dark,
      });
    });
    return () => cancelAnimationFrame(frame.current);
  });
}

/** Brings a newly selected placement, or a place that was asked for, into view. */
function useFollow(
  roads: readonly StripRoad[],
  view: View,
  show: (left: number, scale: number) => void,
): void {
  const selected = useOnlySelected('placement')?.id ?? null;
  const goTo = useView((s) => s.goTo);
  const followed = useRef<{ readonly n: number; readonly selected: Id | null }>({ n: 0, selected: null });
  useEffect(() => {
    if (view.width === 0 || view.scale === 0) return;
    const n = goTo?.n ?? 0;
    if (n === followed.current.n && selected === followed.current.selected) return;
    const asked = n !== followed.current.n;
    const { tables } = useCampaign.getState();
    const row = tables.placement.get((asked ? goTo?.placementId : null) ?? selected ?? '');
    const place =
      asked && goTo?.roadId !== undefined && goTo.from !== undefined
        ? { roadId: goTo.roadId, from: goTo.from, to: goTo.to ?? goTo.from }
        : row?.roadId != null && row.from !== null
          ? { roadId: row.roadId, from: row.from, to: row.to ?? row.from }
          : null;
    const road = roads.find((r) => r.id === place?.roadId);
    if (place === null || road === undefined) return;
    followed.current = { n, selected };
    const span = (view.width - GUTTER) / view.scale;
    const [a, b] = [place.from - road.min, place.to - road.min];
    // What is chosen needs only be seen; what is asked for, or being laid, needs room to work in.
    const enough = asked ? span / 8 : b === a ? 0 : span / 60;
    if (a >= view.left && b <= view.left + span && b - a >= enough) return;
    const wanted = Math.max(400, (b - a) * 1.6);
    show((a + b) / 2 - wanted / 2, (view.width - GUTTER) / wanted);
  }, [selected, goTo, roads, view, show]);
}
