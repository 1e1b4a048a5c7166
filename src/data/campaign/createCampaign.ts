import type { EditAnswer } from '../../api/contract/edits.ts';
import { newId } from '../../api/contract/newId.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import { DEFAULT_CATALOGUE } from '../../domain/catalogue/defaultCatalogue.ts';
import { defaultSets } from '../../domain/catalogue/defaultSets.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import { campaign } from '../../domain/model/entities/campaign.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { sameValue } from '../../domain/sameValue.ts';
import type { Day } from '../../domain/schedule/days.ts';
import { cleanValue } from '../../domain/text/cleanText.ts';
import { postJson, Refusal } from '../net/http.ts';

interface Wanted {
  readonly name: string;
  readonly openingDay: Day;
  readonly closingDay: Day;
}

/**
 * A campaign that is being created, with the usual asset types and dressing sets, as one edit. Needs the server: before
 * there is a campaign there is no replica to keep it in. Tried again after a lost answer it is the same campaign.
 */
export class NewCampaign {
  #sent: { readonly edit: Edit; readonly wanted: Wanted } | null = null;

  /** Gives the campaign's id. Throws Refusal, NoAnswer or ServerFailed. */
  async create(typed: Wanted): Promise<Id> {
    const wanted = cleanValue(typed);
    const sent = this.#sent ?? { edit: editOf(wanted), wanted };
    this.#sent = sent;
    const { campaignId } = sent.edit;
    let number: number;
    try {
      number = (await send(sent.edit)).number;
    } catch (error) {
      // Refused: there is nothing that could be made twice.
      if (error instanceof Refusal && error.status !== 401 && error.status !== 429) this.#sent = null;
      throw error;
    }
    // It had arrived, as it was then; since, its maker has thought of something else.
    if (!sameValue(sent.wanted, wanted))
      await send({
        key: newId(),
        replica: sent.edit.replica,
        campaignId,
        note: { code: 'campaign.changed' },
        ops: [{ kind: 'set', entity: 'campaign', id: campaignId, version: number, fields: wanted }],
      });
    return campaignId;
  }
}

function send(edit: Edit): Promise<EditAnswer> {
  return postJson<EditAnswer>(`/api/campaigns/${edit.campaignId}/edits`, { ...edit, protocol: PROTOCOL });
}

function editOf(wanted: Wanted): Edit {
  const id = newId();
  const fields: FieldsOf<'campaign'> = { ...campaign.blank, ...wanted };
  const types = DEFAULT_CATALOGUE.map((type) => ({ id: newId(), fields: type }));
  const sets = defaultSets(new Map(types.map(({ id: typeId, fields: { code } }) => [code, typeId])));
  return {
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
}
