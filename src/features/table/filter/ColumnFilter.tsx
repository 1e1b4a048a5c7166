/** The field by which one column narrows the plan: a list to choose from, a range, or words. */
import { MultiSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows } from '../../../data/hooks.ts';
import { setFilter, useWorkbench } from '../../../data/workbench.ts';
import type { PlacementState } from '../../../domain/model/entities/placement.ts';
import { PLACEMENT_STATES } from '../../../domain/model/entities/placement.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { bareChainage, parseChainage } from '../../../domain/road/chainageText.ts';
import { parseDay } from '../../../domain/schedule/days.ts';
import type { CellColumn } from '../../../domain/table/cells.ts';
import {
  type DayColumn,
  FILTER_SIDES,
  type FilterSide,
  type NumberColumn,
} from '../../../domain/table/filter.ts';
import { numberText, typedNumber } from '../../../domain/text/typedNumber.ts';
import { useFormat } from '../../../ui/format.ts';
import { useNameOf } from '../../../ui/nameOf.ts';
import { useReason } from '../../../ui/reason.ts';
import { useCellTexts } from '../cellText.ts';
import { RangeField, type Read } from './RangeField.tsx';

export function ColumnFilter({ column }: { readonly column: CellColumn }) {
  const { t } = useTranslation();
  const filter = useWorkbench((s) => s.filter);
  const label = useCellTexts().heading(column);
  switch (column) {
    case 'where':
    case 'spacing':
    case 'quantity':
    case 'cost':
      return <NumberFilter column={column} label={label} />;
    case 'installBy':
    case 'removeBy':
      return <DayFilter column={column} label={label} />;
    case 'note':
      return (
        <TextInput
          label={label}
          placeholder={t('filter.words')}
          value={filter.note}
          onChange={(event) => setFilter({ note: event.currentTarget.value })}
        />
      );
    default:
      return <ListFilter column={column} label={label} />;
  }
}

type Choice = { readonly value: string; readonly label: string };

function sorted(choices: readonly Choice[]): Choice[] {
  return [...choices].sort((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true }));
}

interface ListProps {
  readonly column: 'type' | 'road' | 'side' | 'unit' | 'slogan' | 'state' | 'phase';
  readonly label: string;
}

function ListFilter({ column, label }: ListProps) {
  const filter = useWorkbench((s) => s.filter);
  const choices = useChoices(column);
  const value = {
    type: filter.typeIds,
    road: filter.roadIds,
    side: filter.sides,
    unit: filter.unitIds,
    slogan: filter.sloganIds,
    state: filter.states,
    phase: filter.phases,
  }[column];
  const set = {
    type: (typeIds: string[]) => setFilter({ typeIds }),
    road: (roadIds: string[]) => setFilter({ roadIds }),
    side: (list: string[]) => setFilter({ sides: list as FilterSide[] }),
    unit: (unitIds: string[]) => setFilter({ unitIds }),
    slogan: (sloganIds: string[]) => setFilter({ sloganIds }),
    state: (list: string[]) => setFilter({ states: list as PlacementState[] }),
    phase: (phases: string[]) => setFilter({ phases }),
  }[column];
  return (
    <MultiSelect
      label={label}
      searchable
      clearable
      limit={80}
      hidePickedOptions
      comboboxProps={{ withinPortal: true }}
      data={choices}
      value={[...value]}
      onChange={set}
    />
  );
}

function useChoices(column: ListProps['column']): Choice[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const roads = useRows('road');
  const units = useRows('unit');
  const types = useRows('assetType');
  const slogans = useRows('slogan');
  const placements = useRows('placement');
  return useMemo(() => {
    switch (column) {
      case 'type':
        return types.map((x) => ({ value: x.id, label: nameOf(x.name) }));
      case 'road':
        return sorted(roads.map((r) => ({ value: r.id, label: roadLabel(r) })));
      case 'side':
        return FILTER_SIDES.map((s) => ({ value: s, label: t(`sides.${s}`) }));
      case 'unit':
        return sorted(units.map((u) => ({ value: u.id, label: u.name })));
      case 'slogan':
        return sorted(slogans.map((s) => ({ value: s.id, label: s.text })));
      case 'state':
        return PLACEMENT_STATES.map((s) => ({ value: s, label: t(`state.${s}`) }));
      case 'phase':
        return [...new Set(placements.map((p) => p.phase).filter((p) => p !== ''))]
          .sort()
          .map((p) => ({ value: p, label: p }));
    }
  }, [column, roads, units, types, slogans, placements, nameOf, t]);
}

function NumberFilter({ column, label }: { readonly column: NumberColumn; readonly label: string }) {
  const { t, i18n } = useTranslation();
  const reason = useReason();
  const numbers = useWorkbench((s) => s.filter.numbers);
  const read = (text: string): Read<number> => {
    if (column === 'where') {
      // A chainage beyond a surveyed post may run past a full kilometre.
      const at = parseChainage(text, true);
      return at.ok ? { value: at.value } : { problem: reason(at.reason) };
    }
    const n = typedNumber(text);
    return Number.isNaN(n) ? { problem: t('filter.notNumber', { text }) } : { value: n };
  };
  return (
    <RangeField
      label={label}
      range={numbers[column]}
      show={column === 'where' ? bareChainage : (n) => numberText(n, i18n.language, true)}
      read={read}
      onChange={(range) =>
        setFilter({ numbers: { ...useWorkbench.getState().filter.numbers, [column]: range } })
      }
    />
  );
}

function DayFilter({ column, label }: { readonly column: DayColumn; readonly label: string }) {
  const reason = useReason();
  const format = useFormat();
  const days = useWorkbench((s) => s.filter.days);
  return (
    <RangeField
      label={label}
      range={days[column]}
      show={format.day}
      read={(text): Read<string> => {
        const day = parseDay(text);
        return day.ok ? { value: day.value } : { problem: reason(day.reason) };
      }}
      onChange={(range) => setFilter({ days: { ...useWorkbench.getState().filter.days, [column]: range } })}
    />
  );
}
