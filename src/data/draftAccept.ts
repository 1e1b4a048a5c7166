/** Turns what was drawn into a placement: one edit with one row in it, however many positions it has. */
import { newId } from '../api/contract/newId.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import { bareChainage } from '../domain/road/chainageText.ts';
import { commit, useCampaign } from './campaign.ts';
import { previewOf } from './derived/preview.ts';
import { roadLabel } from './derived/roads.ts';
import { draftOf, fieldsOfDraft, useWorkbench } from './workbench.ts';

/** Accepts the draft; a new one of the same type begins. Gives how many pieces were placed. */
export function acceptDraft(): Result<number> {
  const { draft, tool } = useWorkbench.getState();
  const { tables } = useCampaign.getState();
  const fields = draft === null ? null : fieldsOfDraft(draft, tool);
  if (draft === null || fields === null) return fail('draft.incomplete');
  const preview = previewOf(tables, fields);
  const type = tables.assetType.get(fields.assetTypeId);
  if (preview === null || type === undefined) return fail('draft.incomplete');
  const road = tables.road.get(fields.roadId ?? '');
  const ends = fields.from === null ? '' : bareChainage(fields.from);
  const where = [
    road === undefined ? '' : roadLabel(road),
    ends,
    fields.to === null ? '' : `– ${bareChainage(fields.to)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
  const code = tool === 'stretch' ? 'placement.stretch' : 'placement.point';
  const done = commit({ code, params: { where } }, [
    { kind: 'create', entity: 'placement', id: newId(), fields },
  ]);
  if (!done.ok) return done;
  useWorkbench.setState({
    draft: { ...draftOf(type), rule: draft.rule, unitId: draft.unitId, sloganId: draft.sloganId },
  });
  return ok(preview.quantity);
}
