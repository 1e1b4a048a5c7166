/** Where what is being drawn will stand, as fields: the typed twin of the clicks on map and diagram. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTable } from '../../data/campaign/rows.ts';
import { changeDraft } from '../../data/workbench/drafts.ts';
import { goTo } from '../../data/workbench/view.ts';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import { placeAround } from '../../domain/place/placeOf.ts';
import type { Draft } from '../../domain/plan/draft.ts';
import { NumberEntry } from '../../ui/fields/number/NumberEntry.tsx';
import { ChainageField, ExceptSelect, SidesField } from './fields.tsx';
import styles from './plan.module.css';

export function StretchFields({ draft, placeOnly }: { readonly draft: Draft; readonly placeOnly: boolean }) {
  const { t } = useTranslation();
  const settle = (change: Partial<Draft>) => {
    const next = { ...draft, ...change };
    const settled = next.from !== null && next.to !== null;
    changeDraft({ ...change, stage: settled ? 'done' : draft.stage });
    if (next.roadId !== null && next.from !== null && next.to !== null)
      goTo({ roadId: next.roadId, from: next.from, to: next.to });
  };
  return (
    <>
      <div className={styles.pair}>
        <ChainageField
          label={t('draft.from')}
          roadId={draft.roadId}
          value={draft.from}
          onChange={(from) => settle({ from })}
        />
        <ChainageField
          label={t('draft.to')}
          atEnd
          roadId={draft.roadId}
          value={draft.to}
          onChange={(to) => settle({ to })}
        />
      </div>
      {!placeOnly && (
        <>
          <SidesField
            sides={draft.rule.sides}
            staggered={draft.rule.staggered}
            onChange={(change) => changeDraft({ rule: { ...draft.rule, ...change } })}
          />
          <div className={styles.pair}>
            <NumberEntry
              label={t('draft.spacing')}
              value={draft.rule.spacing}
              min={1}
              max={5000}
              onChange={(spacing) => changeDraft({ rule: { ...draft.rule, spacing } })}
            />
            <ExceptSelect
              value={draft.rule.except}
              onChange={(except) => changeDraft({ rule: { ...draft.rule, except } })}
            />
          </div>
          <NumberEntry
            label={t('draft.edgeOffset')}
            value={draft.rule.edgeOffset}
            min={-50}
            max={200}
            onChange={(edgeOffset) => changeDraft({ rule: { ...draft.rule, edgeOffset } })}
          />
        </>
      )}
    </>
  );
}

export function PointFields({ draft, type }: { readonly draft: Draft; readonly type: AssetType }) {
  const { t } = useTranslation();
  const places = useTable('place');
  return (
    <>
      {draft.roadId === null && draft.coordinate !== null && (
        <p className={styles.hint}>
          {placeAround({ place: places }, draft.coordinate)?.name ?? t('draft.offRoad')}:{' '}
          {draft.coordinate[1].toFixed(5)}, {draft.coordinate[0].toFixed(5)}
        </p>
      )}
      <div className={styles.pair}>
        <ChainageField
          label={t('draft.at')}
          roadId={draft.roadId}
          value={draft.from}
          onChange={(from) => changeDraft({ from, stage: 'done' })}
        />
        <NumberEntry
          label={t('draft.pieces')}
          value={draft.pointQuantity}
          min={1}
          max={100_000}
          whole
          onChange={(pointQuantity) => changeDraft({ pointQuantity })}
        />
      </div>
      {draft.roadId !== null && (
        <Select
          label={t('draft.sides')}
          data={(['left', 'right', 'median'] as const).map((s) => ({ value: s, label: t(`sides.${s}`) }))}
          value={draft.side}
          allowDeselect={false}
          disabled={type.shape === 'gate'}
          onChange={(side) => changeDraft({ side: (side ?? 'right') as Draft['side'] })}
        />
      )}
    </>
  );
}
