/** The diagram on paper: rows to scale, several a page, with a legend. The browser prints it, or keeps it as a PDF. */
import { Button, Group, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useCampaignRow, useTable } from '../../../data/campaign/rows.ts';
import { STAGES, stageOf } from '../../../domain/progress/stage.ts';
import { bareChainage, formatChainage } from '../../../domain/road/chainageText.ts';
import { Dialog } from '../../../ui/components/Dialog.tsx';
import { useFormat } from '../../../ui/format.ts';
import { useNameOf } from '../../../ui/nameOf.ts';
import { AssetSymbol } from '../../../ui/symbols/AssetSymbol.tsx';
import { LINES } from '../../../ui/symbols/sprites.ts';
import { StripPainter } from '../paint/stripPainter.ts';
import { usePieces } from '../paint/usePieces.ts';
import { GUTTER, ROW } from '../stripLayout.ts';
import type { StripRoad } from '../stripModel.ts';
import { PAPERS, type Paper, type PaperRow, PX_PER_MM, planPaper, SCALES } from './paper.ts';
import styles from './stripPrint.module.css';

/** Dots a CSS pixel: 300 to the inch. */
const SHARPNESS = 300 / 96;
const HEAD_MM = 20;

interface Props {
  readonly road: StripRoad;
  readonly onClose: () => void;
}

export function StripPrint({ road, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [paper, setPaper] = useState<Paper>('A4');
  const [scale, setScale] = useState<number>(10_000);
  const [printing, setPrinting] = useState(false);
  const plan = planPaper(road, paper, scale, { gutter: GUTTER, rowHeight: ROW, head: HEAD_MM });
  return (
    <Dialog opened onClose={onClose} title={t('strip.printTitle', { road: road.label })} size="sm">
      <Select
        label={t('strip.paper')}
        data={[
          { value: 'A4', label: t('strip.paper.A4') },
          { value: 'A3', label: t('strip.paper.A3') },
        ]}
        value={paper}
        allowDeselect={false}
        onChange={(p) => setPaper((p ?? 'A4') as Paper)}
      />
      <Select
        mt="sm"
        label={t('strip.scale')}
        data={SCALES.map((s) => ({ value: String(s), label: `1:${format.number(s)}` }))}
        value={String(scale)}
        allowDeselect={false}
        onChange={(s) => setScale(Number(s))}
      />
      <p>
        {t('strip.printSum', {
          rows: format.number(plan.rows.length),
          pages: format.number(plan.pages),
        })}
      </p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button loading={printing} onClick={() => setPrinting(true)}>
          {t('strip.printNow')}
        </Button>
      </Group>
      {printing &&
        createPortal(
          <Pages road={road} paper={paper} scale={scale} onReady={() => print(() => setPrinting(false))} />,
          document.body,
        )}
    </Dialog>
  );
}

/** The browser's own dialog; it returns when the person has printed or given up. */
function print(done: () => void): void {
  document.body.classList.add('printing-strip');
  window.addEventListener(
    'afterprint',
    () => {
      document.body.classList.remove('printing-strip');
      done();
    },
    { once: true },
  );
  window.print();
}

interface PagesProps {
  readonly road: StripRoad;
  readonly paper: Paper;
  readonly scale: number;
  readonly onReady: () => void;
}

function Pages({ road, paper, scale, onReady }: PagesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const campaign = useCampaignRow();
  const number = useCampaign((s) => s.number);
  const plan = planPaper(road, paper, scale, { gutter: GUTTER, rowHeight: ROW, head: HEAD_MM });
  const [painter] = useState(() => new StripPainter());
  const painted = useRef(0);
  const ready = () => {
    painted.current++;
    if (painted.current === plan.rows.length) setTimeout(onReady, 50);
  };
  const pages = Array.from({ length: plan.pages }, (_, i) =>
    plan.rows.slice(i * plan.perPage, (i + 1) * plan.perPage),
  );
  return (
    <div className={styles.pages} data-testid="strip-pages">
      <style>{`@page { size: ${paper} landscape; margin: 10mm; }`}</style>
      {pages.map((rows, i) => (
        <section
          key={rows[0]?.from ?? 0}
          className={styles.page}
          style={{ width: `${PAPERS[paper].width}mm` }}
        >
          <header className={styles.head}>
            <div>
              <h1>
                {t('strip.printHead', {
                  road: road.name === '' ? road.label : `${road.name} (${road.label})`,
                })}
              </h1>
              <p>
                {campaign?.name} · {formatChainage(rows[0]?.from ?? 0)} –{' '}
                {bareChainage(rows[rows.length - 1]?.to ?? 0)} · 1:{format.number(scale)} ·{' '}
                {t('strip.change', { number: format.number(number) })} ·{' '}
                {t('strip.pageOf', { page: i + 1, pages: plan.pages })}
              </p>
            </div>
            <ScaleBar scale={scale} />
          </header>
          {rows.map((row) => (
            <Row
              key={row.from}
              road={road}
              row={row}
              paper={paper}
              pxPerMetre={plan.pxPerMetre}
              painter={painter}
              onPainted={ready}
            />
          ))}
          <Legend road={road} />
        </section>
      ))}
    </div>
  );
}

/** Five centimetres of paper, and what they are on the ground: the printer is checked with a ruler. */
function ScaleBar({ scale }: { readonly scale: number }) {
  const format = useFormat();
  return (
    <div className={styles.scaleBar}>
      <span>{format.length((50 * scale) / 1000)}</span>
      <i />
    </div>
  );
}

interface RowProps {
  readonly road: StripRoad;
  readonly row: PaperRow;
  readonly paper: Paper;
  readonly pxPerMetre: number;
  readonly painter: StripPainter;
  readonly onPainted: () => void;
}

function Row({ road, row, paper, pxPerMetre, painter, onPainted }: RowProps) {
  const { t } = useTranslation();
  const pieces = usePieces();
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = Math.floor(PAPERS[paper].width * PX_PER_MM);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row is painted once, when it comes to the page
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context == null) return;
    painter.paint(
      context,
      [road],
      { scale: pxPerMetre, left: row.from - road.min, top: 0, width, height: ROW },
      SHARPNESS,
      {
        ground: null,
        emphasised: new Set(),
        matching: null,
        marks: new Map(),
        pointed: null,
        draft: null,
        words: { left: t('strip.left'), median: t('strip.median'), right: t('strip.right') },
        pieces,
        dark: false,
      },
    );
    onPainted();
  }, []);
  return (
    <canvas
      ref={canvas}
      className={styles.row}
      width={Math.round(width * SHARPNESS)}
      height={Math.round(ROW * SHARPNESS)}
      style={{ width: `${width / PX_PER_MM}mm`, height: `${ROW / PX_PER_MM}mm` }}
      aria-hidden
    />
  );
}

function Legend({ road }: { readonly road: StripRoad }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const types = useTable('assetType');
  const tables = useCampaign((s) => s.tables);
  const here = [...tables.placement.values()].filter((p) => p.roadId === road.id);
  const shown = [...new Set(here.map((p) => p.assetTypeId))].flatMap((id) => types.get(id) ?? []);
  const states = STAGES.filter((s) => here.some((p) => stageOf(tables, p) === s));
  return (
    <footer className={styles.legend}>
      {shown.map((type) => (
        <span key={type.id}>
          <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={16} />
          {nameOf(type.name)}
        </span>
      ))}
      {states.map((state) => (
        <span key={state}>
          <svg width="26" height="10" aria-hidden="true">
            <rect
              x="1"
              y="1"
              width="24"
              height="8"
              fill="none"
              stroke={LINES[state].colour}
              strokeDasharray={LINES[state].dash.join(' ')}
            />
          </svg>
          {t(`state.${state}`)}
        </span>
      ))}
    </footer>
  );
}
