/** What the form of a type stands for: its edit, its code, and whether print could tell it from the others. */
import { newRowId } from '../../data/campaign/commit.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import { plainText } from '../../domain/text/plainText.ts';
import type { Translated } from '../../domain/text/translated.ts';
import { changedFields } from '../../ui/forms/rowForm.ts';

/** Another type that a black-and-white print could not tell from this one. */
export function lookalikeOf(now: AssetType, types: readonly AssetType[]): AssetType | undefined {
  return types.find((x) => x.id !== now.id && x.shape === now.shape && x.glyph === now.glyph);
}

/** Null where nothing changed. */
export function typeOp(before: AssetType, now: AssetType, types: readonly AssetType[]): Op | null {
  const { id, version, ...fields } = now;
  const trimmed = {
    ...fields,
    name: trimmedName(fields.name),
    unitName: trimmedName(fields.unitName),
    // A line without a name says nothing.
    goesWith: fields.goesWith
      .map((x) => ({ ...x, name: trimmedName(x.name) }))
      .filter(({ name }) => name.vi !== ''),
  };
  if (before.id === '')
    return {
      kind: 'create',
      entity: 'assetType',
      id: newRowId(),
      fields: { ...trimmed, code: codeFor(now.name.vi, types) },
    };
  const { id: _id, version: _version, ...was } = before;
  const changed = changedFields(was, trimmed);
  return Object.keys(changed).length === 0
    ? null
    : { kind: 'set', entity: 'assetType', id, version, fields: changed };
}

const trimmedName = (name: Translated) =>
  Object.fromEntries(
    Object.entries(name).map(([language, text]) => [language, text.trim()]),
  ) as unknown as Translated;

/** A code that other campaigns can know the type by: its name in plain letters, numbered when it is taken. */
function codeFor(name: string, types: readonly AssetType[]): string {
  const base =
    plainText(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 30) || 'type';
  const taken = new Set(types.map((x) => x.code));
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(code)) return code;
  }
}
