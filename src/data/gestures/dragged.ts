/** A placement in the hand: seen everywhere where it is now, stored when it is let go. */

import { setOp } from '../../domain/edit/edit.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Result } from '../../domain/model/result.ts';
import { commitSeen } from '../campaign/commit.ts';
import { whereOf } from '../campaign/where.ts';
import { askDraft } from '../checks/findings.ts';
import { setDragged, useDrafts } from '../workbench/drafts.ts';

type Ends = Partial<Pick<Placement, 'from' | 'to'>>;

export function dragPlacement(row: Placement, fields: Ends): void {
  setDragged({ id: row.id, fields });
  askDraft({ ...row, ...fields }, row.id);
}

/** All is as it was. Gives where it had been dragged to. */
export function letPlacementGo(row: Placement): Ends {
  const { dragged } = useDrafts.getState();
  setDragged(null);
  askDraft(null, row.id);
  return dragged?.id === row.id ? dragged.fields : {};
}

/** Stores where it is; nothing where it came back to its place. `ends`: what its fields are then, where they differ. */
export function dropPlacement(
  row: Placement,
  ends: (dragged: Ends) => Ends | null = (d) => d,
): Result<unknown> | null {
  const fields = ends(letPlacementGo(row));
  const moved =
    fields !== null && Object.entries(fields).some(([name, value]) => value !== row[name as keyof Ends]);
  if (fields === null || !moved) return null;
  const note = { code: 'placement.moved', params: { where: whereOf({ ...row, ...fields }) } };
  return commitSeen(note, [setOp('placement', row, fields)], [row]);
}
