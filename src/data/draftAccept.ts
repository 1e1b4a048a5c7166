/** Turns what was drawn into placements: one edit, however many positions they have. */
import { newId } from '../api/contract/newId.ts';
import type { Op } from '../domain/edit/edit.ts';
import { layItems } from '../domain/layout/operations/dressing.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import type { FieldsOf, Tables } from '../domain/model/rows.ts';
import { calibrationOf } from '../domain/plan/calibration.ts';
import { previewOf } from '../domain/plan/preview.ts';
import { sloganChooser } from '../domain/slogan/choose.ts';
import { commit, useCampaign } from './campaign.ts';
import { whereOf } from './commands/chosen.ts';
import {
  changeAreaDraft,
  changeFeatureDraft,
  type Draft,
  draftOf,
  fieldsOfDraft,
  NEW_PLACEMENT,
  type Tool,
  useWorkbench,
} from './workbench.ts';

/** Everything that a draft would put down: one placement, or those of a dressing set. */
export function placementsOfDraft(draft: Draft, tool: Tool, tables: Tables): FieldsOf<'placement'>[] {
  if (tool !== 'set') {
    const fields = fieldsOfDraft(draft, tool);
    return fields === null ? [] : [fields];
  }
  const set = tables.dressingSet.get(draft.setId ?? '');
  if (
    set === undefined ||
    draft.roadId === null ||
    draft.from === null ||
    draft.to === null ||
    draft.from === draft.to
  )
    return [];
  const ground = {
    roadId: draft.roadId,
    from: Math.min(draft.from, draft.to),
    to: Math.max(draft.from, draft.to),
  };
  return layItems(
    set.items,
    ground,
    (id) => tables.assetType.has(id),
    sloganChooser(tables.slogan.values(), tables.assetType),
    {
      ...NEW_PLACEMENT,
      unitId: draft.unitId,
    },
  );
}

/** Accepts the draft; a new one of the same type begins. Gives how many pieces were placed. */
export function acceptDraft(): Result<number> {
  const { draft, tool } = useWorkbench.getState();
  const { tables } = useCampaign.getState();
  const placed = draft === null ? [] : placementsOfDraft(draft, tool, tables);
  const [first] = placed;
  const type = tables.assetType.get(draft?.assetTypeId ?? '');
  if (draft === null || first === undefined || type === undefined) return fail('draft.incomplete');
  const previews = placed.map((fields) => previewOf(tables, fields));
  if (previews.includes(null)) return fail('draft.incomplete');
  const where = whereOf(tool === 'set' ? { ...first, from: draft.from, to: draft.to } : first);
  const code =
    tool === 'set' ? 'placement.set' : tool === 'stretch' ? 'placement.stretch' : 'placement.point';
  const done = commit(
    { code, params: { where } },
    placed.map((fields): Op => ({ kind: 'create', entity: 'placement', id: newId(), fields })),
  );
  if (!done.ok) return done;
  useWorkbench.setState({
    draft: {
      ...draftOf(type),
      setId: draft.setId,
      rule: draft.rule,
      unitId: draft.unitId,
      sloganId: draft.sloganId,
      ...(tool === 'point' ? { roadId: null } : {}),
    },
  });
  return ok(previews.reduce((sum, p) => sum + (p?.quantity ?? 0), 0));
}

/** Stores the road feature that was drawn; the next one begins. Fails with `draft.incomplete`. */
export function acceptFeature(): Result<true> {
  const { featureDraft } = useWorkbench.getState();
  if (featureDraft === null || featureDraft.roadId === null || featureDraft.from === null)
    return fail('draft.incomplete');
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
  const { featureDraft } = useWorkbench.getState();
  const { tables } = useCampaign.getState();
  const calibration = featureDraft === null ? null : calibrationOf(featureDraft, tables);
  if (featureDraft === null || calibration === null) return fail('draft.incomplete');
  if (!calibration.ok) return calibration;
  const { road, posts } = calibration.value;
  const done = commit(
    {
      code: 'calibration.changed',
      params: { where: whereOf({ roadId: road.id, from: featureDraft.says, to: null }) },
    },
    [{ kind: 'set', entity: 'road', id: road.id, version: road.version, fields: { calibration: posts } }],
  );
  if (done.ok) changeFeatureDraft({ from: null, to: null, says: null });
  return done;
}

/** Stores the no-go area that was drawn; the next one begins. Fails with `draft.incomplete` below three corners. */
export function acceptArea(): Result<true> {
  const { areaDraft } = useWorkbench.getState();
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
