/** Tasks and checklists of the age before more was said of a task than that it was done. */
import type { Entity } from '../model/rows.ts';

type Fields = Readonly<Record<string, unknown>>;

export const NEW_IN_11: Readonly<Partial<Record<Entity, Fields>>> = {
  assetType: { goesWith: [] },
  task: { standing: 'done', assignedUnitId: null, assignedTo: '', due: null },
};

const NEW_OF_ITEM: Fields = { role: null, unitId: null, photo: false, signature: false, supports: [] };

/** What an op or a row of before says of tasks and of checklists, as it is said today. */
export function sinceWork(entity: Entity, fields: Fields): Fields {
  if (entity === 'assetType' && Array.isArray(fields.checklist))
    return {
      ...fields,
      checklist: fields.checklist.map((item) =>
        typeof item === 'object' && item !== null ? { ...NEW_OF_ITEM, ...item } : item,
      ),
    };
  if (entity !== 'task') return fields;
  const { doneDay, doneBy, ...rest } = fields;
  return {
    ...rest,
    ...(doneDay === undefined ? {} : { day: doneDay }),
    ...(doneBy === undefined ? {} : { who: doneBy }),
  };
}
