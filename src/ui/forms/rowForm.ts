/** A form over a row that others may change while it is open, as plain values. */
import { sameValue } from '../../domain/sameValue.ts';

/** What is typed into one field, and what the field showed when that began. */
interface Touched {
  readonly value: unknown;
  readonly seen: unknown;
}

export type Touches<R> = { readonly [F in keyof R]?: Touched };

/** Fields that, set to true, say that others were read: which. */
export type Vouches<R> = { readonly [F in keyof R]?: readonly (keyof R)[] };

export function touch<R extends object>(
  touched: Touches<R>,
  live: R,
  fields: Partial<R>,
  vouches: Vouches<R> = {},
): Touches<R> {
  const entries = Object.entries(fields) as [keyof R, unknown][];
  // What is vouched for stays before the eyes as it was read, whatever others make of it.
  const read = entries.flatMap(([field, value]) =>
    value === true ? (vouches[field] ?? []).filter((name) => !(name in touched) && !(name in fields)) : [],
  );
  const more = [...read.map((name) => [name, live[name]] as const), ...entries].map(([field, value]) => {
    const before = touched[field];
    return [field, { value, seen: before === undefined ? live[field] : before.seen }];
  });
  // Whoever vouches no more need not have it before the eyes.
  const released = new Set<PropertyKey>(
    entries.flatMap(([field, value]) =>
      value === true ? [] : (vouches[field] ?? []).filter((name) => isPinned(touched[name])),
    ),
  );
  const kept = Object.entries(touched).filter(([name]) => !released.has(name));
  return { ...Object.fromEntries(kept), ...Object.fromEntries(more) } as Touches<R>;
}

function isPinned(touched: Touched | undefined): boolean {
  return touched !== undefined && sameValue(touched.value, touched.seen);
}

function overlay<R extends object>(touched: Touches<R>, live: R, of: keyof Touched): R {
  const entries = Object.entries(touched) as [string, Touched][];
  return { ...live, ...Object.fromEntries(entries.map(([field, t]) => [field, t[of]])) };
}

/** What the form shows: what is typed, and the row as it is now where nothing is. */
export function shownOf<R extends object>(touched: Touches<R>, live: R): R {
  return overlay(touched, live, 'value');
}

/** The row as the form saw it. */
export function seenOf<R extends object>(touched: Touches<R>, live: R): R {
  return overlay(touched, live, 'seen');
}

/** The fields that differ between two rows. */
export function changedFields<R extends object>(before: R, after: R): Partial<R> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !sameValue(value, before[field as keyof R])),
  ) as Partial<R>;
}

/** Whether somebody else has since made something of a field that is neither what was seen nor what is typed. */
export function isTheirsOf<R extends object>(touched: Touches<R>, live: R, field: keyof R): boolean {
  const mine = touched[field];
  return mine !== undefined && !sameValue(live[field], mine.seen) && !sameValue(live[field], mine.value);
}

/** Gives up what is typed into a field, for what the row holds; whoever vouched for it has that to read first. */
export function letGo<R extends object>(
  touched: Touches<R>,
  field: keyof R,
  vouches: Vouches<R> = {},
): Touches<R> {
  const given = new Set<PropertyKey>([field]);
  for (const [voucher, read] of Object.entries(vouches) as [keyof R, readonly (keyof R)[]][])
    if (read.includes(field) && touched[voucher]?.value === true) given.add(voucher);
  return Object.fromEntries(Object.entries(touched).filter(([name]) => !given.has(name))) as Touches<R>;
}
