/** Values worked out once for an object, and forgotten with it. */

/** A value for each object. */
export function perObject<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let entry = known.get(key);
    if (entry === undefined) {
      entry = { value: make(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}

/**
 * A value for each object, made anew when something of `of`, everything else that it is made of, is no longer the same.
 * A list that is itself the same (`stableList`) is not looked into.
 */
export function perObjectWhile<K extends object, V>(): (key: K, of: readonly unknown[], make: () => V) => V {
  const known = new WeakMap<K, { of: readonly unknown[]; readonly value: V }>();
  return (key, of, make) => {
    const entry = known.get(key);
    if (entry !== undefined && sameMembers(entry.of, of)) {
      entry.of = of;
      return entry.value;
    }
    const value = make();
    known.set(key, { of, value });
    return value;
  };
}

/** The value made last, for as long as all that it is made of is the same: several who ask in one moment share it. */
export function latest<Of extends readonly unknown[], V>(make: (...of: Of) => V): (...of: Of) => V {
  let entry: { readonly of: Of; readonly value: V } | null = null;
  return (...of) => {
    if (entry === null || !sameMembers(entry.of, of)) entry = { of, value: make(...of) };
    return entry.value;
  };
}

/**
 * Gives the list that it gave before while every item is the same, so that callers may compare lists by reference. Make
 * one for each list.
 */
export function stableList<T extends readonly unknown[]>(): (list: T) => T {
  let last: T | null = null;
  return (list) => {
    if (last === null || !sameMembers(last, list)) last = list;
    return last;
  };
}

function sameMembers(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * The rows of a table by something that they have in common, in lists that stay the same while none of their rows changes.
 * Make one for each table.
 */
export function stableGroups<T>(
  keyOf: (row: T) => string,
): (table: ReadonlyMap<string, T>) => ReadonlyMap<string, readonly T[]> {
  let last: ReadonlyMap<string, readonly T[]> = new Map();
  return perObject((table: ReadonlyMap<string, T>) => {
    const next = new Map<string, readonly T[]>();
    for (const [key, rows] of Map.groupBy(table.values(), keyOf)) {
      const before = last.get(key);
      next.set(key, before !== undefined && sameMembers(before, rows) ? before : rows);
    }
    last = next;
    return next;
  });
}
