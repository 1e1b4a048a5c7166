/** What follows the hand while drawing: where it is on the road, and what accepting now would mean. */

import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { askDraft, useFindingsStore } from '../../data/checks/findings.ts';
import { useDrafts } from '../../data/workbench/drafts.ts';
import { lineLength } from '../../domain/geo/geodesic.ts';
import { fieldsOf } from '../../domain/plan/draft.ts';
import { previewOf } from '../../domain/plan/preview.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { useFormat } from '../../ui/format.ts';
import { useCountedIn } from '../../ui/nameOf.ts';
import styles from './map.module.css';
import type { Pointer } from './useMapTools.ts';

export interface ReadoutProps {
  readonly pointer: Pointer;
  readonly width: number;
}

export function Readout({ pointer, width }: ReadoutProps) {
  const tool = useDrafts((s) => s.tool);
  const draft = useDrafts((s) => s.draft);
  const style = { left: Math.min(pointer.x + 18, Math.max(8, width - 270)), top: pointer.y + 18 };
  if (tool === 'lasso' || tool === 'area') return null;
  if (tool === 'measure') return <Measured style={style} />;
  if (tool === 'feature') return <RoadPlaceReadout pointer={pointer} style={style} />;
  if (draft === null || draft.stage === 'done') return null;
  return <DraftReadout pointer={pointer} style={style} />;
}

interface PartProps {
  readonly style: { readonly left: number; readonly top: number };
}

function Measured({ style }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const measured = useDrafts((s) => s.measured);
  return (
    <div className={styles.readout} style={style}>
      {measured.length < 2 ? (
        t('map.readout.measure')
      ) : (
        <strong>{format.length(lineLength(measured))}</strong>
      )}
    </div>
  );
}

function RoadPlaceReadout({ pointer, style }: PartProps & { readonly pointer: Pointer }) {
  const { t } = useTranslation();
  const road = useCampaign((s) => s.tables.road.get(pointer.snapped?.roadId ?? ''));
  return (
    <div className={styles.readout} style={style}>
      {road === undefined || pointer.snapped === null ? (
        t('map.readout.findRoad')
      ) : (
        <strong>
          {roadLabel(road)} · {formatChainage(pointer.snapped.chainage)}
        </strong>
      )}
    </div>
  );
}

function DraftReadout({ pointer, style }: PartProps & { readonly pointer: Pointer }) {
  const { t } = useTranslation();
  const countedIn = useCountedIn();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  const draft = useDrafts((s) => s.draft);
  const tool = useDrafts((s) => s.tool);
  const findings = useFindingsStore((s) => s.draft);
  const fields = useMemo(() => (draft === null ? null : fieldsOf(draft, tables)), [draft, tables]);
  const stretching = tool === 'stretch' || tool === 'set';
  useEffect(() => {
    if (stretching) askDraft(fields, '');
  }, [fields, stretching]);
  if (draft === null) return null;
  const { snapped } = pointer;
  const drawing = stretching && draft.stage === 'end' && draft.roadId !== null && draft.from !== null;
  const road = tables.road.get((drawing ? draft.roadId : snapped?.roadId) ?? '');
  if (road === undefined)
    return (
      <div className={styles.readout} style={style}>
        {t(stretching ? 'map.readout.findRoad' : 'map.readout.offRoad')}
      </div>
    );
  if (!drawing || draft.to === null || draft.from === null)
    return (
      <div className={styles.readout} style={style}>
        <strong>
          {roadLabel(road)} · {formatChainage(snapped?.chainage ?? draft.from ?? 0)}
        </strong>
        <div>
          {snapped !== null && snapped.kind !== 'round' && `${t(`snap.${snapped.kind}`)} · `}
          {t(stretching ? 'map.readout.clickStart' : 'map.readout.clickPoint')}
        </div>
      </div>
    );
  const preview = fields === null ? null : previewOf(tables, fields);
  const type = tables.assetType.get(draft.assetTypeId);
  const [from, to] = [Math.min(draft.from, draft.to), Math.max(draft.from, draft.to)];
  return (
    <div className={styles.readout} style={style}>
      <strong>
        {roadLabel(road)} · {formatChainage(from)} – {bareChainage(to)}
      </strong>
      {snapped !== null && snapped.kind !== 'round' && <div>{t(`snap.${snapped.kind}`)}</div>}
      {preview === null ? (
        <div>{format.length(to - from)}</div>
      ) : (
        <>
          <div>
            {format.length(preview.lengthM)} · {t(`sides.${draft.rule.sides}`).toLocaleLowerCase()} ·{' '}
            {t('map.readout.every', { metres: format.number(draft.rule.spacing) })}
          </div>
          <div>
            <b>
              {format.number(preview.quantity)} {countedIn(type?.unitName, preview.quantity)}
            </b>{' '}
            · <b>{format.money(preview.cost)}</b> ·{' '}
            <span className={preview.left < 0 ? styles.short : styles.enough}>
              {preview.left < 0
                ? t('stock.short', { count: format.number(-preview.left) })
                : t('stock.enough')}
            </span>
          </div>
          {findings.length > 0 && (
            <div className={styles.short}>
              {t('map.readout.findings', { count: format.number(findings.length) })}
            </div>
          )}
        </>
      )}
    </div>
  );
}
