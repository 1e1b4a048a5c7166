/** Panels of the tools that draw the ground rather than the plan: road features, no-go areas, measuring. */
import { ActionIcon, Button, CloseButton, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFocus2, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { commit, useCampaign } from '../../data/campaign.ts';
import { request } from '../../data/commands/requests.ts';
import { roadLabel } from '../../data/derived/roads.ts';
import { acceptArea, acceptFeature } from '../../data/draftAccept.ts';
import { useRows, useTable } from '../../data/hooks.ts';
import {
  type AreaDraft,
  changeAreaDraft,
  changeFeatureDraft,
  type FeatureDraft,
  goTo,
  startTool,
  useWorkbench,
} from '../../data/workbench.ts';
import { lineLength } from '../../domain/geo/geodesic.ts';
import type { Result } from '../../domain/model/result.ts';
import type { FeatureKind, NoGoKind } from '../../domain/model/rows.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import { CalibrationSection } from './CalibrationSection.tsx';
import { ChainageField, RoadSelect } from './fields.tsx';
import styles from './plan.module.css';

const KINDS: readonly FeatureKind[] = ['bridge', 'junction', 'signal', 'level-crossing', 'km-post'];
const NO_GO: readonly NoGoKind[] = ['relic', 'dyke', 'power-grid', 'road-safety-corridor'];

export function FeaturePanel({ draft }: { readonly draft: FeatureDraft }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { kind, roadId, from, to } = draft;
  const ready = roadId !== null && from !== null && (kind !== 'bridge' || to !== null);
  return (
    <section className={styles.panel} aria-label={t('command.tool.feature')}>
      <PanelHead title={t('command.tool.feature')} />
      <div className={styles.panelBody}>
        <Select
          label={t('feature.kind')}
          data={KINDS.map((k) => ({ value: k, label: t(`feature.${k}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(k) => changeFeatureDraft({ kind: (k ?? 'bridge') as FeatureKind, to: null })}
        />
        <p className={styles.hint}>{t(kind === 'bridge' ? 'feature.hintBridge' : 'feature.hint')}</p>
        <TextInput
          label={t('feature.name')}
          maxLength={200}
          value={draft.name}
          onChange={(event) => changeFeatureDraft({ name: event.currentTarget.value })}
        />
        <RoadSelect
          value={roadId}
          onChange={(id) => changeFeatureDraft({ roadId: id, from: null, to: null })}
        />
        <div className={styles.pair}>
          <ChainageField
            label={t(kind === 'bridge' ? 'draft.from' : 'draft.at')}
            roadId={roadId}
            value={from}
            onChange={(c) => changeFeatureDraft({ from: c, ...(kind === 'bridge' ? {} : { to: c }) })}
          />
          {kind === 'bridge' && (
            <ChainageField
              label={t('draft.to')}
              roadId={roadId}
              value={to}
              onChange={(c) => changeFeatureDraft({ to: c })}
            />
          )}
        </div>
        {kind === 'km-post' && roadId !== null && from !== null && (
          <CalibrationSection roadId={roadId} chainage={from} />
        )}
        <FeatureList />
      </div>
      <footer className={styles.panelFoot}>
        <Button
          className={styles.primary ?? ''}
          disabled={!ready}
          onClick={() => tell(acceptFeature(), reason)}
        >
          {t('feature.accept', { kind: t(`feature.${kind}`).toLocaleLowerCase() })}
        </Button>
        <Button variant="default" onClick={() => request('open-import-features')}>
          {t('ground.fromFile')}
        </Button>
      </footer>
    </section>
  );
}

export function AreaPanel({ draft }: { readonly draft: AreaDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const areas = useRows('noGoArea');
  return (
    <section className={styles.panel} aria-label={t('command.tool.area')}>
      <PanelHead title={t('command.tool.area')} />
      <div className={styles.panelBody}>
        <Select
          label={t('area.kind')}
          data={NO_GO.map((k) => ({ value: k, label: t(`area.${k}`) }))}
          value={draft.kind}
          allowDeselect={false}
          onChange={(k) => changeAreaDraft({ kind: (k ?? 'relic') as NoGoKind })}
        />
        <TextInput
          label={t('feature.name')}
          maxLength={200}
          value={draft.name}
          onChange={(event) => changeAreaDraft({ name: event.currentTarget.value })}
        />
        <p className={styles.hint}>{t('area.hint', { count: format.number(draft.corners.length) })}</p>
        {areas.length > 0 && (
          <>
            <h3 className={styles.subhead}>{t('area.list')}</h3>
            <ul className={styles.setItems}>
              {areas.map((a) => (
                <li key={a.id}>
                  <span className={styles.grow}>
                    {a.name === '' ? t(`area.${a.kind}`) : a.name} <small>{t(`area.${a.kind}`)}</small>
                  </span>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('area.show', { name: a.name })}
                    onClick={() => {
                      const corner = a.area[0]?.[0]?.[0];
                      if (corner !== undefined) goTo({ coordinate: corner });
                    }}
                  >
                    <IconFocus2 size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('area.delete', { name: a.name })}
                    onClick={() =>
                      commit({ code: 'area.deleted', params: { where: a.name } }, [
                        { kind: 'delete', entity: 'noGoArea', id: a.id, version: a.version },
                      ])
                    }
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <footer className={styles.panelFoot}>
        <Button
          className={styles.primary ?? ''}
          disabled={draft.corners.length < 3}
          onClick={() => tell(acceptArea(), reason)}
        >
          {t('area.accept')}
        </Button>
        <Button variant="default" onClick={() => request('open-import-areas')}>
          {t('ground.fromFile')}
        </Button>
      </footer>
    </section>
  );
}

export function MeasurePanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const measured = useWorkbench((s) => s.measured);
  return (
    <section className={styles.panel} aria-label={t('command.tool.measure')}>
      <PanelHead title={t('command.tool.measure')} />
      <div className={styles.panelBody}>
        <p className={styles.hint}>{t('measure.hint')}</p>
        {measured.length > 1 && (
          <dl className={styles.sum}>
            <dt>{t('measure.length')}</dt>
            <dd>
              <b className={styles.big}>{format.length(lineLength(measured))}</b>
            </dd>
          </dl>
        )}
      </div>
      <footer className={styles.panelFoot}>
        <Button
          variant="default"
          disabled={measured.length === 0}
          onClick={() => useWorkbench.setState({ measured: [] })}
        >
          {t('measure.clear')}
        </Button>
      </footer>
    </section>
  );
}

function PanelHead({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  return (
    <header className={styles.panelHead}>
      <h2>{title}</h2>
      <CloseButton aria-label={t('common.close')} onClick={() => startTool('select')} />
    </header>
  );
}

function tell(done: Result<true>, reason: ReturnType<typeof useReason>): void {
  if (!done.ok) notifications.show({ message: reason(done.reason), color: 'red' });
}

/** What is known of the roads already: shown, renamed by drawing anew, deleted with undo. */
function FeatureList() {
  const { t } = useTranslation();
  const roads = useTable('road');
  const features = useCampaign((s) => s.tables.roadFeature);
  const roadId = useWorkbench((s) => s.featureDraft?.roadId ?? null);
  const shown = [...features.values()]
    .filter((f) => roadId === null || f.roadId === roadId)
    .sort((a, b) => (a.roadId === b.roadId ? a.from - b.from : a.roadId < b.roadId ? -1 : 1))
    .slice(0, 60);
  if (shown.length === 0) return null;
  return (
    <>
      <h3 className={styles.subhead}>{t('feature.list')}</h3>
      <ul className={styles.setItems}>
        {shown.map((f) => {
          const road = roads.get(f.roadId);
          return (
            <li key={f.id}>
              <span className={styles.grow}>
                {f.name === '' ? t(`feature.${f.kind}`) : f.name}{' '}
                <small>
                  {road === undefined ? '' : roadLabel(road)} {formatChainage(f.from)}
                  {f.to !== f.from && ` – ${bareChainage(f.to)}`}
                </small>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('feature.show', { name: f.name })}
                onClick={() => goTo({ roadId: f.roadId, from: f.from - 150, to: f.to + 150 })}
              >
                <IconFocus2 size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('feature.delete', { name: f.name })}
                onClick={() =>
                  commit({ code: 'feature.deleted', params: { where: f.name } }, [
                    { kind: 'delete', entity: 'roadFeature', id: f.id, version: f.version },
                  ])
                }
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </>
  );
}
