/** The straight-line diagram (sơ đồ tuyến): the same plan as on the map, unrolled along its chainage. */
import { ActionIcon, MultiSelect, Tooltip } from '@mantine/core';
import { IconArrowsHorizontal, IconPrinter, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTable } from '../../data/campaign/rows.ts';
import { showStrip, useView } from '../../data/workbench/view.ts';
import { roadChoices, roadTitles } from '../../domain/plan/roadFacts.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { useFormat } from '../../ui/format.ts';
import { StripHandles } from './hand/StripHandles.tsx';
import { useStripTools } from './hand/useStripTools.ts';
import { StripPainter } from './paint/stripPainter.ts';
import { useStripPaint } from './paint/useStripPaint.ts';
import { StripPrint } from './paper/StripPrint.tsx';
import styles from './strip.module.css';
import { chainageAt, GUTTER, ROW } from './stripLayout.ts';
import { useFollow } from './useFollow.ts';
import { useStripRoads } from './useStripRoads.ts';
import { useStripView } from './useStripView.ts';

export function StripView() {
  const { t } = useTranslation();
  const wrap = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [painter] = useState(() => new StripPainter());
  const [printing, setPrinting] = useState(false);
  const roads = useStripRoads();
  const { view: v, span, zoom, pan, showWhole, show } = useStripView(wrap, roads);
  const tools = useStripTools({ wrap, roads, view: v, zoom, pan });
  useStripPaint({ canvas, painter, roads, view: v });
  useFollow(roads, v, show);
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
      '0': showWhole,
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
            {bareChainage(Math.min(first.max, chainageAt(first, v.width, v)))}
          </span>
        )}
        <Tooltip label={t('strip.whole')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('strip.whole')} onClick={showWhole}>
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
        data-scale={v.scale}
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
  const format = useFormat();
  const road = useTable('road');
  const unit = useTable('unit');
  const chosen = useView((s) => s.stripRoadIds);
  const data = useMemo(
    () => roadChoices(roadTitles({ road, unit }, chosen), format.length),
    [road, unit, chosen, format],
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
