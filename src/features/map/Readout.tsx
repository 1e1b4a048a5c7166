/** What follows the hand while drawing: where it is on the road, and what accepting now would mean. */
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign.ts';
import { previewOf } from '../../data/derived/preview.ts';
import { roadLabel } from '../../data/derived/roads.ts';
import { fieldsOfDraft, useWorkbench } from '../../data/workbench.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { useFormat } from '../../ui/format.ts';
import styles from './map.module.css';
import type { Pointer } from './useMapTools.ts';

export function Readout({ pointer, width }: { readonly pointer: Pointer; readonly width: number }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  const draft = useWorkbench((s) => s.draft);
  const tool = useWorkbench((s) => s.tool);
  if (draft === null || draft.stage === 'done') return null;
  const { snapped } = pointer;
  const style = { left: Math.min(pointer.x + 18, Math.max(8, width - 270)), top: pointer.y + 18 };
  const drawing = tool === 'stretch' && draft.stage === 'end' && draft.roadId !== null && draft.from !== null;
  const road = tables.road.get((drawing ? draft.roadId : snapped?.roadId) ?? '');
  if (road === undefined)
    return (
      <div className={styles.readout} style={style}>
        {t(tool === 'stretch' ? 'map.readout.findRoad' : 'map.readout.offRoad')}
      </div>
    );
  if (!drawing || draft.to === null || draft.from === null)
    return (
      <div className={styles.readout} style={style}>
        <strong>
          {roadLabel(road)} · {formatChainage(snapped?.chainage ?? draft.from ?? 0)}
        </strong>
        <div>{t(tool === 'stretch' ? 'map.readout.clickStart' : 'map.readout.clickPoint')}</div>
      </div>
    );
  const fields = fieldsOfDraft(draft, tool);
  const preview = fields === null ? null : previewOf(tables, fields);
  const type = tables.assetType.get(draft.assetTypeId);
  const unit = i18n.language === 'en' ? type?.unitNameEn : type?.unitName;
  const [from, to] = [Math.min(draft.from, draft.to), Math.max(draft.from, draft.to)];
  return (
    <div className={styles.readout} style={style}>
      <strong>
        {roadLabel(road)} · {formatChainage(from)} – {bareChainage(to)}
      </strong>
      {preview !== null && (
        <>
          <div>
            {format.length(preview.lengthM)} · {t(`sides.${draft.rule.sides}`).toLocaleLowerCase()} ·{' '}
            {t('map.readout.every', { metres: format.number(draft.rule.spacing) })}
          </div>
          <div>
            <b>
              {format.number(preview.quantity)} {unit}
            </b>{' '}
            · <b>{format.money(preview.cost)}</b> ·{' '}
            <span className={preview.left < 0 ? styles.short : styles.enough}>
              {preview.left < 0
                ? t('stock.short', { count: format.number(-preview.left) })
                : t('stock.enough')}
            </span>
          </div>
        </>
      )}
    </div>
  );
}
