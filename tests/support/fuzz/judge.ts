/** Looks at what clients sent, were told and have, and at what the server kept: finds what is not in order. */
import { isDeepStrictEqual } from 'node:util';
import type { ChangesAnswer } from '../../../src/api/contract/answers.ts';
import type { Conflict } from '../../../src/api/contract/edits.ts';
import type { Edit } from '../../../src/domain/edit/edit.ts';

export type Change = ChangesAnswer['changes'][number];
/** Rows by entity and id, as plain fields with their version. */
export type Rows = Map<string, Readonly<Record<string, unknown>>>;

/** An edit as its author made it, and what the author was told of it. */
export interface Sent {
  readonly client: string;
  readonly edit: Edit;
  outcome: 'applied' | 'conflict' | 'refused' | null;
  number: number | null;
  conflicts: readonly Conflict[];
}

export interface Log {
  /** The number at which the clients began. */
  readonly start: number;
  readonly sent: readonly Sent[];
  readonly changes: readonly Change[];
  /** Other keys under which an edit was sent: none, when all is well. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly begun: Rows;
  readonly snapshot: Rows;
  readonly replicas: ReadonlyMap<string, Rows>;
}

export function rowKey(op: { readonly entity: string; readonly id: string }): string {
  return `${op.entity}:${op.id}`;
}

/** The rows after a change. */
export function applyChange(rows: Rows, change: Change): void {
  for (const op of change.ops) {
    const key = rowKey(op);
    if (op.kind === 'delete') rows.delete(key);
    else rows.set(key, { ...rows.get(key), ...op.fields, id: op.id, version: change.number });
  }
}

/** Every fault in words; none when all is in order. */
export function judge(log: Log): string[] {
  const byKey = new Map(log.sent.map((s) => [s.edit.key, s]));
  const authorOf = (change: Change) => byKey.get(log.aliases.get(change.key) ?? change.key);
  return [
    ...numbersAndKeys(log),
    ...outcomes(log),
    ...overwrites(log, authorOf),
    ...unfoundedConflicts(log, authorOf),
    ...differences(log),
  ];
}

function numbersAndKeys({ start, changes, aliases }: Log): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  changes.forEach((change, i) => {
    if (change.number !== start + i + 1) faults.push(`number ${change.number} where ${start + i + 1} is due`);
    const key = aliases.get(change.key) ?? change.key;
    if (seen.has(key)) faults.push(`edit ${key} counted twice, again as ${change.number}`);
    seen.add(key);
  });
  return faults;
}

function outcomes({ sent, changes, aliases }: Log): string[] {
  const kept = new Map(changes.map((c) => [aliases.get(c.key) ?? c.key, c.number]));
  return sent.flatMap(({ client, edit, outcome, number }) => {
    const at = kept.get(edit.key);
    if (outcome === null) return [`${client} was never told of ${edit.key}`];
    if (outcome === 'applied' && at !== number)
      return [`${client} was told ${number} of ${edit.key}, the log says ${at}`];
    if (outcome !== 'applied' && at !== undefined)
      return [`${client} was told ${outcome} of ${edit.key}, yet it is change ${at}`];
    return [];
  });
}

type Author = (change: Change) => Sent | undefined;

/** Of each row: who last wrote which field, when and what. */
type Written = Map<string, { readonly number: number; readonly client: string; readonly value: unknown }>;

/** A field of another client that an edit wrote over without having seen it. */
function overwrites({ changes, begun }: Log, authorOf: Author): string[] {
  const faults: string[] = [];
  const rows = new Set(begun.keys());
  const written = new Map<string, Written>();
  for (const change of changes) {
    const author = authorOf(change);
    if (author === undefined) {
      faults.push(`nobody sent change ${change.number}`);
      continue;
    }
    for (const [i, op] of change.ops.entries()) {
      const key = rowKey(op);
      const fields = written.get(key) ?? new Map();
      written.set(key, fields);
      const made = author.edit.ops[i];
      if (op.kind === 'create' && rows.has(key)) faults.push(`${change.number} created ${key} once more`);
      if (op.kind !== 'create' && !rows.has(key)) faults.push(`${change.number} wrote ${key}, which is gone`);
      const seen = made === undefined || made.kind === 'create' ? Infinity : made.version;
      for (const [name, last] of fields) {
        const lost =
          op.kind === 'delete' || (name in op.fields && !isDeepStrictEqual(op.fields[name], last.value));
        if (lost && last.number > seen && last.client !== author.client)
          faults.push(
            `${author.client} (${change.number}) wrote over ${key}.${name} of ${last.client} (${last.number})`,
          );
      }
      if (op.kind === 'create') rows.add(key);
      if (op.kind === 'delete') {
        rows.delete(key);
        written.delete(key);
      }
      for (const [name, value] of Object.entries(op.fields))
        fields.set(name, { number: change.number, client: author.client, value });
    }
  }
  return faults;
}

/** A conflict that was told although nobody else had written the field since. */
function unfoundedConflicts({ sent, changes }: Log, authorOf: Author): string[] {
  const writes = changes.flatMap((c) =>
    c.ops.map((op) => ({
      key: rowKey(op),
      number: c.number,
      client: authorOf(c)?.client,
      fields: op.fields,
    })),
  );
  return sent.flatMap(({ client, edit, conflicts }) =>
    conflicts.flatMap(({ op: index, fields, current }) => {
      const op = edit.ops[index];
      if (op?.kind !== 'set' || current === null) return [];
      const key = rowKey(op);
      return fields
        .filter(
          (name) =>
            !writes.some(
              (w) => w.key === key && w.client !== client && w.number > op.version && name in w.fields,
            ),
        )
        .map((name) => `${client} was told a conflict of ${key}.${name} that nobody wrote`);
    }),
  );
}

function differences({ begun, changes, snapshot, replicas }: Log): string[] {
  const replayed: Rows = new Map(begun);
  for (const change of changes) applyChange(replayed, change);
  return [['the snapshot', snapshot] as const, ...replicas].flatMap(([name, rows]) => {
    const keys = new Set([...replayed.keys(), ...rows.keys()]);
    return [...keys]
      .filter((key) => !isDeepStrictEqual(replayed.get(key), rows.get(key)))
      .map((key) => `${name} has ${key} otherwise than the changes say`);
  });
}
