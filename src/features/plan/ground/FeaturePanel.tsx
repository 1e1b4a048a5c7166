/** The tool that says what is on the roads: bridges, junctions, signals, level crossings, surveyed posts. */
import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useTable } from '../../../data/campaign/rows.ts';
import { request } from '../../../data/commands/requests.ts';
import { acceptFeature } from '../../../data/workbench/accept.ts';
import { selectOnly } from '../../../data/workbench/choose.ts';
import { changeFeatureDraft, type FeatureDraft, useDrafts } from '../../../data/workbench/drafts.ts';
import { goTo } from '../../../data/workbench/view.ts';
import { FEATURE_KINDS, type FeatureKind } from '../../../domain/model/entities/roadFeature.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../../domain/road/chainageText.ts';
import { finishTyping } from '../../../ui/fields/openDrafts.ts';
import { useFormat } from '../../../ui/format.ts';
import { useTell } from '../../../ui/tell.ts';
import { ChainageField, RoadSelect } from '../fields.tsx';
import styles from '../plan.module.css';
import { CalibrationSection } from './CalibrationSection.tsx';
import { GroundItem, PanelHead } from './parts.tsx';

/** Rows of the list; a province has thousands of bridges. */
const LISTED = 60;

/** A kind inside a sentence: «cột Km đo thực» keeps its Km. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}

export function FeaturePanel({ draft }: { readonly draft: FeatureDraft }) {
  const { t } = useTranslation();
  const tell = useTell();
  const { kind, roadId, from, to } = draft;
  const ready = roadId !== null && from !== null && (kind !== 'bridge' || to !== null);
  return (
    <section className={styles.panel} aria-label={t('command.tool.feature')}>
      <PanelHead title={t('command.tool.feature')} />
      <div className={styles.panelBody}>
        <Select
          label={t('feature.kind')}
          data={FEATURE_KINDS.map((k) => ({ value: k, label: t(`feature.${k}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(k) =>
            changeFeatureDraft({ kind: (k ?? 'bridge') as FeatureKind, from: null, to: null, says: null })
          }
        />
        <p className={styles.hint}>
          {t(
            kind === 'bridge'
              ? 'feature.hintBridge'
              : kind === 'km-post'
                ? 'feature.hintPost'
                : 'feature.hint',
          )}
        </p>
        <TextInput
          label={t('feature.name')}
          maxLength={200}
          value={draft.name}
          onChange={(event) => changeFeatureDraft({ name: event.currentTarget.value })}
        />
        <RoadSelect
          value={roadId}
          onChange={(id) => changeFeatureDraft({ roadId: id, from: null, to: null, says: null })}
        />
        <div className={styles.pair}>
          <ChainageField
            label={t(kind === 'bridge' ? 'draft.from' : kind === 'km-post' ? 'calibration.at' : 'draft.at')}
            roadId={roadId}
            value={from}
            onChange={(c) =>
              changeFeatureDraft({
                from: c,
                ...(kind === 'bridge' ? {} : { to: c }),
                ...(kind === 'km-post' && draft.says === null ? { says: Math.round(c / 1000) * 1000 } : {}),
              })
            }
          />
          {kind === 'bridge' && (
            <ChainageField
              label={t('draft.to')}
              atEnd
              roadId={roadId}
              value={to}
              onChange={(c) => changeFeatureDraft({ to: c })}
            />
          )}
        </div>
        {kind === 'km-post' && roadId !== null && from !== null && <CalibrationSection draft={draft} />}
        <FeatureList />
      </div>
      <footer className={styles.panelFoot}>
        <Button
          className={styles.primary ?? ''}
          disabled={!ready}
          onClick={() => finishTyping() && tell(acceptFeature())}
        >
          {t('feature.accept', { kind: lowerFirst(t(`feature.${kind}`)) })}
        </Button>
        <Button variant="default" onClick={() => request('open-import-features')}>
          {t('ground.fromFile')}
        </Button>
      </footer>
    </section>
  );
}

/** What is known of the roads already; each opens for editing. */
function FeatureList() {
  const { t } = useTranslation();
  const format = useFormat();
  const roads = useTable('road');
  const features = useCampaign((s) => s.tables.roadFeature);
  const roadId = useDrafts((s) => s.featureDraft?.roadId ?? null);
  const all = [...features.values()]
    .filter((f) => roadId === null || f.roadId === roadId)
    .sort((a, b) => (a.roadId === b.roadId ? a.from - b.from : a.roadId < b.roadId ? -1 : 1));
  if (all.length === 0) return null;
  return (
    <>
      <h3 className={styles.subhead}>{t('feature.list')}</h3>
      <ul className={styles.setItems}>
        {all.slice(0, LISTED).map((f) => {
          const road = roads.get(f.roadId);
          const chainage = `${formatChainage(f.from)}${f.to === f.from ? '' : ` – ${bareChainage(f.to)}`}`;
          return (
            <GroundItem
              key={f.id}
              name={f.name === '' ? t(`feature.${f.kind}`) : f.name}
              detail={road === undefined ? chainage : `${roadLabel(road)} ${chainage}`}
              onShow={() => goTo({ roadId: f.roadId, from: f.from - 150, to: f.to + 150 })}
              onEdit={() => selectOnly('roadFeature', f.id)}
            />
          );
        })}
      </ul>
      {all.length > LISTED && (
        <p className={styles.hint}>{t('feature.more', { count: format.number(all.length - LISTED) })}</p>
      )}
    </>
  );
}
