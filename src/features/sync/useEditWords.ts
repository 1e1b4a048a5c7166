import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign.ts';
import { whereOf } from '../../data/commands/chosen.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { useNote } from '../../ui/note.ts';

/** More fields than this are no help to a reader. */
const NAMED = 3;

/** What a waiting edit does, and where: its own name, and the place of the first row that it writes. */
export function useEditWords(): (edit: Edit) => string {
  const note = useNote();
  const { t } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  return useCallback(
    (edit) => {
      const words = note(edit.note);
      const { part, parts } = edit.note.params ?? {};
      const portion =
        part === undefined || parts === undefined ? '' : ` (${t('sync.part', { part, parts })})`;
      const place = placeOf(edit, tables) || fieldsOf(edit, (field) => t(`field.${field}` as 'field.name'));
      return `${words}${place === '' || words.includes(place) ? '' : ` · ${place}`}${portion}`;
    },
    [note, tables, t],
  );
}

/** Of an edit that has no place, such as one of the campaign's settings: the few fields that it sets. */
function fieldsOf(edit: Edit, word: (field: string) => string): string {
  const [op, ...more] = edit.ops;
  if (op?.kind !== 'set' || more.length > 0) return '';
  const names = Object.keys(op.fields);
  return names.length > NAMED ? '' : names.map(word).join(', ');
}

function placeOf(edit: Edit, tables: Tables): string {
  for (const { entity, id, ...op } of edit.ops) {
    const row = { ...tables[entity].get(id), ...('fields' in op ? op.fields : {}) } as Readonly<
      Record<string, unknown>
    >;
    const placement =
      entity === 'placement' ? tables.placement.get(id) : tables.placement.get(String(row.placementId ?? ''));
    if (placement !== undefined && placement.roadId !== null) return whereOf(placement);
    if (entity === 'placement' && row.roadId !== undefined && row.roadId !== null)
      return whereOf(row as unknown as Parameters<typeof whereOf>[0]);
    const name = row.name ?? row.text ?? row.code;
    if (typeof name === 'string' && name !== '' && entity !== 'campaign') return name;
  }
  return '';
}
