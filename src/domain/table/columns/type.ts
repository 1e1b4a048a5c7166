import type { AssetType } from '../../model/entities/assetType.ts';
import { fail, ok } from '../../model/result.ts';
import { nameIn } from '../../text/translated.ts';
import type { Column } from './column.ts';
import { named } from './named.ts';

/** A type by its name in any language, or by its code. */
export const typeNamed = named<AssetType>((t) => [t.name.vi, t.name.en, t.code]);

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
    const type = typeNamed(tables.assetType, text);
    return type === undefined ? fail('cell.type', { text }) : ok({ assetTypeId: type.id });
  },
  required: true,
  suggested: ({ assetType }, { language }) => Array.from(assetType.values(), (t) => nameIn(language, t.name)),
};
