import type { EditAnswer } from '../api/contract/edits.ts';
import { newId } from '../api/contract/newId.ts';
import { DEFAULT_CATALOGUE } from '../domain/catalogue/defaultCatalogue.ts';
import type { Edit } from '../domain/edit/edit.ts';
import type { FieldsOf, Id } from '../domain/model/rows.ts';
import type { Day } from '../domain/schedule/days.ts';
import { postJson } from './http.ts';

/**
 * Creates a campaign with the usual asset types, as one edit. Needs the server: before there is a campaign there is
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
    tileUrl: '',
    tileAttribution: '',
    mapNotice: '',
    demoToday: null,
    budget: 0,
    ruleSettings: {},
  };
  const edit: Edit = {
    key: newId(),
    replica: newId(),
    campaignId: id,
    note: { code: 'campaign.created' },
    ops: [
      { kind: 'create', entity: 'campaign', id, fields },
      ...DEFAULT_CATALOGUE.map((type) => ({
        kind: 'create' as const,
        entity: 'assetType' as const,
        id: newId(),
        fields: type,
      })),
    ],
  };
  await postJson<EditAnswer>(`/api/campaigns/${id}/edits`, edit);
  return id;
}
