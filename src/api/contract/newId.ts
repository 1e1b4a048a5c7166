import { monotonicFactory } from 'ulidx';
import type { Id } from '../../domain/model/rows.ts';

const next = monotonicFactory();

/** A new ULID; those made within one millisecond count up, so that sorting by id is sorting by birth. */
export function newId(): Id {
  return next();
}
