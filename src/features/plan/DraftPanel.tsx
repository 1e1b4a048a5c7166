/** The panel of what is being drawn: every click on the map has its field here, and the sum before it is accepted. */
import { Button, CloseButton, NumberInput, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign.ts';
import { previewOf } from '../../data/derived/preview.ts';
import { measuredOf } from '../../data/derived/roads.ts';
import { acceptDraft } from '../../data/draftAccept.ts';
import { useRows } from '../../data/hooks.ts';
import {
  changeDraft,
  type Draft,
  draftOf,
  fieldsOfDraft,
  goTo,
  startTool,
  useWorkbench,
} from '../../data/workbench.ts';
import type { AssetType, Id } from '../../domain/model/rows.ts';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { ChainageField, ExceptSelect, RoadSelect, SidesField, SloganSelect, UnitSelect } from './fields.tsx';
import styles from './plan.module.css';
import { Sum } from './Sum.tsx';

export function DraftPanel({ draft }: { readonly draft: Draft }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const tool = useWorkbench((s) => s.tool);
  const tables = useCampaign((s) => s.tables);
  const type = tables.assetType.get(draft.assetTypeId);
  const fields = draft.stage === 'done' ? fieldsOfDraft(draft, tool) : null;
  const preview = fields === null ? null : previewOf(tables, fields);
  const unitName = i18n.language === 'en' ? type?.unitNameEn : type?.unitName;
  const accept = () => {
    const done = acceptDraft();
    if (done.ok)
      notifications.show({
        message: t('draft.added', { count: format.number(done.value), unit: unitName }),
        color: 'green',
      });
    else notifications.show({ message: reason(done.reason), color: 'red' });
  };
  useAcceptKey(preview !== null, accept);
  if (type === undefined) return null;
  const hint =
    tool === 'point'
      ? draft.stage === 'done'
        ? 'draft.hint.pointDone'
        : 'draft.hint.point'
      : (`draft.hint.${draft.stage}` as const);
  return (
    <section className={styles.panel} aria-label={t(tool === 'stretch' ? 'draft.stretch' : 'draft.point')}>
      <header className={styles.panelHead}>
        <h2>{t(tool === 'stretch' ? 'draft.stretch' : 'draft.point')}</h2>
        <CloseButton aria-label={t('common.close')} onClick={() => startTool('select', undefined)} />
      </header>
      <div className={styles.panelBody}>
        <TypePicker draft={draft} type={type} />
        <p className={styles.hint}>{t(hint)}</p>
        <RoadSelect value={draft.roadId} onChange={chooseRoad} />
        {tool === 'stretch' ? <StretchFields draft={draft} /> : <PointFields draft={draft} type={type} />}
        <UnitSelect value={draft.unitId} onChange={(unitId) => changeDraft({ unitId })} />
        {type.carriesText && (
          <SloganSelect value={draft.sloganId} onChange={(sloganId) => changeDraft({ sloganId })} />
        )}
        {preview !== null && <Sum preview={preview} unitName={unitName ?? ''} />}
      </div>
      <footer className={styles.panelFoot}>
        <Button
          className={styles.primary ?? ''}
          disabled={preview === null || preview.quantity === 0}
          onClick={accept}
        >
          {t('draft.accept', { count: format.number(preview?.quantity ?? 0), unit: unitName })}
        </Button>
        <Button
          variant="default"
          rightSection={<kbd>Esc</kbd>}
          onClick={() => startTool('select', undefined)}
        >
          {t('common.cancel')}
        </Button>
      </footer>
    </section>
  );
}

function useAcceptKey(ready: boolean, accept: () => void): void {
  useEffect(() => {
    if (!ready) return;
    const pressed = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.key !== 'Enter' || event.defaultPrevented) return;
      // In a button or an open list Enter is theirs.
      if (at.closest('button, [role="combobox"][aria-expanded="true"], [role="option"]')) return;
      event.preventDefault();
      accept();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [ready, accept]);
}

function chooseRoad(roadId: Id | null): void {
  const { draft, tool } = useWorkbench.getState();
  if (draft === null) return;
  const road = useCampaign.getState().tables.road.get(roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (measured === null) {
    changeDraft({ roadId, from: null, to: null, stage: 'start' });
    return;
  }
  goTo({ roadId: road?.id ?? '' });
  // Typed rather than clicked: the road's own ends are where one begins.
  const from = Math.ceil(measured.minChainage);
  if (tool === 'point') changeDraft({ roadId, from, coordinate: null, stage: 'done' });
  else changeDraft({ roadId, from, to: Math.floor(measured.maxChainage), stage: 'done' });
}

function TypePicker({ draft, type }: { readonly draft: Draft; readonly type: AssetType }) {
  const { t, i18n } = useTranslation();
  const tool = useWorkbench((s) => s.tool);
  const types = useRows('assetType').filter((x) => x.layout === (tool === 'stretch' ? 'stretch' : 'point'));
  const nameOf = (x: AssetType) => (i18n.language === 'en' && x.nameEn !== '' ? x.nameEn : x.name);
  const choose = (id: string | null) => {
    const next = types.find((x) => x.id === id);
    if (next === undefined) return;
    const fresh = draftOf(next);
    changeDraft({ assetTypeId: next.id, rule: fresh.rule, side: fresh.side, sloganId: null });
  };
  return (
    <div className={styles.typeRow}>
      <span className={styles.typeIcon}>
        <AssetSymbol shape={type.shape} size={28} />
      </span>
      <div className={styles.grow}>
        <Select
          aria-label={t('draft.type')}
          data={types.map((x) => ({ value: x.id, label: nameOf(x) }))}
          value={draft.assetTypeId}
          allowDeselect={false}
          onChange={choose}
          renderOption={({ option }) => {
            const shape = types.find((x) => x.id === option.value)?.shape;
            return (
              <span className={styles.option}>
                {shape !== undefined && <AssetSymbol shape={shape} size={18} />} {option.label}
              </span>
            );
          }}
        />
        <small>{type.size}</small>
      </div>
    </div>
  );
}

function StretchFields({ draft }: { readonly draft: Draft }) {
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
          roadId={draft.roadId}
          value={draft.to}
          onChange={(to) => settle({ to })}
        />
      </div>
      <SidesField
        sides={draft.rule.sides}
        staggered={draft.rule.staggered}
        onChange={(change) => changeDraft({ rule: { ...draft.rule, ...change } })}
      />
      <div className={styles.pair}>
        <NumberInput
          label={t('draft.spacing')}
          value={draft.rule.spacing}
          min={1}
          max={5000}
          allowNegative={false}
          clampBehavior="strict"
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1)
              changeDraft({ rule: { ...draft.rule, spacing: value } });
          }}
        />
        <ExceptSelect
          value={draft.rule.except}
          onChange={(except) => changeDraft({ rule: { ...draft.rule, except } })}
        />
      </div>
    </>
  );
}

function PointFields({ draft, type }: { readonly draft: Draft; readonly type: AssetType }) {
  const { t } = useTranslation();
  return (
    <>
      {draft.roadId === null && draft.coordinate !== null && (
        <p className={styles.hint}>
          {t('draft.offRoad')}: {draft.coordinate[1].toFixed(5)}, {draft.coordinate[0].toFixed(5)}
        </p>
      )}
      <div className={styles.pair}>
        <ChainageField
          label={t('draft.at')}
          roadId={draft.roadId}
          value={draft.from}
          onChange={(from) => changeDraft({ from, stage: 'done' })}
        />
        <NumberInput
          label={t('draft.pieces')}
          value={draft.pointQuantity}
          min={1}
          max={100_000}
          allowDecimal={false}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) changeDraft({ pointQuantity: value });
          }}
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
