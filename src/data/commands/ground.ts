/** What can be done with a road feature or a no-go area that is selected. */
import type { EditNote, Op } from '../../domain/edit/edit.ts';
import type { NoGoArea } from '../../domain/model/entities/noGoArea.ts';
import type { NamedPlace } from '../../domain/model/entities/place.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import type { RoadFeature } from '../../domain/model/entities/roadFeature.ts';
import type { Result } from '../../domain/model/result.ts';
import type { FieldsOf } from '../../domain/model/rows.ts';
import { sameValue } from '../../domain/sameValue.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { commitSeen, mayCommit } from '../campaign/commit.ts';
import { whereOf } from '../campaign/where.ts';
import { setUncommitted, useDrafts } from '../workbench/drafts.ts';
import { onlySelected } from '../workbench/selection.ts';

function deleteFeature(row: RoadFeature): { readonly note: EditNote; readonly ops: readonly Op[] } {
  return {
    note: { code: 'feature.deleted', params: { where: row.name || whereOf({ ...row, to: null }) } },
    ops: [{ kind: 'delete', entity: 'roadFeature', id: row.id, version: row.version }],
  };
}

function deleteArea(row: NoGoArea): { readonly note: EditNote; readonly ops: readonly Op[] } {
  return {
    note: { code: 'area.deleted', params: { where: row.name } },
    ops: [{ kind: 'delete', entity: 'noGoArea', id: row.id, version: row.version }],
  };
}

function deletePlace(row: NamedPlace): { readonly note: EditNote; readonly ops: readonly Op[] } {
  return {
    note: { code: 'place.deleted', params: { where: row.name } },
    ops: [{ kind: 'delete', entity: 'place', id: row.id, version: row.version }],
  };
}

/** The deletion of what is selected of the ground; null when nothing is, or one may not. */
export function selectedGround(): { readonly note: EditNote; readonly ops: readonly Op[] } | null {
  const ground = onlySelected('roadFeature', 'noGoArea', 'place');
  const { tables } = useCampaign.getState();
  const feature = ground?.entity === 'roadFeature' ? tables.roadFeature.get(ground.id) : undefined;
  const area = ground?.entity === 'noGoArea' ? tables.noGoArea.get(ground.id) : undefined;
  const place = ground?.entity === 'place' ? tables.place.get(ground.id) : undefined;
  const edit =
    feature !== undefined
      ? deleteFeature(feature)
      : area !== undefined
        ? deleteArea(area)
        : place !== undefined
          ? deletePlace(place)
          : null;
  return edit !== null && mayCommit(edit.ops).ok ? edit : null;
}

/** Changes a road feature, on its road as it was seen; its ends come in their order, whichever was dragged past the other. */
export function changeFeature(
  row: RoadFeature,
  fields: Partial<FieldsOf<'roadFeature'>>,
  on?: Road | undefined,
): Result<unknown> {
  const next = { ...row, ...fields };
  const ends = { from: Math.min(next.from, next.to), to: Math.max(next.from, next.to) };
  const changed = { ...fields, ...('from' in fields || 'to' in fields ? ends : {}) };
  return commitSeen(
    { code: 'feature.changed', params: { where: next.name || whereOf({ ...next, to: null }) } },
    [{ kind: 'set', entity: 'roadFeature', id: row.id, version: row.version, fields: changed }],
    [row],
    on,
  );
}

export function changeArea(row: NoGoArea, fields: Partial<FieldsOf<'noGoArea'>>): Result<unknown> {
  return commitSeen(
    { code: 'area.changed', params: { where: fields.name ?? row.name } },
    [{ kind: 'set', entity: 'noGoArea', id: row.id, version: row.version, fields }],
    [row],
  );
}

export function changePlace(row: NamedPlace, fields: Partial<FieldsOf<'place'>>): Result<unknown> {
  return commitSeen(
    { code: 'place.changed', params: { where: fields.name ?? row.name } },
    [{ kind: 'set', entity: 'place', id: row.id, version: row.version, fields }],
    [row],
  );
}

/** Lets go of a thing of the ground that was dragged: it is stored where it is now, unless it came back to its place. */
export function dropTrial(): Result<unknown> | null {
  const { uncommitted } = useDrafts.getState();
  const { tables } = useCampaign.getState();
  setUncommitted(null);
  if (uncommitted?.entity === 'roadFeature') {
    const row = tables.roadFeature.get(uncommitted.id);
    return row === undefined || isAsItWas(row, uncommitted.fields)
      ? null
      : changeFeature(row, uncommitted.fields);
  }
  if (uncommitted?.entity === 'noGoArea') {
    const row = tables.noGoArea.get(uncommitted.id);
    return row === undefined || isAsItWas(row, uncommitted.fields)
      ? null
      : changeArea(row, uncommitted.fields);
  }
  return null;
}

function isAsItWas<R extends object>(row: R, fields: Partial<R>): boolean {
  return Object.entries(fields).every(([name, value]) => sameValue(row[name as keyof R], value));
}
