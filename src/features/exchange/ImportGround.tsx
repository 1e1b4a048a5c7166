/** Brings boundaries, no-go areas and road features in from GeoJSON: previewed feature by feature, then stored at once. */

import { Alert, Button, FileInput, Group, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, mayCommit, newRowId } from '../../data/campaign/commit.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { GroundFeature } from '../../domain/ground/groundFile.ts';
import type { NoGoKind } from '../../domain/model/entities/noGoArea.ts';
import type { FeatureKind } from '../../domain/model/entities/roadFeature.ts';
import type { Reason } from '../../domain/model/result.ts';
import type { Area, Tables } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { stationOf } from '../../domain/road/measuredRoad.ts';
import { plainText } from '../../domain/text/plainText.ts';
import { ACCEPTED, FORMAT_NAMES } from '../../formats/formats.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './exchange.module.css';
import type { FromGround } from './groundWorker.ts';

export type GroundKind = 'units' | 'areas' | 'features';

/** What one feature of the file would become. */
interface Planned {
  readonly feature: GroundFeature;
  readonly what: string;
  readonly op: Op | null;
  readonly problem: Reason | null;
}

/** Features shown: enough to see what kind of file it is, and all that is wrong in most. */
const LISTED = 200;

/** A feature farther from every road than this, in metres, belongs to none of them. */
const NEAR_M = 60;

export function ImportGround({ kind, onClose }: { readonly kind: GroundKind; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const tables = useCampaign((s) => s.tables);
  const [features, setFeatures] = useState<readonly GroundFeature[] | null>(null);
  const [problem, setProblem] = useState<Reason | null>(null);
  const [noGo, setNoGo] = useState<NoGoKind>('relic');
  const [mark, setMark] = useState<FeatureKind>('bridge');
  const planned = useMemo(
    () => (features ?? []).map((f) => planOf(f, kind, tables, noGo, mark)),
    [features, kind, tables, noGo, mark],
  );
  const ops = planned.flatMap((p) => p.op ?? []);
  const allowed = ops.length === 0 ? null : mayCommit(ops);
  const read = (file: File | null) => {
    setFeatures(null);
    setProblem(null);
    if (file === null) return;
    const worker = new Worker(new URL('./groundWorker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromGround>) => {
      worker.terminate();
      if (data.ok) setFeatures(data.value);
      else setProblem(data.reason);
    };
    worker.onerror = () => {
      worker.terminate();
      setProblem({ code: 'file.failed' });
    };
    worker.postMessage(file);
  };
  const accept = () => {
    const done = commit({ code: `${kind}.imported`, params: { count: ops.length } }, ops);
    if (!done.ok) {
      notifications.show({ message: reason(done.reason), color: 'red' });
      return;
    }
    notifications.show({ message: t('ground.done', { count: format.number(ops.length) }), color: 'green' });
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t(`ground.title.${kind}`)} size="lg">
      <FileInput
        label={t('ground.file', { formats: FORMAT_NAMES })}
        description={t(`ground.hint.${kind}`)}
        accept={ACCEPTED}
        placeholder={t('ground.choose')}
        onChange={read}
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
        <p className={styles.summary} aria-live="polite">
          {t('ground.summary', {
            taken: format.number(ops.length),
            refused: format.number(planned.filter((p) => p.problem !== null).length),
          })}
        </p>
      )}
      {features !== null && (
        <ul className={styles.ground}>
          {/* What is refused stands first: the rest of a long list is not shown. */}
          {[...planned]
            .sort((a, b) => Number(b.problem !== null) - Number(a.problem !== null))
            .slice(0, LISTED)
            .map((p) => (
              <li key={p.feature.number} className={p.problem === null ? '' : styles.groundBad}>
                <b>{format.number(p.feature.number)}</b>
                <span>{p.feature.name === '' ? t('ground.unnamed') : p.feature.name}</span>
                <small>
                  {[p.problem === null ? p.what : reason(p.problem), ...p.feature.cuts.map(reason)].join(' ')}
                </small>
              </li>
            ))}
          {planned.length > LISTED && (
            <li>{t('ground.more', { count: format.number(planned.length - LISTED) })}</li>
          )}
        </ul>
      )}
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

function planOf(
  feature: GroundFeature,
  kind: GroundKind,
  tables: Tables,
  noGo: NoGoKind,
  mark: FeatureKind,
): Planned {
  const refused = (code: string): Planned => ({ feature, what: '', op: null, problem: { code } });
  if (feature.problem !== null) return { feature, what: '', op: null, problem: feature.problem };
  if (kind === 'units')
    return feature.area === null ? refused('ground.needs-area') : unitOf(feature, feature.area, tables);
  if (kind === 'areas') {
    if (feature.area === null) return refused('ground.needs-area');
    const fields = { kind: feature.noGo ?? noGo, name: feature.name, area: feature.area };
    return {
      feature,
      what: '+',
      op: { kind: 'create', entity: 'noGoArea', id: newRowId(), fields },
      problem: null,
    };
  }
  return featureOf(feature, tables, feature.feature ?? mark);
}

/** A unit of that code or name gets the boundary; otherwise there is a new one. */
function unitOf(feature: GroundFeature, boundary: Area, tables: Tables): Planned {
  const units = [...tables.unit.values()];
  const known =
    units.find((u) => u.code !== '' && u.code === feature.code) ??
    units.find((u) => feature.name !== '' && plainText(u.name) === plainText(feature.name));
  if (known !== undefined)
    return {
      feature,
      what: `→ ${known.name}`,
      op: { kind: 'set', entity: 'unit', id: known.id, version: known.version, fields: { boundary } },
      problem: null,
    };
  if (feature.name === '') return { feature, what: '', op: null, problem: { code: 'ground.unnamed-unit' } };
  return {
    feature,
    what: '+',
    op: {
      kind: 'create',
      entity: 'unit',
      id: newRowId(),
      fields: {
        code: feature.code,
        name: feature.name,
        kind: 'commune',
        centre: middleOf(boundary),
        parentId: null,
        boundary,
      },
    },
    problem: null,
  };
}

function middleOf(area: Area): readonly [number, number] | null {
  const corners = area.flatMap((p) => p[0] ?? []);
  if (corners.length === 0) return null;
  const [xs, ys] = [corners.map((c) => c[0]), corners.map((c) => c[1])];
  let [w, e, s, n] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const x of xs) [w, e] = [Math.min(w, x), Math.max(e, x)];
  for (const y of ys) [s, n] = [Math.min(s, y), Math.max(n, y)];
  return [(w + e) / 2, (s + n) / 2];
}

function featureOf(feature: GroundFeature, tables: Tables, kind: FeatureKind): Planned {
  const [first] = feature.points;
  const last = feature.points[feature.points.length - 1];
  if (first === undefined || last === undefined)
    return { feature, what: '', op: null, problem: { code: 'ground.needs-point' } };
  let best: { id: string; label: string; from: number; to: number; distance: number } | null = null;
  for (const road of tables.road.values()) {
    const measured = measuredOf(road);
    if (measured === null) continue;
    const a = stationOf(measured, first[0], first[1], NEAR_M);
    const b = stationOf(measured, last[0], last[1], NEAR_M);
    if (a === null || b === null) continue;
    const distance = a.distance + b.distance;
    if (best === null || distance < best.distance)
      best = { id: road.id, label: roadLabel(road), from: a.chainage, to: b.chainage, distance };
  }
  if (best === null)
    return { feature, what: '', op: null, problem: { code: 'ground.no-road', params: { metres: NEAR_M } } };
  const ends = [Math.round(best.from), Math.round(best.to)];
  const [from, to] =
    kind === 'bridge' ? [Math.min(...ends), Math.max(...ends)] : [ends[0] ?? 0, ends[0] ?? 0];
  return {
    feature,
    what: `${best.label} ${formatChainage(from)}`,
    op: {
      kind: 'create',
      entity: 'roadFeature',
      id: newRowId(),
      fields: { roadId: best.id, kind, name: feature.name, from, to },
    },
    problem: null,
  };
}
