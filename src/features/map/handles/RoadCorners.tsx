/** Corners of the road that is drawn: of a long line those in view, once they are far enough apart to be taken. */
import type * as L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from 'react-leaflet';
import { changeRoadDraft, putCorners, type RoadCorner, useDrafts } from '../../../data/workbench/drafts.ts';
import type { LngLatPair } from '../../../domain/model/rows.ts';
import { Corner, nudged } from './Corner.tsx';

/** More handles than this nobody can tell apart; the panel says to come nearer. */
const MOST_CORNERS = 150;

export function RoadCorners() {
  const draft = useDrafts((s) => s.roadDraft);
  const map = useMap();
  const view = useView(map);
  if (draft === null) return null;
  const inView = draft.corners.flatMap((corner, index) =>
    view.contains([corner.at[1], corner.at[0]]) ? [{ corner, index }] : [],
  );
  if (inView.length > MOST_CORNERS) return null;
  return <Handles corners={draft.corners} shown={inView} map={map} />;
}

interface HandlesProps {
  readonly corners: readonly RoadCorner[];
  readonly shown: readonly { readonly corner: RoadCorner; readonly index: number }[];
  readonly map: L.Map;
}

function Handles({ corners, shown, map }: HandlesProps) {
  const { t } = useTranslation();
  const begun = useRef<readonly RoadCorner[] | null>(null);
  const moved = (index: number, at: LngLatPair) =>
    corners.with(index, { ...(corners[index] as RoadCorner), at });
  /** Let go, it is one act, however far it was dragged. */
  const drop = () => {
    const { roadDraft } = useDrafts.getState();
    if (begun.current !== null && roadDraft !== null)
      changeRoadDraft({ before: [...roadDraft.before, begun.current] });
    begun.current = null;
  };
  const giveUp = () => {
    if (begun.current !== null) changeRoadDraft({ corners: begun.current });
    begun.current = null;
  };
  return (
    <>
      {shown.map(({ corner, index }) => (
        <Corner
          key={`corner ${index}`}
          at={corner.at}
          label={t('map.roadCorner', { number: index + 1 })}
          onBegin={() => {
            begun.current = corners;
          }}
          onDrag={(to) => changeRoadDraft({ corners: moved(index, to) })}
          onDrop={drop}
          onCancel={giveUp}
          onNudge={(x, y) => putCorners(moved(index, nudged(map, corner.at, x, y)))}
          onRemove={() => putCorners(corners.toSpliced(index, 1))}
        />
      ))}
      {shown.map(({ corner, index }) => {
        const next = corners[index + 1];
        if (next === undefined) return null;
        const [a, b] = [corner.at, next.at];
        return (
          <Corner
            key={`side ${index} of ${corners.length}`}
            at={[(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]}
            label={t('map.addCorner')}
            middle
            onDrag={() => {}}
            onDropAt={(to) => putCorners(corners.toSpliced(index + 1, 0, { at: to, says: null }))}
            onDrop={() => {}}
            onCancel={() => {}}
            onNudge={() => {}}
            onRemove={() => {}}
          />
        );
      })}
    </>
  );
}

/** What of the ground the map shows, once it rests. */
function useView(map: L.Map): L.LatLngBounds {
  const [view, setView] = useState(() => map.getBounds());
  useEffect(() => {
    const rest = () => setView(map.getBounds());
    map.on('moveend', rest);
    return () => {
      map.off('moveend', rest);
    };
  }, [map]);
  return view;
}
