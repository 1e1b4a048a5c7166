/** Placements on the clipboard: spoken of by codes and texts, so that another campaign can understand them. */

import { type Mark, marksAt } from '../edit/marks.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { FieldsOf, Id, Tables } from '../model/rows.ts';

type Fields = FieldsOf<'placement'>;

/** What a page of before did not put on the clipboard. */
const UNSAID: Partial<Fields> = { support: 'unknown' };

interface Copied {
  readonly type: string;
  readonly road: string;
  readonly unit: string;
  readonly slogan: string;
  readonly fields: Fields;
  /** Where its ends stood on its road; a page of before did not say it. */
  readonly marks?: readonly Mark[];
}

interface Clip {
  readonly cohoa: 1;
  readonly campaignId: Id;
  readonly placements: readonly Copied[];
}

export function toClipboard(rows: readonly Placement[], tables: Tables, campaignId: Id): string {
  const clip: Clip = {
    cohoa: 1,
    campaignId,
    placements: rows.map((row) => {
      const { id: _id, version: _version, ...fields } = row;
      return {
        type: tables.assetType.get(row.assetTypeId)?.code ?? '',
        road: tables.road.get(row.roadId ?? '')?.code ?? '',
        unit: tables.unit.get(row.unitId ?? '')?.code ?? '',
        slogan: tables.slogan.get(row.sloganId ?? '')?.text ?? '',
        fields,
        marks: marksAt(tables.road.get(row.roadId ?? ''), row),
      };
    }),
  };
  return JSON.stringify(clip);
}

export interface Pasted {
  readonly placements: readonly Fields[];
  /** How many could not be understood here: their type or road is missing. */
  readonly left: number;
  /** Where they stood, of those that keep the road that they stood on. */
  readonly marks: readonly Mark[];
}

/**
 * Reads the clipboard for a campaign. In its own campaign ids are kept; in another one types and roads are found by
 * code, units by code, slogans by text. Null when the text is none of ours.
 */
export function fromClipboard(text: string, tables: Tables, campaignId: Id): Pasted | null {
  let clip: Clip;
  try {
    clip = JSON.parse(text) as Clip;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof clip !== 'object' || clip === null || clip.cohoa !== 1 || !Array.isArray(clip.placements))
    return null;
  const at = home(clip.campaignId === campaignId, tables);
  const placements = clip.placements.flatMap((c) => at(c) ?? []);
  const own = clip.campaignId === campaignId;
  const marks = own ? clip.placements.flatMap((c) => (at(c) === null ? [] : (c.marks ?? []))) : [];
  return { placements, left: clip.placements.length - placements.length, marks };
}

function home(own: boolean, tables: Tables): (copied: Copied) => Fields | null {
  const byCode = <R extends { readonly id: Id; readonly code: string }>(
    rows: ReadonlyMap<Id, R>,
    code: string,
  ) => (code === '' ? undefined : [...rows.values()].find((r) => r.code === code)?.id);
  return ({ type, road, unit, slogan, fields }) => {
    const kept = <R>(rows: ReadonlyMap<Id, R>, id: Id | null) =>
      own && id !== null && rows.has(id) ? id : undefined;
    const assetTypeId = kept(tables.assetType, fields.assetTypeId) ?? byCode(tables.assetType, type);
    const roadId = kept(tables.road, fields.roadId) ?? byCode(tables.road, road) ?? null;
    if (assetTypeId === undefined || (fields.roadId !== null && roadId === null)) return null;
    return {
      ...UNSAID,
      ...fields,
      assetTypeId,
      roadId,
      unitId: kept(tables.unit, fields.unitId) ?? byCode(tables.unit, unit) ?? null,
      sloganId:
        kept(tables.slogan, fields.sloganId) ??
        (slogan === '' ? null : ([...tables.slogan.values()].find((s) => s.text === slogan)?.id ?? null)),
      state: 'draft',
      approvedQuantity: null,
    };
  };
}
