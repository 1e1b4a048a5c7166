/** What each row may hold, as schemas: the server checks by them, the OpenAPI document is made from them. */
import type { z } from 'zod';
import { kinds } from '../../domain/model/kinds.ts';
import { type Entity, MODEL } from '../../domain/model/rows.ts';

export const { id } = kinds;

type Model = typeof MODEL;

/** The fields of each entity, without identity and version. Unknown fields are refused. */
export const FIELDS = Object.fromEntries(
  Object.entries(MODEL).map(([entity, { fields }]) => [entity, fields(kinds)]),
) as unknown as { readonly [E in Entity]: ReturnType<Model[E]['fields']> & z.ZodObject };
