import type { z } from 'zod';
import { ApiError } from '../errors.ts';

/** Reads a JSON body by its schema. Throws 400 `request.not-json`, or 400 naming the first field at fault. */
export async function bodyOf<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  let raw: unknown;
  try {
    raw = await request.json();
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError(400, 'request.not-json');
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.map(String) ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const field = [...path, issue.keys[0] ?? ''].join('.');
    throw new ApiError(400, 'request.unknown-field', { field });
  }
  throw new ApiError(400, 'request.invalid', {
    field: path.join('.'),
    params: { problem: issue?.message ?? '' },
  });
}
