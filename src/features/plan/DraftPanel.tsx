/** The panel of what is being drawn: every click on the map has its field here, and the sum before it is accepted. */
import { Button, CloseButton, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useRows, useTable } from '../../data/campaign/rows.ts';
import { askDraft, useFindingsStore } from '../../data/checks/findings.ts';
import { acceptDraft } from '../../data/workbench/accept.ts';
import { startTool } from '../../data/workbench/choose.ts';
import { changeDraft, useDrafts } from '../../data/workbench/drafts.ts';
import { goTo } from '../../data/workbench/view.ts';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { type Draft, draftOf, placementsOf } from '../../domain/plan/draft.ts';
import { type Preview, previewOf } from '../../domain/plan/preview.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { finishTyping } from '../../ui/fields/openDrafts.ts';
import { useFormat } from '../../ui/format.ts';
import { useCountedIn, useNameOf } from '../../ui/nameOf.ts';
import { onPageKey } from '../../ui/pageKeys.ts';
import { useReason } from '../../ui/reason.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { Amounts } from './Amounts.tsx';
import { PointFields, StretchFields } from './DraftFields.tsx';
import { RoadSelect, SloganSelect, UnitSelect } from './fields.tsx';
import { FindingItem } from './findings/FindingItem.tsx';
import findingStyles from './findings/findings.module.css';
import styles from './plan.module.css';

export function DraftPanel({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const countedIn = useCountedIn();
  const format = useFormat();
  const reason = useReason();
  const tool = useDrafts((s) => s.tool);
  const tables = useCampaign((s) => s.tables);
  const type = tables.assetType.get(draft.assetTypeId);
  const { preview, fields } = useDraftPreview(draft);
  useEffect(() => askDraft(fields, ''), [fields]);
  useEffect(() => () => askDraft(null, ''), []);
  const counted = (count: number) =>
    tool === 'set' ? t('draft.piecesWord', { count }) : countedIn(type?.unitName, count);
  const accept = () => {
    if (!finishTyping()) return;
    const done = acceptDraft();
    if (done.ok)
      notifications.show({
        message: t('draft.added', { count: format.number(done.value), unit: counted(done.value) }),
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
    <section className={styles.panel} aria-label={t(TITLES[tool as keyof typeof TITLES] ?? 'draft.point')}>
      <header className={styles.panelHead}>
        <h2>{t(TITLES[tool as keyof typeof TITLES] ?? 'draft.point')}</h2>
        <CloseButton aria-label={t('common.close')} onClick={() => startTool('select')} />
      </header>
      <div className={styles.panelBody}>
        {tool === 'set' ? <SetPicker draft={draft} /> : <TypePicker draft={draft} type={type} />}
        <p className={styles.hint}>{t(hint)}</p>
        <RoadSelect value={draft.roadId} onChange={chooseRoad} />
        {tool === 'point' ? (
          <PointFields draft={draft} type={type} />
        ) : (
          <StretchFields draft={draft} placeOnly={tool === 'set'} />
        )}
        <UnitSelect value={draft.unitId} byBoundary onChange={(unitId) => changeDraft({ unitId })} />
        {type.carriesText && tool !== 'set' && (
          <SloganSelect
            value={draft.sloganId}
            typeId={type.id}
            onChange={(sloganId) => changeDraft({ sloganId })}
          />
        )}
        {preview !== null && <Amounts preview={preview} unitName={counted(preview.quantity)} />}
        <DraftFindings />
      </div>
      <footer className={styles.panelFoot}>
        <Button
          className={styles.primary ?? ''}
          disabled={preview === null || preview.quantity === 0}
          onClick={accept}
        >
          {t('draft.accept', {
            count: format.number(preview?.quantity ?? 0),
            unit: counted(preview?.quantity ?? 0),
          })}
        </Button>
        <Button variant="default" rightSection={<kbd>Esc</kbd>} onClick={() => startTool('select')}>
          {t('common.cancel')}
        </Button>
      </footer>
    </section>
  );
}

const TITLES = { stretch: 'draft.stretch', point: 'draft.point', set: 'draft.set' } as const;

/** What the draft would be if it were accepted now, all of a set's things together. */
function useDraftPreview(draft: Draft): {
  readonly preview: Preview | null;
  readonly fields: FieldsOf<'placement'> | null;
} {
  const tables = useCampaign((s) => s.tables);
  return useMemo(() => {
    const placed = draft.stage === 'done' ? placementsOf(draft, tables) : [];
    const [first] = placed;
    const previews = placed.flatMap((fields) => previewOf(tables, fields) ?? []);
    const [one] = previews;
    if (first === undefined || one === undefined || previews.length < placed.length)
      return { preview: null, fields: null };
    const sum = (of: (p: Preview) => number) => previews.reduce((n, p) => n + of(p), 0);
    const preview = {
      ...one,
      quantity: sum((p) => p.quantity),
      cost: sum((p) => p.cost),
      excepted: sum((p) => p.excepted),
      left: Math.min(...previews.map((p) => p.left)),
    };
    return { preview, fields: first };
  }, [draft, tables]);
}

/** What the rules say of what is being drawn; it comes from the worker a moment after the hand. */
function DraftFindings() {
  const { t } = useTranslation();
  const findings = useFindingsStore((s) => s.draft);
  if (findings.length === 0) return null;
  return (
    <section aria-label={t('findings.title')}>
      <h3 className={styles.subhead}>{t('findings.title')}</h3>
      <ul className={findingStyles.list}>
        {findings.map((finding) => (
          <FindingItem key={finding.key} open={{ finding, acceptance: undefined }} draft />
        ))}
      </ul>
    </section>
  );
}

function SetPicker({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const sets = useRows('dressingSet');
  const types = useTable('assetType');
  const set = sets.find((s) => s.id === draft.setId);
  return (
    <>
      <Select
        label={t('draft.setName')}
        data={sets.map((s) => ({ value: s.id, label: s.name }))}
        value={draft.setId}
        allowDeselect={false}
        searchable
        onChange={(setId) => changeDraft({ setId })}
      />
      <ul className={styles.setItems}>
        {set?.items.map((item, i) => {
          const type = types.get(item.assetTypeId);
          if (type === undefined) return null;
          const name = nameOf(type.name);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: items of a set have no other name than their place
            <li key={i}>
              <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={18} /> {name}
              {item.rule !== null && ` · ${t('map.readout.every', { metres: item.rule.spacing })}`}
            </li>
          );
        })}
      </ul>
    </>
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
    return onPageKey(pressed);
  }, [ready, accept]);
}

function chooseRoad(roadId: Id | null): void {
  const { draft, tool } = useDrafts.getState();
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
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const tool = useDrafts((s) => s.tool);
  const types = useRows('assetType').filter((x) => x.layout === (tool === 'stretch' ? 'stretch' : 'point'));
  const choose = (id: string | null) => {
    const next = types.find((x) => x.id === id);
    if (next === undefined) return;
    const fresh = draftOf(next);
    changeDraft({ assetTypeId: next.id, rule: fresh.rule, side: fresh.side, sloganId: null });
  };
  return (
    <div className={styles.typeRow}>
      <span className={styles.typeIcon}>
        <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={28} />
      </span>
      <div className={styles.grow}>
        <Select
          aria-label={t('draft.type')}
          data={types.map((x) => ({ value: x.id, label: nameOf(x.name) }))}
          value={draft.assetTypeId}
          allowDeselect={false}
          onChange={choose}
          renderOption={({ option }) => {
            const of = types.find((x) => x.id === option.value);
            return (
              <span className={styles.option}>
                {of !== undefined && (
                  <AssetSymbol shape={of.shape} colour={of.colour} glyph={of.glyph} size={18} />
                )}{' '}
                {option.label}
              </span>
            );
          }}
        />
        <small>{type.size}</small>
      </div>
    </div>
  );
}
