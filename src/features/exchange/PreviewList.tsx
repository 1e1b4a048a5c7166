import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedRoad } from '../../domain/road/import/planImport.ts';
import type { FileProblem } from '../../domain/road/import/roadFile.ts';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './exchange.module.css';
import type { Chosen } from './useChosen.ts';

/** Refusals shown: a file whose every feature is wrong is wrong in one way. */
const LISTED = 500;

type Shown = 'all' | 'warned' | 'leftOut' | 'problems';

interface Props {
  readonly roads: readonly OfferedRoad[];
  readonly problems: readonly FileProblem[];
  readonly chosen: Chosen;
  readonly onHover: (key: string | null) => void;
}

/** Every road of the file with what is to be said about it; refusals name their place in the file. */
export function PreviewList({ roads, problems, chosen, onHover }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const [shown, setShown] = useState<Shown>('all');
  const lists = useMemo(
    () => ({
      all: roads,
      warned: roads.filter((r) => (r.road?.warnings.length ?? 0) > 0 || chosen.exists(r)),
      leftOut: roads.filter((r) => r.road !== null && !chosen.taken.has(r.key)),
    }),
    [roads, chosen],
  );
  const refused = [
    ...problems.map((p) => ({ where: p.where, reason: p.reason })),
    ...roads.flatMap((r) => (r.refusal === null ? [] : [{ where: r.featureNumber, reason: r.refusal }])),
  ];
  const list = shown === 'problems' ? [] : lists[shown];
  const length = roads.reduce((sum, r) => sum + (chosen.taken.has(r.key) ? (r.road?.lengthM ?? 0) : 0), 0);
  const warned = roads.filter((r) => chosen.taken.has(r.key) && (r.road?.warnings.length ?? 0) > 0).length;
  return (
    <div className={styles.listWrap}>
      <p className={styles.summary} aria-live="polite">
        {t('import.summary', {
          taken: format.number(chosen.taken.size),
          length: format.length(length),
          warned: format.number(warned),
          refused: format.number(refused.length),
        })}
      </p>
      <SegmentedControl
        size="xs"
        value={shown}
        onChange={(value) => setShown(value as Shown)}
        data={[
          { value: 'all', label: t('import.all', { count: roads.length }) },
          { value: 'warned', label: t('import.onlyWarned', { count: lists.warned.length }) },
          { value: 'leftOut', label: t('import.onlyLeftOut', { count: lists.leftOut.length }) },
          { value: 'problems', label: t('import.problems', { count: refused.length }) },
        ]}
      />
      {shown === 'problems' ? (
        <ul className={styles.list}>
          {refused.slice(0, LISTED).map((p) => (
            <li key={`${p.where}:${p.reason.code}`} className={styles.refused}>
              <IconCircleX size={17} aria-hidden />
              <span>
                <strong>{t('import.feature', { number: p.where })}</strong> {reason(p.reason)}
              </span>
            </li>
          ))}
          {refused.length > LISTED && (
            <li className={styles.refused}>
              {t('import.more', { count: format.number(refused.length - LISTED) })}
            </li>
          )}
        </ul>
      ) : (
        <>
          <div className={styles.takeAll}>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => chosen.set(keysOf(list), true)}
            >
              {t('import.takeAll')}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => chosen.set(keysOf(list), false)}
            >
              {t('import.takeNone')}
            </Button>
          </div>
          <RoadList list={list} chosen={chosen} onHover={onHover} />
        </>
      )}
    </div>
  );
}

function keysOf(list: readonly OfferedRoad[]): string[] {
  return list.filter((r) => r.road !== null).map((r) => r.key);
}

function RoadList({
  list,
  chosen,
  onHover,
}: {
  readonly list: readonly OfferedRoad[];
  readonly chosen: Chosen;
  readonly onHover: (key: string | null) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const scroller = useRef<HTMLUListElement>(null);
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => 46 + Math.min(3, list[i]?.road?.warnings.length ?? 0) * 20,
    getItemKey: (i) => list[i]?.key ?? i,
    overscan: 8,
  });
  return (
    <ul className={styles.list} ref={scroller}>
      <li style={{ height: virtual.getTotalSize() }} aria-hidden className={styles.space} />
      {virtual.getVirtualItems().map((item) => {
        const r = list[item.index];
        if (r === undefined) return null;
        const name = [r.code, r.name].filter((x) => x !== '').join(' · ') || t('import.unnamed');
        const notes = [
          ...(chosen.exists(r) ? [t('import.exists')] : []),
          ...(r.leftOut === null ? [] : [t(`import.leftOut.${r.leftOut}`)]),
          ...(r.road?.warnings ?? []).map(reason),
        ];
        return (
          <li
            key={r.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className={styles.road}
            style={{ transform: `translateY(${item.start}px)` }}
            onPointerEnter={() => onHover(r.key)}
            onPointerLeave={() => onHover(null)}
          >
            <Checkbox
              checked={chosen.taken.has(r.key)}
              disabled={r.road === null}
              aria-label={t('import.take', { name })}
              onChange={(event) => chosen.set([r.key], event.currentTarget.checked)}
            />
            <div className={styles.roadText}>
              <strong>{name}</strong>
              {notes.slice(0, 3).map((note) => (
                <span key={note} className={styles.warning}>
                  <IconAlertTriangle size={14} aria-hidden /> {note}
                </span>
              ))}
              {notes.length > 3 && <span className={styles.warning}>+{notes.length - 3}</span>}
            </div>
            <span className={styles.length}>
              {r.road !== null && format.length(r.road.lengthM)}
              <small>
                {r.road !== null && r.road.parts > 1 && t('import.parts', { count: r.road.parts })}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
