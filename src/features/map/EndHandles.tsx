/** The ends of the selected stretch, or of the one being drawn, as markers that can be dragged along their road. */
import L from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Marker, useMap } from 'react-leaflet';
import { commit, mayCommit } from '../../data/campaign.ts';
import { askDraft } from '../../data/checks/findings.ts';
import { measuredOf, roadLabel } from '../../data/derived/roads.ts';
import { useRow } from '../../data/hooks.ts';
import { changeDraft, useWorkbench } from '../../data/workbench.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Id, Placement } from '../../domain/model/rows.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { placeAt } from '../../domain/road/measuredRoad.ts';
import { dragHasEnded } from './clickGuard.ts';
import styles from './map.module.css';
import { snapToRoad } from './snap.ts';

export function EndHandles() {
  const draft = useWorkbench((s) => s.draft);
  const selected = useWorkbench((s) => s.selected);
  const dragged = useWorkbench((s) => s.dragged);
  const row = useRow('placement', selected);
  const placement = row !== undefined && dragged?.id === row.id ? { ...row, ...dragged.fields } : row;
  if (draft !== null) return <DraftHandles />;
  if (row === undefined || placement?.roadId == null || placement.from === null) return null;
  const drag = (chainage: number, which: 'from' | 'to') => {
    useWorkbench.setState({ dragged: { id: row.id, fields: { [which]: chainage } } });
    askDraft({ ...row, [which]: chainage }, row.id);
  };
  const drop = (which: 'from' | 'to') => {
    const { dragged: now } = useWorkbench.getState();
    useWorkbench.setState({ dragged: null });
    askDraft(null, row.id);
    const value = now?.fields[which];
    if (typeof value === 'number' && value !== row[which]) commitMove(row, which, value);
  };
  const allowed = mayCommit([setOp(row, { note: row.note, from: placement.from + 1 })]).ok;
  return (
    <>
      {(['from', 'to'] as const).map((which) => {
        const chainage = placement[which];
        if (chainage === null || (which === 'to' && placement.rule === null)) return null;
        return (
          <Handle
            key={which}
            roadId={placement.roadId as Id}
            chainage={chainage}
            draggable={allowed}
            ownId={row.id}
            onDrag={(c) => drag(c, which)}
            onDrop={() => drop(which)}
          />
        );
      })}
    </>
  );
}

function setOp(row: Placement, fields: Partial<Placement>): Op {
  return { kind: 'set', entity: 'placement', id: row.id, version: row.version, fields } as Op;
}

/** An end dragged past the other changes places with it: a stretch always runs with the chainage. */
function commitMove(row: Placement, which: 'from' | 'to', value: number): void {
  if (row.rule === null || row.from === null || row.to === null) {
    commit({ code: 'placement.moved' }, [setOp(row, { from: value })]);
    return;
  }
  const ends = which === 'from' ? [value, row.to] : [row.from, value];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  if (from < to) commit({ code: 'placement.moved' }, [setOp(row, { from, to })]);
}

function DraftHandles() {
  const draft = useWorkbench((s) => s.draft);
  if (draft?.roadId == null) return null;
  const { roadId, from, to, stage } = draft;
  return (
    <>
      {from !== null && (
        <Handle
          roadId={roadId}
          chainage={from}
          draggable={stage === 'done'}
          onDrag={(c) => changeDraft({ from: c })}
          onDrop={() => {}}
        />
      )}
      {to !== null && stage === 'done' && (
        <Handle
          roadId={roadId}
          chainage={to}
          draggable
          onDrag={(c) => changeDraft({ to: c })}
          onDrop={() => {}}
        />
      )}
    </>
  );
}

interface HandleProps {
  readonly roadId: Id;
  readonly chainage: number;
  readonly draggable: boolean;
  /** The placement whose end it is: it does not settle on itself. */
  readonly ownId?: Id;
  readonly onDrag: (chainage: number) => void;
  readonly onDrop: () => void;
}

function Handle({ roadId, chainage, draggable, ownId = '', onDrag, onDrop }: HandleProps) {
  const { t } = useTranslation();
  const map = useMap();
  const road = useRow('road', roadId);
  const measured = road === undefined ? null : measuredOf(road);
  const place = measured === null ? null : placeAt(measured, chainage);
  const icon = useMemo(
    () => L.divIcon({ className: styles.handle ?? '', iconSize: [22, 22], iconAnchor: [11, 11] }),
    [],
  );
  const marker = useRef<L.Marker>(null);
  const label =
    road === undefined ? '' : t('map.handle', { road: roadLabel(road), chainage: formatChainage(chainage) });
  // Leaflet writes the words once, when the marker is made; they follow the hand here.
  useEffect(() => {
    marker.current?.getElement()?.setAttribute('title', label);
    marker.current?.getElement()?.setAttribute('aria-label', label);
  }, [label]);
  if (road === undefined || !place?.ok) return null;
  return (
    <Marker
      ref={marker}
      position={[place.value.lat, place.value.lng]}
      icon={icon}
      draggable={draggable}
      title={label}
      alt={label}
      eventHandlers={{
        drag: (event) => {
          const marker = event.target as L.Marker;
          const snapped = snapToRoad(map, marker.getLatLng(), { only: roadId, without: ownId });
          if (snapped === null) return;
          marker.setLatLng([snapped.at[1], snapped.at[0]]);
          onDrag(snapped.chainage);
        },
        dragend: () => {
          dragHasEnded();
          onDrop();
        },
      }}
    />
  );
}
