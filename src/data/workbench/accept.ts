/** Turns what was drawn into placements: one edit, however many positions they have. */
import { newId } from '../../api/contract/newId.ts';
import { type Op, setOp } from '../../domain/edit/edit.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import { calibrationOf } from '../../domain/plan/calibration.ts';
import { draftOf, placementsOf } from '../../domain/plan/draft.ts';
import { previewOf } from '../../domain/plan/preview.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { gapsOn } from '../../domain/reshape/gaps.ts';
import { movedBy } from '../../domain/reshape/moved.ts';
import { drawnRoad } from '../../domain/road/drawnRoad.ts';
import { measureRoad } from '../../domain/road/measuredRoad.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { commit } from '../campaign/commit.ts';
import { whereOf } from '../campaign/where.ts';
import { selectOnly } from './choose.ts';
import { changeAreaDraft, changeFeatureDraft, hasMoved, setDraft, useDrafts } from './drafts.ts';
import { forgetRoad, whyStale } from './keptRoad.ts';
import { askReshape } from './reshaping.ts';

/** Accepts the draft; a new one of the same type begins. Gives how many pieces were placed. */
export function acceptDraft(): Result<number> {
  const { draft } = useDrafts.getState();
  const { tables } = useCampaign.getState();
  const placed = draft === null ? [] : placementsOf(draft, tables);
  const [first] = placed;
  const type = tables.assetType.get(draft?.assetTypeId ?? '');
  if (draft === null || first === undefined || type === undefined) return fail('draft.incomplete');
  if (hasMoved()) return fail('draft.moved');
  const previews = placed.map((fields) => previewOf(tables, fields));
  if (previews.includes(null)) return fail('draft.incomplete');
  const where = whereOf(draft.kind === 'set' ? { ...first, from: draft.from, to: draft.to } : first);
  const done = commit(
    { code: `placement.${draft.kind}`, params: { where } },
    placed.map((fields): Op => ({ kind: 'create', entity: 'placement', id: newId(), fields })),
  );
  if (!done.ok) return done;
  const { kind, setId, rule, unitId, sloganId } = draft;
  setDraft({ ...draftOf(type), kind, setId, rule, unitId, sloganId });
  return ok(previews.reduce((sum, p) => sum + (p?.quantity ?? 0), 0));
}

/** Stores the road feature that was drawn; the next one begins. Fails with `draft.incomplete`. */
export function acceptFeature(): Result<true> {
  const { featureDraft } = useDrafts.getState();
  if (featureDraft === null || featureDraft.roadId === null || featureDraft.from === null)
    return fail('draft.incomplete');
  if (hasMoved()) return fail('draft.moved');
  const { kind, roadId, from, name } = featureDraft;
  const to = featureDraft.to ?? from;
  const done = commit({ code: 'feature.created', params: { where: whereOf({ roadId, from, to: null }) } }, [
    {
      kind: 'create',
      entity: 'roadFeature',
      id: newId(),
      fields: { roadId, kind, name: name.trim(), from: Math.min(from, to), to: Math.max(from, to) },
    },
  ]);
  if (done.ok) changeFeatureDraft({ roadId: null, from: null, to: null, name: '', says: null });
  return done;
}

/** Measures the road anew by the post in the hand. Fails with `draft.incomplete` or `road.calibration-order`. */
export function acceptCalibration(): Result<true> {
  const { featureDraft } = useDrafts.getState();
  const { tables } = useCampaign.getState();
  const calibration = featureDraft === null ? null : calibrationOf(featureDraft, tables);
  if (featureDraft === null || calibration === null) return fail('draft.incomplete');
  if (hasMoved()) return fail('draft.moved');
  if (!calibration.ok) return calibration;
  const { road, posts } = calibration.value;
  const ops = [setOp('road', road, { calibration: posts })];
  const done = commit(
    {
      code: 'calibration.changed',
      params: { where: whereOf({ roadId: road.id, from: featureDraft.says, to: null }) },
    },
    ops,
    { moved: movedBy(tables, ops), parts: [] },
  );
  if (done.ok) changeFeatureDraft({ from: null, to: null, says: null });
  return done;
}

/**
 * Stores the road that was drawn and selects it; a line that belongs to a road that there is already is shown first, with
 * what it makes of the plan. Fails with `draft.incomplete`, `draft.road-changed`, `edit.missing`,
 * `road.too-short` or `road.calibration-order`.
 */
export function acceptRoad(source: string): Result<unknown> {
  const { roadDraft } = useDrafts.getState();
  if (roadDraft === null || roadDraft.corners.length < (roadDraft.what === 'new' ? 2 : 1))
    return fail('draft.incomplete');
  const { tables } = useCampaign.getState();
  const { what, roadId } = roadDraft;
  const line = roadDraft.corners.map((c) => c.at);
  const stale = whyStale(roadDraft);
  if (stale !== null) return { ok: false, reason: stale };
  if (roadId !== null && what !== 'new') {
    const reshaping =
      what === 'line'
        ? { kind: 'renew' as const, line, gaps: gapsOn(line, tables.road.get(roadId)?.gaps ?? []) }
        : { kind: 'extend' as const, end: what, away: line };
    askReshape({ ...reshaping, roadId }, roadDraft);
    return ok(null);
  }
  const fields = drawnRoad(roadDraft, source);
  const measured = measureRoad(fields);
  if (!measured.ok) return measured;
  const id = newId();
  const where = roadLabel(fields);
  const done = commit({ code: 'road.drawn', params: { where } }, [
    { kind: 'create', entity: 'road', id, fields },
  ]);
  if (done.ok) {
    forgetRoad(roadDraft);
    selectOnly('road', id);
  }
  return done;
}

/** Stores the no-go area that was drawn; the next one begins. Fails with `draft.incomplete` below three corners. */
export function acceptArea(): Result<true> {
  const { areaDraft } = useDrafts.getState();
  const [first] = areaDraft?.corners ?? [];
  if (areaDraft === null || first === undefined || areaDraft.corners.length < 3)
    return fail('draft.incomplete');
  const done = commit({ code: 'area.created', params: { where: areaDraft.name } }, [
    {
      kind: 'create',
      entity: 'noGoArea',
      id: newId(),
      fields: { kind: areaDraft.kind, name: areaDraft.name.trim(), area: [[[...areaDraft.corners, first]]] },
    },
  ]);
  if (done.ok) changeAreaDraft({ corners: [], name: '' });
  return done;
}
