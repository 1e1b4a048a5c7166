import type { EditAnswer } from '../api/contract/edits.ts';
import { newId } from '../api/contract/newId.ts';
import { PROTOCOL } from '../api/contract/protocol.ts';
import { DEFAULT_CATALOGUE } from '../domain/catalogue/defaultCatalogue.ts';
import { defaultSets } from '../domain/catalogue/defaultSets.ts';
import type { Edit } from '../domain/edit/edit.ts';
import type { FieldsOf, Id } from '../domain/model/rows.ts';
import type { Day } from '../domain/schedule/days.ts';
import { postJson } from './http.ts';

/**
 * Creates a campaign with the usual asset types and dressing sets, as one edit. Needs the server: before there is a campaign there is
 * no replica to keep it in. Throws Refusal or NoAnswer.
 */
export async function createCampaign(name: string, openingDay: Day, closingDay: Day): Promise<Id> {
  const id = newId();
  const fields: FieldsOf<'campaign'> = {
    name,
    theme: '',
    term: '',
    congressName: '',
    organisingBody: '',
    parentBody: '',
    bodyKind: 'state',
    place: '',
    openingDay,
    closingDay,
    timeZone: 'Asia/Ho_Chi_Minh',
    baseMaps: [],
    mapNotice: '',
    demoToday: null,
    budget: 0,
    ruleSettings: {},
  };
  const types = DEFAULT_CATALOGUE.map((type) => ({ id: newId(), fields: type }));
  const sets = defaultSets(new Map(types.map(({ id: typeId, fields: { code } }) => [code, typeId])));
  const edit: Edit = {
    key: newId(),
    replica: newId(),
    campaignId: id,
    note: { code: 'campaign.created' },
    ops: [
      { kind: 'create', entity: 'campaign', id, fields },
      ...types.map(({ id: typeId, fields: type }) => ({
        kind: 'create' as const,
        entity: 'assetType' as const,
        id: typeId,
        fields: type,
      })),
      ...sets.map((set) => ({
        kind: 'create' as const,
        entity: 'dressingSet' as const,
        id: newId(),
        fields: set,
      })),
    ],
  };
  await postJson<EditAnswer>(`/api/campaigns/${id}/edits`, { ...edit, protocol: PROTOCOL });
  return id;
}
