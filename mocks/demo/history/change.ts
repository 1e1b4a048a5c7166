/** A demonstration's past as changes, one after the other, each by somebody at a time. */

import { applyOp, type CreateOp, type EditNote, type Op } from '../../../src/domain/edit/edit.ts';
import type { Membership } from '../../../src/domain/edit/roles.ts';
import type { AnyRow, Entity, Id } from '../../../src/domain/model/rows.ts';
import type { Day } from '../../../src/domain/schedule/days.ts';

export interface DemoPerson {
  readonly name: string;
  readonly membership: Membership;
}

export interface DemoChange {
  /** Moment, with its zone. */
  readonly at: string;
  readonly by: DemoPerson;
  readonly note: EditNote;
  readonly ops: readonly Op[];
}

/** People begin at twenty to eight, and are done in time for the evening. */
const FIRST_MINUTE = 460;
const MINUTES_APART = 13;

/** Collects changes; what is set takes the version that its row has by then. */
export class Telling {
  readonly changes: DemoChange[] = [];
  readonly #rows = new Map<Id, AnyRow>();
  readonly #zone: string;
  #onDay = 0;

  /** `zone`: as in a moment, «+07:00». */
  constructor(zone: string) {
    this.#zone = zone;
  }

  row(id: Id): AnyRow {
    const row = this.#rows.get(id);
    if (row === undefined) throw new Error(`no row ${id}`);
    return row;
  }

  /** Later on the same day than what was told of it before. What is nothing is told by nobody. */
  tell(day: Day, by: DemoPerson, note: EditNote, told: readonly (Op | CreateOp)[]): void {
    const ops = told as readonly Op[];
    if (ops.length === 0) return;
    const last = this.changes.at(-1)?.at ?? '';
    if (last.slice(0, 10) > day) throw new Error(`${day} comes before ${last}`);
    this.#onDay = last.startsWith(day) ? this.#onDay + 1 : 0;
    const minutes = FIRST_MINUTE + this.#onDay * MINUTES_APART;
    const clock = [minutes / 60, minutes % 60].map((n) => String(Math.floor(n)).padStart(2, '0')).join(':');
    const number = this.changes.length + 1;
    for (const op of ops) {
      const applied = applyOp(op, this.#rows.get(op.id));
      if (!applied.ok) throw new Error(`${applied.reason.code}: ${op.id}`);
      if (applied.value === undefined) this.#rows.delete(op.id);
      else this.#rows.set(op.id, { ...applied.value, version: number } as AnyRow);
    }
    this.changes.push({ at: `${day}T${clock}:00${this.#zone}`, by, note, ops });
  }

  set(entity: Entity, id: Id, fields: object): Op {
    return { kind: 'set', entity, id, version: this.row(id).version, fields } as Op;
  }

  get rows(): ReadonlyMap<Id, AnyRow> {
    return this.#rows;
  }
}

/** The ops that make some entities' rows. */
export function making(ops: readonly CreateOp[], ...entities: readonly Entity[]): CreateOp[] {
  return ops.filter(({ entity }) => entities.includes(entity));
}
