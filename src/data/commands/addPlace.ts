/** A place of the ground gets a name: where it lies is clicked on the map, or typed behind the name as coordinates. */
import type { Op } from '../../domain/edit/edit.ts';
import { fail, ok } from '../../domain/model/result.ts';
import type { LngLatPair } from '../../domain/model/rows.ts';
import { commit, newRowId } from '../campaign/commit.ts';
import { may } from '../campaign/may.ts';
import { selectOnly } from '../workbench/choose.ts';
import { setPicking } from '../workbench/drafts.ts';
import type { AskingCommand } from './command.ts';
import { pointOfPlace } from './findPlace.ts';

/** «Chợ Yên Hân 21.93520, 105.93200». */
const WITH_COORDINATES = /^(.*?)[\s,:@]+(-?\d{1,3}[.,]\d+\s*[,; ]\s*-?\d{1,3}[.,]\d+)$/;

function adding(name: string, coordinate: LngLatPair) {
  const id = newRowId();
  const op: Op = { kind: 'create', entity: 'place', id, fields: { name, kind: 'other', coordinate } };
  return {
    note: { code: 'place.created', params: { where: name } },
    ops: [op],
    after: () => selectOnly('place', id),
  };
}

export const ADD_PLACE: AskingCommand = {
  id: 'add-place',
  icon: 'pin',
  key: null,
  group: 'plan',
  asks: true,
  available: () => may.add('place'),
  proposed: () => '',
  runWith(text) {
    const [, before, coordinates] = WITH_COORDINATES.exec(text.trim()) ?? [];
    const name = (before ?? text).trim();
    if (name === '') return fail('place.nameless');
    if (coordinates !== undefined) {
      const at = pointOfPlace(coordinates);
      return at.ok ? ok(adding(name, at.value)) : at;
    }
    setPicking((at) => {
      const { note, ops, after } = adding(name, at);
      if (commit(note, ops).ok) after();
    });
    return ok(null);
  },
};
