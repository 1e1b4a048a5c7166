import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { whereOf } from '../../data/campaign/where.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { isTranslated, nameIn } from '../../domain/text/translated.ts';
import { numberText } from '../../domain/text/typedNumber.ts';
import { cut } from '../../ui/fields/fieldWords.ts';
import { useNote } from '../../ui/note.ts';

/** More fields than this are no help to a reader. */
const NAMED = 3;
const WRITTEN: ReadonlySet<string> = new Set([
  'name',
  'note',
  'text',
  'theme',
  'place',
  'years',
  'number',
  'body',
]);

/** What a waiting edit does, and where: its own name, and the place of the first row that it writes. */
export function useEditWords(): (edit: Edit) => string {
  const note = useNote();
  const { t, i18n } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  return useCallback(
    (edit) => {
      const words = note(edit.note);
      const { part, parts } = edit.note.params ?? {};
      const portion =
        part === undefined || parts === undefined ? '' : ` (${t('sync.part', { part, parts })})`;
      const place = placeOf(edit, tables, i18n.language);
      const fields = fieldsOf(edit, (field) => t(`field.${field}` as 'field.name'), i18n.language);
      const more = [place, fields].filter((text) => text !== '' && !words.includes(text));
      return `${[words, ...more].join(' · ')}${portion}`;
    },
    [note, tables, t, i18n.language],
  );
}

/** Of an edit of one row: the few fields that it sets, and to what where it is one and short. */
function fieldsOf(edit: Edit, word: (field: string) => string, language: string): string {
  const [op, ...more] = edit.ops;
  if (op?.kind !== 'set' || more.length > 0) return '';
  const names = Object.keys(op.fields);
  const [only, ...others] = Object.entries(op.fields as Readonly<Record<string, unknown>>);
  const value = others.length === 0 && only !== undefined ? typedValue(...only, language) : '';
  return names.length > NAMED ? '' : `${names.map(word).join(', ')}${value}`;
}

/** A number, or a text that somebody wrote; a state or a reference reads no better for its code. */
function typedValue(field: string, value: unknown, language: string): string {
  if (typeof value === 'number') return `: “${numberText(value, language, Math.abs(value) >= 10_000)}”`;
  return typeof value === 'string' && WRITTEN.has(field) && value !== '' ? `: “${cut(value)}”` : '';
}

function placeOf(edit: Edit, tables: Tables, language: string): string {
  for (const { entity, id, ...op } of edit.ops) {
    const row = { ...tables[entity].get(id), ...('fields' in op ? op.fields : {}) } as Readonly<
      Record<string, unknown>
    >;
    const placement =
      entity === 'placement' ? tables.placement.get(id) : tables.placement.get(String(row.placementId ?? ''));
    if (placement !== undefined && placement.roadId !== null) return whereOf(placement);
    if (entity === 'placement' && row.roadId !== undefined && row.roadId !== null)
      return whereOf(row as unknown as Parameters<typeof whereOf>[0]);
    const name = (isTranslated(row.name) ? nameIn(language, row.name) : row.name) ?? row.text ?? row.code;
    if (typeof name === 'string' && name !== '' && entity !== 'campaign') return name;
  }
  return '';
}
