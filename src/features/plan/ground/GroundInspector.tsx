/** What is selected of the ground: a road feature, a no-go area or a place, changed by hand on the map or here by typing. */

import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { may } from '../../../data/campaign/may.ts';
import { changeArea, changeFeature } from '../../../data/commands/ground.ts';
import { request } from '../../../data/commands/requests.ts';
import { startTool } from '../../../data/workbench/choose.ts';
import { changeFeatureDraft } from '../../../data/workbench/drafts.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import { useUncommittedTables } from '../../../data/workbench/uncommitted.ts';
import { goTo } from '../../../data/workbench/view.ts';
import { cornersOf, movedCorner, withCorner, withoutCorner } from '../../../domain/geo/ring.ts';
import { NO_GO_KINDS, type NoGoArea, type NoGoKind } from '../../../domain/model/entities/noGoArea.ts';
import {
  FEATURE_KINDS,
  type FeatureKind,
  type RoadFeature,
} from '../../../domain/model/entities/roadFeature.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx';
import { useTell } from '../../../ui/tell.ts';
import { ChainageField } from '../fields.tsx';
import styles from '../plan.module.css';
import { PlaceInspector } from './PlaceInspector.tsx';
import { CoordinateField, DangerButton, NameField, PanelHead, PlaceField, Show } from './parts.tsx';

/** Null while nothing of the ground is selected, or it has gone. */
export function GroundInspector() {
  const ground = useOnlySelected('roadFeature', 'noGoArea', 'place');
  const tables = useUncommittedTables();
  const feature = ground?.entity === 'roadFeature' ? tables.roadFeature.get(ground.id) : undefined;
  const area = ground?.entity === 'noGoArea' ? tables.noGoArea.get(ground.id) : undefined;
  const place = ground?.entity === 'place' ? tables.place.get(ground.id) : undefined;
  if (feature !== undefined) return <FeatureInspector row={feature} />;
  if (place !== undefined) return <PlaceInspector row={place} />;
  return area === undefined ? null : <AreaInspector row={area} />;
}

function FeatureInspector({ row }: { readonly row: RoadFeature }) {
  const { t } = useTranslation();
  const tell = useTell();
  const road = useUncommittedTables().road.get(row.roadId);
  const locked = !may.change('roadFeature', row, 'from');
  const change = (fields: Partial<RoadFeature>) => tell(changeFeature(row, fields, road));
  const single = row.kind !== 'bridge';
  return (
    <section className={styles.panel} aria-label={t('feature.title')}>
      <PanelHead title={row.name === '' ? t(`feature.${row.kind}`) : row.name}>
        <Show onClick={() => goTo({ roadId: row.roadId, from: row.from - 150, to: row.to + 150 })} />
      </PanelHead>
      <div className={styles.panelBody}>
        <p className={styles.hint}>{road === undefined ? '' : roadLabel(road)}</p>
        <ChoiceField<FeatureKind>
          of={row.id}
          label={t('feature.kind')}
          data={FEATURE_KINDS.map((k) => ({ value: k, label: t(`feature.${k}`) }))}
          value={row.kind}
          disabled={locked}
          allowDeselect={false}
          onStore={(kind) =>
            kind !== null && change({ kind, ...(kind === 'bridge' ? {} : { to: row.from }) })
          }
        />
        <NameField of={row.id} name={row.name} disabled={locked} onChange={(name) => change({ name })} />
        <div className={styles.pair}>
          <ChainageField
            of={row.id}
            label={t(single ? 'draft.at' : 'draft.from')}
            roadId={row.roadId}
            value={row.from}
            disabled={locked}
            onChange={(from) => change(single ? { from, to: from } : { from })}
          />
          {!single && (
            <ChainageField
              of={row.id}
              label={t('draft.to')}
              atEnd
              roadId={row.roadId}
              value={row.to}
              disabled={locked}
              onChange={(to) => change({ to })}
            />
          )}
        </div>
        {!locked && <p className={styles.hint}>{t('feature.dragHint')}</p>}
        {!locked && row.kind === 'km-post' && (
          <Button
            variant="light"
            onClick={() => {
              startTool('feature');
              changeFeatureDraft({
                kind: 'km-post',
                roadId: row.roadId,
                from: row.from,
                to: row.from,
                says: Math.round(row.from / 1000) * 1000,
              });
            }}
          >
            {t('feature.calibrate')}
          </Button>
        )}
      </div>
      {!locked && (
        <footer className={styles.panelFoot}>
          <DangerButton label={t('feature.remove')} onClick={() => request('delete')} />
        </footer>
      )}
    </section>
  );
}

function AreaInspector({ row }: { readonly row: NoGoArea }) {
  const { t } = useTranslation();
  const tell = useTell();
  const locked = !may.change('noGoArea', row, 'area');
  const change = (fields: Partial<NoGoArea>) => tell(changeArea(row, fields));
  const corners = cornersOf(row.area);
  return (
    <section className={styles.panel} aria-label={t('area.title')}>
      <PanelHead title={row.name === '' ? t(`area.${row.kind}`) : row.name}>
        <Show
          onClick={() => {
            const [corner] = corners;
            if (corner !== undefined) goTo({ coordinate: corner });
          }}
        />
      </PanelHead>
      <div className={styles.panelBody}>
        <ChoiceField<NoGoKind>
          of={row.id}
          label={t('area.kind')}
          data={NO_GO_KINDS.map((k) => ({ value: k, label: t(`area.${k}`) }))}
          value={row.kind}
          disabled={locked}
          allowDeselect={false}
          onStore={(kind) => kind !== null && change({ kind })}
        />
        <NameField of={row.id} name={row.name} disabled={locked} onChange={(name) => change({ name })} />
        <h3 className={styles.subhead}>{t('area.corners')}</h3>
        <ul className={styles.setItems}>
          {corners.map((corner, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the ring
            <li key={i}>
              <div className={styles.grow}>
                <CoordinateField
                  of={`${row.id}:${i}:${corners.length}`}
                  label={t('area.cornerPlace', { number: i + 1 })}
                  value={corner}
                  disabled={locked}
                  onStore={(at) => change({ area: movedCorner(row.area, i, at) })}
                />
              </div>
              {!locked && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={corners.length <= 3}
                  aria-label={t('area.removeCorner', { number: i + 1 })}
                  onClick={() => {
                    const area = withoutCorner(row.area, i);
                    if (area !== null) change({ area });
                  }}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
        {!locked && (
          <PlaceField
            label={t('area.addPlace')}
            onPlace={(at) => change({ area: withCorner(row.area, corners.length - 1, at) })}
          />
        )}
      </div>
      {!locked && (
        <footer className={styles.panelFoot}>
          <DangerButton label={t('area.remove')} onClick={() => request('delete')} />
        </footer>
      )}
    </section>
  );
}
