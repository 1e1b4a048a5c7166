/** Brings boundaries, no-go areas and road features in from a file: previewed feature by feature, then stored at once. */

import { Alert, Button, FileInput, Group, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, mayCommit, newRowId } from '../../data/campaign/commit.ts';
import { type GroundKind, type PlannedGround, planGround } from '../../domain/ground/planGround.ts';
import type { NoGoKind } from '../../domain/model/entities/noGoArea.ts';
import type { FeatureKind } from '../../domain/model/entities/roadFeature.ts';
import { ACCEPTED, FORMAT_NAMES } from '../../formats/formats.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './exchange.module.css';
import { ConversionStep } from './file/ConversionStep.tsx';
import { useFileContent } from './file/useFileContent.ts';
import { useGroundBox } from './file/useGroundBox.ts';

/** Features shown: enough to see what kind of file it is, and all that is wrong in most. */
const LISTED = 200;

export function ImportGround({ kind, onClose }: { readonly kind: GroundKind; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const tables = useCampaign((s) => s.tables);
  const { state, open, convert } = useFileContent('ground', useGroundBox());
  const { content: features, found, problem, fileName } = state;
  const [noGo, setNoGo] = useState<NoGoKind>('relic');
  const [mark, setMark] = useState<FeatureKind>('bridge');
  const planned = useMemo(
    () => planGround(features ?? [], { kind, noGo, mark }, tables, newRowId),
    [features, kind, tables, noGo, mark],
  );
  const ops = planned.flatMap((p) => p.op ?? []);
  const allowed = ops.length === 0 ? null : mayCommit(ops);
  const accept = () => {
    const done = commit({ code: `${kind}.imported`, params: { count: ops.length } }, ops);
    if (!done.ok) {
      notifications.show({ message: reason(done.reason), color: 'red' });
      return;
    }
    notifications.show({ message: t('ground.done', { count: format.number(ops.length) }), color: 'green' });
    onClose();
  };
  if (found !== null)
    return (
      <Dialog opened onClose={onClose} title={t(`ground.title.${kind}`)} size="lg">
        <ConversionStep fileName={fileName} found={found} onConvert={convert} onOther={() => open(null)} />
      </Dialog>
    );
  return (
    <Dialog opened onClose={onClose} title={t(`ground.title.${kind}`)} size="lg">
      <FileInput
        label={t('ground.file', { formats: FORMAT_NAMES })}
        description={t(`ground.hint.${kind}`)}
        accept={ACCEPTED}
        placeholder={t('ground.choose')}
        onChange={open}
      />
      {problem !== null && (
        <Alert color="red" mt="sm">
          {reason(problem)}
        </Alert>
      )}
      {kind === 'areas' && features !== null && (
        <Select
          mt="sm"
          label={t('ground.areaKind')}
          data={(['relic', 'dyke', 'power-grid', 'road-safety-corridor'] as const).map((k) => ({
            value: k,
            label: t(`area.${k}`),
          }))}
          value={noGo}
          allowDeselect={false}
          onChange={(k) => setNoGo((k ?? 'relic') as NoGoKind)}
        />
      )}
      {kind === 'features' && features !== null && (
        <Select
          mt="sm"
          label={t('ground.featureKind')}
          data={(['bridge', 'junction', 'signal', 'level-crossing', 'km-post'] as const).map((k) => ({
            value: k,
            label: t(`feature.${k}`),
          }))}
          value={mark}
          allowDeselect={false}
          onChange={(k) => setMark((k ?? 'bridge') as FeatureKind)}
        />
      )}
      {features !== null && (
        <p className={styles.read} aria-live="polite">
          {t('ground.summary', {
            taken: format.number(ops.length),
            refused: format.number(planned.filter((p) => p.problem !== null).length),
          })}
        </p>
      )}
      {features !== null && <PlannedList planned={planned} />}
      {allowed?.ok === false && <Alert color="red">{reason(allowed.reason)}</Alert>}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={allowed?.ok !== true} onClick={accept}>
          {t('ground.accept', { count: format.number(ops.length) })}
        </Button>
      </Group>
    </Dialog>
  );
}

/** What is refused stands first: the rest of a long list is not shown. */
function PlannedList({ planned }: { readonly planned: readonly PlannedGround[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const shown = [...planned]
    .sort((a, b) => Number(b.problem !== null) - Number(a.problem !== null))
    .slice(0, LISTED);
  return (
    <ul className={styles.ground}>
      {shown.map(({ feature, what, problem }) => (
        <li key={feature.number} className={problem === null ? '' : styles.groundBad}>
          <b>{format.number(feature.number)}</b>
          <span>{feature.name === '' ? t('ground.unnamed') : feature.name}</span>
          <small>
            {[problem === null ? what || t('ground.new') : reason(problem), ...feature.cuts.map(reason)].join(
              ' ',
            )}
          </small>
        </li>
      ))}
      {planned.length > LISTED && (
        <li>{t('ground.more', { count: format.number(planned.length - LISTED) })}</li>
      )}
    </ul>
  );
}
