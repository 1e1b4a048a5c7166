/** Errors are values: a reason code the interface translates, and the figures that go into its sentence. */
export interface Reason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T>(code: string, params?: Reason['params']): Result<T> {
  return { ok: false, reason: params === undefined ? { code } : { code, params } };
}

/** All of the results, or the first refusal. */
export function allOf<T>(results: readonly Result<T>[]): Result<T[]> {
  const values: T[] = [];
  for (const r of results) {
    if (!r.ok) return fail(r.reason.code, r.reason.params);
    values.push(r.value);
  }
  return ok(values);
}
