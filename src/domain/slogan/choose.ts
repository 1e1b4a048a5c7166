/** Slogans for what carries text and names none: approved ones, in the order of their priority, each in its turn. */
import type { AssetType } from '../model/entities/assetType.ts';
import type { Slogan } from '../model/entities/slogan.ts';
import type { Id } from '../model/rows.ts';

/** Gives the next slogan for a type each time it is asked; null for a type without text, or when none may stand on it. */
export function sloganChooser(
  slogans: Iterable<Slogan>,
  types: ReadonlyMap<Id, AssetType>,
): (typeId: Id) => Id | null {
  const approved = [...slogans]
    .filter((s) => s.approved)
    .sort((a, b) => (a.priority || 1001) - (b.priority || 1001) || (a.id < b.id ? -1 : 1));
  let turn = 0;
  return (typeId) => {
    if (types.get(typeId)?.carriesText !== true) return null;
    const fitting = approved.filter((s) => s.typeIds.length === 0 || s.typeIds.includes(typeId));
    return fitting[turn++ % Math.max(1, fitting.length)]?.id ?? null;
  };
}
