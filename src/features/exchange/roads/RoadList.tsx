/** The roads of a file, a row each, with what is to be said about it; what was left aside of a road unfolds under it. */
import { Button, Checkbox, Radio } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ChangeEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askReshape } from '../../../data/workbench/reshaping.ts';
import type { Road } from '../../../domain/model/entities/road.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import type { OfferedRoad } from '../../../domain/road/import/planImport.ts';
import { useFormat } from '../../../ui/format.ts';
import { useReason } from '../../../ui/reason.ts';
import styles from '../exchange.module.css';
import type { Chosen } from './useChosen.ts';

interface Props {
  readonly list: readonly OfferedRoad[];
  readonly chosen: Chosen;
  /** The road for which one of them is chosen. */
  readonly renews: Road | null;
  /** The road that was asked for on the map: brought into view. */
  readonly asked: string | null;
  readonly onHover: (key: string | null) => void;
  /** Shows it on the map. */
  readonly onShow: (key: string) => void;
  /** Joins what bears one name, or keeps it apart. */
  readonly onJoint: (key: string) => void;
}

export function RoadList({ list, chosen, renews, asked, onHover, onShow, onJoint }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLUListElement>(null);
  const rows = useMemo(
    () => list.flatMap((r) => (open.has(r.key) ? [r, ...chosen.asidesOf(r)] : [r])),
    [list, open, chosen],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => 38 + Math.min(NOTES, rows[i]?.road?.warnings.length ?? 0) * 18,
    getItemKey: (i) => rows[i]?.key ?? i,
    overscan: 8,
  });
  // A piece left aside is found under its road.
  const parent = useMemo(
    () => list.find((r) => chosen.asidesOf(r).some((a) => a.key === asked))?.key ?? null,
    [list, chosen, asked],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into view when it is asked for, not with each change.
  useEffect(() => {
    if (parent !== null && !open.has(parent)) setOpen(new Set([...open, parent]));
    const at = list.findIndex((r) => r.key === (parent ?? asked));
    const index = rows.indexOf(list[at] as OfferedRoad);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'center' });
  }, [asked]);
  const toggle = (key: string) =>
    setOpen((before) => new Set(before.has(key) ? [...before].filter((k) => k !== key) : [...before, key]));
  return (
    <ul className={styles.list} ref={scroller}>
      <li style={{ height: virtual.getTotalSize() }} aria-hidden className={styles.space} />
      {virtual.getVirtualItems().map((item) => {
        const road = rows[item.index];
        if (road === undefined) return null;
        return (
          <li
            key={road.key}
            ref={virtual.measureElement}
            data-index={item.index}
            data-aside={road.leftOut === 'aside'}
            data-asked={road.key === asked}
            className={styles.road}
            style={{ transform: `translateY(${item.start}px)` }}
            onPointerEnter={() => onHover(road.key)}
            onPointerLeave={() => onHover(null)}
          >
            <Row
              road={road}
              chosen={chosen}
              renews={renews}
              open={open.has(road.key)}
              onToggle={() => toggle(road.key)}
              onShow={() => onShow(road.key)}
              onJoint={onJoint}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface RowProps {
  readonly road: OfferedRoad;
  readonly chosen: Chosen;
  readonly renews: Road | null;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onShow: () => void;
  readonly onJoint: (key: string) => void;
}

/** Notes shown of a road; the others are counted. */
const NOTES = 3;

function Row({ road: r, chosen, renews, open, onToggle, onShow, onJoint }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const name = [r.code, r.name].filter((x) => x !== '').join(' · ') || t('import.unnamed');
  const warnings = r.road?.warnings ?? [];
  // That it was left aside stands above it; a warning of the same kind says the reason with its figures.
  const untold =
    r.leftOut !== null && r.leftOut !== 'aside' && !warnings.some((w) => w.code === `offer.${r.leftOut}`);
  const notes = [
    ...(chosen.exists(r) ? [t('import.exists')] : []),
    ...(untold ? [t(`import.leftOut.${r.leftOut}`)] : []),
    ...warnings.map(reason),
  ];
  const asides = r.leftOut === 'aside' ? [] : chosen.asidesOf(r);
  const { joint } = r;
  const same = chosen.sameAs(r);
  const choice = {
    checked: chosen.taken.has(r.key),
    disabled: r.road === null,
    'aria-label': t(renews === null ? 'import.take' : 'import.takeLine', { name }),
    onChange: (event: ChangeEvent<HTMLInputElement>) => chosen.set([r.key], event.currentTarget.checked),
  };
  return (
    <>
      {renews === null ? <Checkbox {...choice} /> : <Radio name="line" {...choice} />}
      <div className={styles.roadText}>
        <button
          type="button"
          className={styles.show}
          title={t('import.show')}
          onClick={() => {
            onShow();
            // Where one is chosen, to ask for it is to choose it.
            if (renews !== null) chosen.set([r.key], true);
          }}
        >
          {name}
        </button>
        {notes.slice(0, NOTES).map((note) => (
          <span key={note} className={styles.warning}>
            <IconAlertTriangle size={14} aria-hidden /> {note}
          </span>
        ))}
        {notes.length > NOTES && <span className={styles.warning}>+{notes.length - NOTES}</span>}
        {(asides.length > 0 || (joint !== null && joint.count > 1) || (same !== null && r.road !== null)) && (
          <div className={styles.choices}>
            {asides.length > 0 && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-expanded={open}
                leftSection={open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
                onClick={onToggle}
              >
                {t('import.asides', { count: asides.length })}
              </Button>
            )}
            {same !== null && r.road !== null && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => {
                  const { line, gaps, source } = r.road?.fields ?? { line: [], gaps: [], source: '' };
                  askReshape({ kind: 'renew', roadId: same.id, line, gaps, source });
                }}
              >
                {t('import.renew', { road: roadLabel(same) })}
              </Button>
            )}
            {joint !== null && joint.count > 1 && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onJoint(joint.key)}>
                {t(joint.joined ? 'import.splitJoint' : 'import.joinJoint', { count: joint.count })}
              </Button>
            )}
          </div>
        )}
      </div>
      <span className={styles.length}>
        {r.road !== null && format.length(r.road.lengthM)}
        <small>{r.road !== null && r.road.parts > 1 && t('import.parts', { count: r.road.parts })}</small>
      </span>
    </>
  );
}
