import type { EditAnswer } from '../../api/contract/edits.ts';
import { newId } from '../../api/contract/newId.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import { DEFAULT_CATALOGUE } from '../../domain/catalogue/defaultCatalogue.ts';
import { defaultSets } from '../../domain/catalogue/defaultSets.ts';
import { USUAL_MILESTONES } from '../../domain/catalogue/usualMilestones.ts';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import { campaign } from '../../domain/model/entities/campaign.ts';
import { occasion } from '../../domain/model/entities/occasion.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { sameValue } from '../../domain/sameValue.ts';
import type { Day } from '../../domain/schedule/days.ts';
import { saidInName } from '../../domain/slogan/occasionName.ts';
import { cleanValue } from '../../domain/text/cleanText.ts';
import { postJson, Refusal } from '../net/http.ts';

interface Wanted {
  readonly name: string;
  /** What it is for, in full, as slogans must name it; may be said later. */
  readonly occasion: string;
  readonly openingDay: Day;
  readonly lastDay: Day | null;
}

interface Sent {
  readonly edit: Edit;
  readonly wanted: Wanted;
}

/**
 * A campaign that is being created, with what it is for, the usual asset types, milestones and dressing sets, as one edit. Needs the server: before
 * there is a campaign there is no replica to keep it in. Tried again after a lost answer it is the same campaign.
 */
export class NewCampaign {
  #sent: Sent | null = null;

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
    const ops = changesOf(sent, wanted, number);
    if (ops.length > 0)
      await send({
        key: newId(),
        replica: sent.edit.replica,
        campaignId,
        note: { code: 'campaign.changed' },
        ops,
      });
    return campaignId;
  }
}

function send(edit: Edit): Promise<EditAnswer> {
  return postJson<EditAnswer>(`/api/campaigns/${edit.campaignId}/edits`, { ...edit, protocol: PROTOCOL });
}

function occasionFields({ occasion: name, openingDay, lastDay }: Wanted): FieldsOf<'occasion'> {
  return { ...occasion.blank, ...saidInName(name), name, openingDay, lastDay };
}

/** What is wanted otherwise than it was sent, on rows that stand as that edit made them. */
function changesOf({ edit, wanted: before }: Sent, wanted: Wanted, version: number): readonly Op[] {
  const was = occasionFields(before);
  const fields = Object.fromEntries(
    Object.entries(occasionFields(wanted)).filter(
      ([name, value]) => !sameValue(was[name as keyof typeof was], value),
    ),
  );
  const ops: Op[] = [];
  if (wanted.name !== before.name)
    ops.push({
      kind: 'set',
      entity: 'campaign',
      id: edit.campaignId,
      version,
      fields: { name: wanted.name },
    });
  if (Object.keys(fields).length > 0)
    ops.push({ kind: 'set', entity: 'occasion', id: occasionOf(edit), version, fields });
  return ops;
}

function occasionOf({ ops }: Edit): Id {
  const made = ops.find((op) => op.entity === 'occasion');
  if (made === undefined) throw new Error('a campaign is made with its occasion');
  return made.id;
}

function editOf(wanted: Wanted): Edit {
  const id = newId();
  const fields: FieldsOf<'campaign'> = { ...campaign.blank, name: wanted.name };
  const types = DEFAULT_CATALOGUE.map((type) => ({ id: newId(), fields: type }));
  const sets = defaultSets(new Map(types.map(({ id: typeId, fields: { code } }) => [code, typeId])));
  return {
    key: newId(),
    replica: newId(),
    campaignId: id,
    note: { code: 'campaign.created' },
    ops: [
      { kind: 'create', entity: 'campaign', id, fields },
      { kind: 'create', entity: 'occasion', id: newId(), fields: occasionFields(wanted) },
      ...types.map(({ id: typeId, fields: type }) => ({
        kind: 'create' as const,
        entity: 'assetType' as const,
        id: typeId,
        fields: type,
      })),
      ...USUAL_MILESTONES.map((milestone) => ({
        kind: 'create' as const,
        entity: 'milestone' as const,
        id: newId(),
        fields: milestone,
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
