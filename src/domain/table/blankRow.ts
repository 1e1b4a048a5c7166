import type { AssetType } from '../model/entities/assetType.ts';
import type { FieldsOf, Tables } from '../model/rows.ts';
import { draftOf, newPlacement } from '../plan/draft.ts';
import { onlyBeginning, typeNamed } from './columns/type.ts';

/** What a new row begins with: what its type proposes, and no place yet. */
export function blankRow(tables: Tables, typeText: string): FieldsOf<'placement'> {
  const [first] = tables.assetType.values();
  const type =
    typeNamed(tables.assetType, typeText.trim()) ??
    onlyBeginning(tables.assetType, typeText) ??
    (first as AssetType);
  const draft = draftOf(type);
  const stretch = type.layout === 'stretch';
  return {
    ...newPlacement(tables, type.id),
    sloganId: null,
    roadId: null,
    coordinate: null,
    from: null,
    to: null,
    side: stretch ? null : draft.side,
    rule: stretch ? draft.rule : null,
    pointQuantity: stretch ? 0 : 1,
  };
}
