/** Handles of what is selected of the ground: the ends of a bridge, the place of a junction, the corners of an area. */

import { useTranslation } from 'react-i18next';
import { useMap } from 'react-leaflet';
import { may } from '../../../data/campaign/may.ts';
import { changeArea, dropTrial } from '../../../data/commands/ground.ts';
import { featureEndDrag } from '../../../data/gestures/featureEnd.ts';
import { setUncommitted } from '../../../data/workbench/drafts.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import { useUncommittedTables } from '../../../data/workbench/uncommitted.ts';
import { cornersOf, movedCorner, withCorner, withoutCorner } from '../../../domain/geo/ring.ts';
import type { NoGoArea } from '../../../domain/model/entities/noGoArea.ts';
import type { RoadFeature } from '../../../domain/model/entities/roadFeature.ts';
import type { Area, LngLatPair } from '../../../domain/model/rows.ts';
import { useTell } from '../../../ui/tell.ts';
import { Corner, nudged } from './Corner.tsx';
import { RoadHandle } from './RoadHandle.tsx';

export function GroundHandles() {
  const ground = useOnlySelected('roadFeature', 'noGoArea');
  const tables = useUncommittedTables();
  if (ground === null) return null;
  const feature = ground.entity === 'roadFeature' ? tables.roadFeature.get(ground.id) : undefined;
  const area = ground.entity === 'noGoArea' ? tables.noGoArea.get(ground.id) : undefined;
  if (feature !== undefined && may.change('roadFeature', feature, 'from'))
    return <FeatureHandles row={feature} />;
  return area !== undefined && may.change('noGoArea', area, 'area') ? <AreaHandles row={area} /> : null;
}

function FeatureHandles({ row }: { readonly row: RoadFeature }) {
  const ends = row.kind === 'bridge' ? (['from', 'to'] as const) : (['from'] as const);
  return ends.map((which) => (
    <RoadHandle
      key={which}
      roadId={row.roadId}
      chainage={row[which]}
      name={row.name}
      begin={() => featureEndDrag(row, which)}
    />
  ));
}

function AreaHandles({ row }: { readonly row: NoGoArea }) {
  const { t } = useTranslation();
  const map = useMap();
  const tell = useTell();
  const corners = cornersOf(row.area);
  const drag = (area: Area) => setUncommitted({ entity: 'noGoArea', id: row.id, fields: { area } });
  const remove = (i: number) => {
    const area = withoutCorner(row.area, i);
    if (area !== null) tell(changeArea(row, { area }));
  };
  const nudge = (i: number, at: LngLatPair, x: number, y: number) =>
    tell(changeArea(row, { area: movedCorner(row.area, i, nudged(map, at, x, y)) }));
  return (
    <>
      {corners.map((at, i) => (
        <Corner
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the ring
          key={`corner ${i}`}
          at={at}
          label={t('map.areaCorner', { number: i + 1 })}
          onDrag={(to) => drag(movedCorner(row.area, i, to))}
          onDrop={() => tell(dropTrial())}
          onCancel={() => setUncommitted(null)}
          onNudge={(x, y) => nudge(i, at, x, y)}
          onRemove={() => remove(i)}
        />
      ))}
      {corners.map((at, i) => {
        const next = corners[(i + 1) % corners.length] as LngLatPair;
        return (
          <Corner
            // biome-ignore lint/suspicious/noArrayIndexKey: a side is its place in the ring
            key={`side ${i} of ${corners.length}`}
            at={[(at[0] + next[0]) / 2, (at[1] + next[1]) / 2]}
            label={t('map.addCorner')}
            middle
            onDrag={() => {}}
            onDropAt={(to) => tell(changeArea(row, { area: withCorner(row.area, i, to) }))}
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
