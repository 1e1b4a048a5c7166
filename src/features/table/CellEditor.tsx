/** Types into a cell: Enter keeps, Esc gives up, and what makes no sense stays to be mended. */
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { commitSeen, useCampaign } from '../../data/campaign.ts';
import { setOp, whereOf } from '../../data/commands/chosen.ts';
import type { PlacementLine } from '../../data/derived/lines.ts';
import type { FieldsOf } from '../../domain/model/rows.ts';
import { type CellColumn, readCell } from '../../domain/table/cells.ts';
import { Theirs } from '../../ui/fields/Theirs.tsx';
import { useStoredField } from '../../ui/fields/useStoredField.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import { useReason } from '../../ui/reason.ts';
import { useTell } from '../../ui/tell.ts';
import { useCellTexts } from './cellText.ts';
import styles from './table.module.css';
import { useCellContext } from './useCellContext.ts';

interface Props {
  readonly line: PlacementLine;
  readonly column: CellColumn;
  readonly onDone: () => void;
}

export function CellEditor({ line, column, onDone }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const texts = useCellTexts();
  const reason = useReason();
  const tell = useTell();
  const context = useCellContext();
  const tables = useCampaign((s) => s.tables);
  const field = useStoredField<string, Partial<FieldsOf<'placement'>>>({
    of: `${line.id}:${column}`,
    shown: texts.raw(line, column),
    read: (text) => {
      if (context === null) return null;
      const { id: _id, version: _version, ...fields } = line.row;
      const read = readCell(column, text, fields, context);
      return read.ok ? read : { problem: reason(read.reason) };
    },
    onStore: (fields) =>
      tell(
        commitSeen(
          { code: 'placement.changed', params: { where: whereOf(line.row) } },
          [setOp(line.row, fields)],
          [line.row],
        ),
      ),
  });
  const { problem, theirs } = field;
  const list = useId();
  const keep = () => {
    if (field.accept()) onDone();
  };
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      keep();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      field.takeBack();
      onDone();
    }
  };
  const options = optionsOf(column, tables, nameOf, (side) => t(`sides.${side}`));
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: one has just asked to type here
        autoFocus
        className={`${styles.editor} ${problem === null ? '' : styles.wrong}`}
        aria-label={texts.heading(column)}
        aria-invalid={problem !== null}
        value={field.draft}
        list={options.length > 0 ? list : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => field.type(event.currentTarget.value)}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={pressed}
        onBlur={() => {
          if (problem === null) keep();
        }}
      />
      {options.length > 0 && (
        <datalist id={list}>
          {options.map((o) => (
            <option key={o} value={o} />
          ))}
        </datalist>
      )}
      {problem !== null && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
      {theirs !== null && (
        <span className={styles.theirs}>
          <Theirs value={theirs.value} onTake={field.takeBack} />
        </span>
      )}
    </>
  );
}

type Tables = ReturnType<typeof useCampaign.getState>['tables'];

function optionsOf(
  column: CellColumn,
  tables: Tables,
  nameOf: ReturnType<typeof useNameOf>,
  side: (s: 'left' | 'right' | 'both' | 'staggered' | 'median') => string,
): string[] {
  switch (column) {
    case 'type':
      return [...tables.assetType.values()].map((x) => nameOf(x.name));
    case 'road':
      return [...tables.road.values()].slice(0, 200).map((r) => r.code || r.name);
    case 'unit':
      return [...tables.unit.values()].map((u) => u.name);
    case 'slogan':
      return [...tables.slogan.values()].filter((s) => s.approved).map((s) => s.text);
    case 'side':
      return (['left', 'right', 'both', 'staggered', 'median'] as const).map(side);
    default:
      return [];
  }
}
