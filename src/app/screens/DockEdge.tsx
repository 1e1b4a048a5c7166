/** The upper edge of the dock: dragged, or moved with the arrow keys; how high it stands is kept on the device. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import styles from './plan.module.css';

const STORED = 'cohoa.dock';
const USUAL = 300;
const LEAST = 150;
/** Pixels that the map keeps above it. */
const MAP_ROOM = 220;

const useHeight = create<{ readonly height: number }>(() => {
  const stored = Number(localStorage.getItem(STORED));
  return { height: stored >= LEAST ? stored : USUAL };
});

function most(): number {
  return Math.max(LEAST, window.innerHeight - MAP_ROOM);
}

function setHeight(height: number): void {
  const next = Math.round(Math.max(LEAST, Math.min(most(), height)));
  useHeight.setState({ height: next });
  localStorage.setItem(STORED, String(next));
}

export function useDockHeight(): number {
  return Math.min(
    useHeight((s) => s.height),
    most(),
  );
}

export function DockEdge() {
  const { t } = useTranslation();
  const height = useDockHeight();
  const held = useRef<{ readonly y: number; readonly height: number } | null>(null);
  const moved = (event: PointerEvent) => {
    if (held.current !== null) setHeight(held.current.height + held.current.y - event.clientY);
  };
  const pressed = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 40 : event.key === 'ArrowDown' ? -40 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setHeight(height + by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between two parts that can be moved has no element of its own
    <div
      className={styles.dockEdge}
      role="separator"
      aria-orientation="horizontal"
      aria-label={t('dock.edge')}
      aria-valuemin={LEAST}
      aria-valuemax={most()}
      aria-valuenow={height}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { y: event.clientY, height };
      }}
      onPointerMove={moved}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
      onDoubleClick={() => setHeight(USUAL)}
      onKeyDown={pressed}
    />
  );
}
