/** The roads of a file on a canvas of their own, fitted to view: what will be imported dark, the rest pale. */
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { perObject } from '../../domain/memo.ts';
import type { OfferedRoad } from '../../domain/road/import/planImport.ts';
import { type PaintedLine, paintedLine, trace } from '../../ui/map/roadPainter.ts';
import styles from './exchange.module.css';

interface Props {
  readonly roads: readonly OfferedRoad[];
  readonly taken: ReadonlySet<string>;
  readonly hovered: string | null;
}

const lineOf = perObject(({ key, road }: OfferedRoad): PaintedLine | null =>
  road === null ? null : paintedLine(key, 0, road.fields.line),
);

export function PreviewMap({ roads, taken, hovered }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useComputedColorScheme('light') === 'dark';
  const box = useMemo(() => {
    let [w, n, e, s] = [Infinity, Infinity, -Infinity, -Infinity];
    // One line that leaps over the earth must not make points of all others.
    const sane = roads.filter((r) => r.road !== null && r.leftOut !== 'jump');
    for (const road of sane.length > 0 ? sane : roads) {
      const line = lineOf(road);
      if (line === null) continue;
      w = Math.min(w, line.box[0]);
      n = Math.min(n, line.box[1]);
      e = Math.max(e, line.box[2]);
      s = Math.max(s, line.box[3]);
    }
    return [w, n, e, s] as const;
  }, [roads]);
  useEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (target == null || context == null) return;
    const frame = requestAnimationFrame(() => {
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      const { clientWidth: width, clientHeight: height } = target;
      target.width = width * ratio;
      target.height = height * ratio;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      if (!Number.isFinite(box[0])) return;
      const pad = 24;
      const scale = Math.min(
        (width - 2 * pad) / (box[2] - box[0] || 1e-9),
        (height - 2 * pad) / (box[3] - box[1] || 1e-9),
      );
      const view = {
        zoom: 0,
        scale,
        left: ((box[0] + box[2]) / 2) * scale - width / 2,
        top: ((box[1] + box[3]) / 2) * scale - height / 2,
        width,
        height,
        ratio,
      };
      context.lineJoin = 'round';
      for (const pass of ['rest', 'taken', 'hovered'] as const) {
        context.beginPath();
        for (const road of roads) {
          const line = lineOf(road);
          const kind = road.key === hovered ? 'hovered' : taken.has(road.key) ? 'taken' : 'rest';
          if (line !== null && kind === pass) trace(context, line, view);
        }
        context.lineWidth = { rest: 1, taken: 1.8, hovered: 4 }[pass];
        context.strokeStyle = {
          rest: dark ? '#5a534b' : '#cfc7b8',
          taken: dark ? '#e0a56b' : '#96642b',
          hovered: dark ? '#8fb4ee' : '#2459a8',
        }[pass];
        context.stroke();
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [roads, taken, hovered, box, dark]);
  return <canvas ref={canvas} className={styles.map} role="img" aria-label={t('import.preview')} />;
}
