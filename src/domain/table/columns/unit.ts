import type { Placement } from '../../model/entities/placement.ts';
import type { Unit } from '../../model/entities/unit.ts';
import { fail, ok } from '../../model/result.ts';
import type { Id, Tables } from '../../model/rows.ts';
import { unitShares } from '../../plan/shares.ts';
import { type Column, sorted } from './column.ts';
import { named } from './named.ts';

const unitNamed = named<Unit>((u) => [u.name, u.code]);

/** The units in charge: the placement's own, or those whose ground it stands on. */
function unitsOf(row: Placement, tables: Tables): readonly Id[] {
  if (row.unitId !== null) return [row.unitId];
  return [...unitShares(tables, row).keys()].filter((id) => id !== null);
}

function namesOf(row: Placement, tables: Tables): readonly string[] {
  return unitsOf(row, tables).map((id) => tables.unit.get(id)?.name ?? '');
}

export const unit: Column<string> = {
  width: 140,
  value(row, { tables, words }) {
    const names = namesOf(row, tables);
    return row.unitId === null && names.length > 1
      ? `${words.byBoundary} (${names.length})`
      : names.join(', ');
  },
  sort: 'words',
  searched: (_, row, tables) => namesOf(row, tables).join(' '),
  filter: {
    kind: 'choice',
    keys: unitsOf,
    choices: ({ unit }) => sorted(Array.from(unit.values(), (u) => ({ value: u.id, label: u.name }))),
  },
  read(text, _, { tables }) {
    if (text === '') return ok({ unitId: null });
    const unit = unitNamed(tables.unit, text);
    return unit === undefined ? fail('cell.unit', { text }) : ok({ unitId: unit.id });
  },
  suggested: ({ unit }) => Array.from(unit.values(), (u) => u.name),
};
