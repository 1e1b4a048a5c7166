/** Fields that are many things in one: who changes one of them and who changes another do not stand against each other. */
import { type AnyRow, shapeOf } from '../model/rows.ts';
import { sameValue } from '../sameValue.ts';
import type { Op } from './edit.ts';

export type Things = Readonly<Record<string, unknown>>;

/** The fields of an op whose values are kept by key: the settings of rules by rule. */
export function keyedFields(op: Op): readonly string[] {
  if (op.kind !== 'set') return [];
  return ((shapeOf(op.entity).byKey ?? []) as readonly string[]).filter((field) => field in op.fields);
}

/** Things with the same change that turned some others from what they were into what they are. */
export function changedByKey(things: Things, before: Things, after: Things): Things {
  const changed: Record<string, unknown> = { ...things };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (sameValue(before[key], after[key])) continue;
    if (after[key] === undefined) delete changed[key];
    else changed[key] = after[key];
  }
  return changed;
}

/** What two came to who both went on from `seen`; null where both made something else of one thing. */
export function mergedByKey(seen: Things, mine: Things, theirs: Things): Things | null {
  const keys = new Set([...Object.keys(seen), ...Object.keys(mine), ...Object.keys(theirs)]);
  const merged: Record<string, unknown> = {};
  for (const key of keys) {
    const [before, own, other] = [seen[key], mine[key], theirs[key]];
    const [iChanged, theyChanged] = [!sameValue(before, own), !sameValue(before, other)];
    if (iChanged && theyChanged && !sameValue(own, other)) return null;
    const value = iChanged ? own : other;
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

/** What I have changed of what I saw, upon what others have made of it: for whoever wants his own where both did. */
export function mineUpon(seen: Things, mine: Things, theirs: Things): Things {
  return changedByKey(theirs, seen, mine);
}

/**
 * An op with those of its values put together with what others have made of them since; `seen` gives a field as the
 * op's author saw it, undefined where nobody else has written it since.
 */
export function withOthers(op: Op, row: AnyRow | undefined, seen: (field: string) => unknown): Op {
  if (op.kind !== 'set' || row === undefined) return op;
  const fields: Record<string, unknown> = { ...op.fields };
  for (const field of keyedFields(op)) {
    const before = seen(field);
    if (before === undefined) continue;
    const [mine, theirs] = [fields[field], row[field as keyof AnyRow]];
    const merged = mergedByKey(before as Things, mine as Things, theirs as unknown as Things);
    if (merged !== null) fields[field] = merged;
  }
  return { ...op, fields } as Op;
}
