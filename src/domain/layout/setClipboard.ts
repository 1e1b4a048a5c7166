/** A dressing set on its way to another campaign: types by code, slogans by text. */
import type { DressingItem, DressingSet } from '../model/entities/dressingSet.ts';
import type { Id, Tables } from '../model/rows.ts';

interface Copied {
  readonly cohoaSet: 1;
  readonly name: string;
  readonly items: readonly { readonly type: string; readonly slogan: string; readonly item: DressingItem }[];
}

export function setToClipboard(set: DressingSet, tables: Tables): string {
  const copied: Copied = {
    cohoaSet: 1,
    name: set.name,
    items: set.items.map((item) => ({
      type: tables.assetType.get(item.assetTypeId)?.code ?? '',
      slogan: tables.slogan.get(item.sloganId ?? '')?.text ?? '',
      item,
    })),
  };
  return JSON.stringify(copied);
}

/** The set as this campaign can lay it; `left` counts items whose type it does not have. Null when it is none. */
export function setFromClipboard(
  text: string,
  tables: Tables,
): { readonly name: string; readonly items: readonly DressingItem[]; readonly left: number } | null {
  let copied: Copied;
  try {
    copied = JSON.parse(text) as Copied;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof copied !== 'object' || copied === null || copied.cohoaSet !== 1 || !Array.isArray(copied.items))
    return null;
  const types = new Map([...tables.assetType.values()].map((t) => [t.code, t.id]));
  const slogans = new Map([...tables.slogan.values()].map((s): [string, Id] => [s.text, s.id]));
  const items = copied.items.flatMap(({ type, slogan, item }): DressingItem[] => {
    const assetTypeId = types.get(type);
    return assetTypeId === undefined ? [] : [{ ...item, assetTypeId, sloganId: slogans.get(slogan) ?? null }];
  });
  return { name: String(copied.name), items, left: copied.items.length - items.length };
}
