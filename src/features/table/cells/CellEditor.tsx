/** Types into a cell: Enter keeps, Esc gives up, and what makes no sense stays to be mended. */
import { type KeyboardEvent, useId } from 'react';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { commitSeen } from '../../../data/campaign/commit.ts';
import { whereOf } from '../../../data/campaign/where.ts';
import { useTableWords } from '../../../data/table/lines.ts';
import { setOp } from '../../../domain/edit/edit.ts';
import type { FieldsOf } from '../../../domain/model/rows.ts';
import { type ColumnId, columnOf, readCell } from '../../../domain/table/columns.ts';
import type { Line } from '../../../domain/table/lines.ts';
import { Theirs } from '../../../ui/fields/Theirs.tsx';
import { useStoredField } from '../../../ui/fields/useStoredField.ts';
import { useReason } from '../../../ui/reason.ts';
import { useTell } from '../../../ui/tell.ts';
import styles from '../table.module.css';
import { useCellTexts } from './cellText.ts';
import { useCellContext } from './useCellContext.ts';

interface Props {
  readonly line: Line;
  readonly column: ColumnId;
  readonly onDone: () => void;
}

export function CellEditor({ line, column, onDone }: Props) {
  const words = useTableWords();
  const texts = useCellTexts();
  const reason = useReason();
  const tell = useTell();
  const context = useCellContext();
  const tables = useCampaign((s) => s.tables);
  const field = useStoredField<string, Partial<FieldsOf<'placement'>>>({
    of: `${line.id}:${column}`,
    shown: texts.typed(line, column),
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
          [setOp('placement', line.row, fields)],
          [line.row],
          tables.road.get(line.row.roadId ?? ''),
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
  const options = columnOf(column).suggested?.(tables, words) ?? [];
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
