/** The field by which one column narrows the plan: a list to choose from, a range, or words. */
import { MultiSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useTableWords } from '../../../data/table/lines.ts';
import { filterColumn, useView } from '../../../data/workbench/view.ts';
import { bareChainage, parseChainage } from '../../../domain/road/chainageText.ts';
import { parseDay } from '../../../domain/schedule/days.ts';
import type { ColumnFilter as Filter, Range } from '../../../domain/table/columns/column.ts';
import { type ColumnId, columnOf } from '../../../domain/table/columns.ts';
import { numberText, typedNumber } from '../../../domain/text/typedNumber.ts';
import { useFormat } from '../../../ui/format.ts';
import { useReason } from '../../../ui/reason.ts';
import { useCellTexts } from '../cells/cellText.ts';
import { RangeField, type Read } from './RangeField.tsx';

interface Props<K extends Filter['kind']> {
  readonly column: ColumnId;
  readonly filter: Extract<Filter, { readonly kind: K }>;
  readonly label: string;
}

export function ColumnFilter({ column }: { readonly column: ColumnId }) {
  const label = useCellTexts().heading(column);
  const { filter } = columnOf(column);
  switch (filter.kind) {
    case 'choice':
      return <ChoiceFilter column={column} filter={filter} label={label} />;
    case 'number':
      return <NumberFilter column={column} filter={filter} label={label} />;
    case 'day':
      return <DayFilter column={column} filter={filter} label={label} />;
    case 'words':
      return <WordsFilter column={column} filter={filter} label={label} />;
  }
}

function ChoiceFilter({ column, filter, label }: Props<'choice'>) {
  const tables = useCampaign((s) => s.tables);
  const words = useTableWords();
  const chosen = useView((s) => s.filter.columns[column]) as readonly string[] | undefined;
  const choices = useMemo(() => [...filter.choices(tables, words)], [filter, tables, words]);
  return (
    <MultiSelect
      label={label}
      searchable
      clearable
      limit={80}
      hidePickedOptions
      comboboxProps={{ withinPortal: true }}
      data={choices}
      value={[...(chosen ?? [])]}
      onChange={(list) => filterColumn(column, list)}
    />
  );
}

function NumberFilter({ column, filter, label }: Props<'number'>) {
  const { t, i18n } = useTranslation();
  const reason = useReason();
  const range = useView((s) => s.filter.columns[column]) as Range<number> | undefined;
  const isChainage = filter.notation === 'chainage';
  const read = (text: string): Read<number> => {
    if (isChainage) {
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
      range={range}
      show={isChainage ? bareChainage : (n) => numberText(n, i18n.language, true)}
      read={read}
      onChange={(next) => filterColumn(column, next)}
    />
  );
}

function DayFilter({ column, label }: Props<'day'>) {
  const reason = useReason();
  const format = useFormat();
  const range = useView((s) => s.filter.columns[column]) as Range<string> | undefined;
  return (
    <RangeField
      label={label}
      range={range}
      show={format.day}
      read={(text): Read<string> => {
        const day = parseDay(text);
        return day.ok ? { value: day.value } : { problem: reason(day.reason) };
      }}
      onChange={(next) => filterColumn(column, next)}
    />
  );
}

function WordsFilter({ column, label }: Props<'words'>) {
  const { t } = useTranslation();
  const text = useView((s) => s.filter.columns[column]) as string | undefined;
  return (
    <TextInput
      label={label}
      placeholder={t('filter.words')}
      value={text ?? ''}
      onChange={(event) => filterColumn(column, event.currentTarget.value)}
    />
  );
}
