import type { AssetType } from '../../model/entities/assetType.ts';
import { fail, ok } from '../../model/result.ts';
import type { Id } from '../../model/rows.ts';
import { plainText } from '../../text/plainText.ts';
import { nameIn } from '../../text/translated.ts';
import type { Column } from './column.ts';
import { named } from './named.ts';

/** A type by its name in any language, or by its code. */
export const typeNamed = named<AssetType>((t) => [t.name.vi, t.name.en, t.code]);

/** The one type whose name begins so: offices write «Cờ Tổ quốc» for what is called «Cờ Tổ quốc cắm cột» here. */
export function onlyBeginning(types: ReadonlyMap<Id, AssetType>, text: string): AssetType | undefined {
  const wanted = plainText(text.trim());
  if (wanted.length < 3) return undefined;
  const found = [...types.values()].filter((t) =>
    [t.name.vi, t.name.en].some((name) => plainText(name).startsWith(wanted)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Names that have these words in them, three at the most: offices write «Băng rôn» where there are several. */
function namesLike(types: ReadonlyMap<Id, AssetType>, text: string): readonly string[] {
  const wanted = plainText(text.trim());
  if (wanted.length < 3) return [];
  return [...types.values()]
    .flatMap((t) => [t.name.vi, t.name.en].find((name) => plainText(name).includes(wanted)) ?? [])
    .slice(0, 3);
}

export const type: Column<string> = {
  width: 214,
  value: (_, { type, words }) => nameIn(words.language, type?.name),
  sort: 'words',
  searched: (value) => value,
  filter: {
    kind: 'choice',
    keys: (row) => [row.assetTypeId],
    choices: ({ assetType }, { language }) =>
      Array.from(assetType.values(), (t) => ({ value: t.id, label: nameIn(language, t.name) })),
  },
  read(text, _, { tables }) {
    const type = typeNamed(tables.assetType, text) ?? onlyBeginning(tables.assetType, text);
    if (type !== undefined) return ok({ assetTypeId: type.id });
    const like = namesLike(tables.assetType, text);
    return like.length === 0
      ? fail('cell.type', { text })
      : fail('cell.type-like', { text, names: like.map((name) => `“${name}”`).join(', ') });
  },
  required: true,
  suggested: ({ assetType }, { language }) => Array.from(assetType.values(), (t) => nameIn(language, t.name)),
};
