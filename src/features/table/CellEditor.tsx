/** Types into a cell: Enter keeps, Esc gives up, and what makes no sense stays to be mended. */
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, useCampaign } from '../../data/campaign.ts';
import { setOp, whereOf } from '../../data/commands/chosen.ts';
import type { PlacementLine } from '../../data/derived/lines.ts';
import { type CellColumn, readCell } from '../../domain/plan/cells.ts';
import { useReason } from '../../ui/reason.ts';
import { useCellTexts } from './cellText.ts';
import styles from './table.module.css';
import { useCellContext } from './useCellContext.ts';

interface Props {
  readonly line: PlacementLine;
  readonly column: CellColumn;
  readonly onDone: () => void;
}

export function CellEditor({ line, column, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const texts = useCellTexts();
  const reason = useReason();
  const context = useCellContext();
  const tables = useCampaign((s) => s.tables);
  const initial = texts.raw(line, column);
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const list = useId();
  const keep = () => {
    if (text === initial || context === null) {
      onDone();
      return;
    }
    const { id: _id, version: _version, ...fields } = line.row;
    const read = readCell(column, text, fields, context);
    if (!read.ok) {
      setProblem(reason(read.reason));
      return;
    }
    const done = commit({ code: 'placement.changed', params: { where: whereOf(line.row) } }, [
      setOp(line.row, read.value),
    ]);
    if (done.ok) onDone();
    else setProblem(reason(done.reason));
  };
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      keep();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      onDone();
    }
  };
  const options = optionsOf(column, tables, i18n.language === 'en', (side) => t(`sides.${side}`));
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: one has just asked to type here
        autoFocus
        className={`${styles.editor} ${problem === null ? '' : styles.wrong}`}
        aria-label={texts.heading(column)}
        aria-invalid={problem !== null}
        value={text}
        list={options.length > 0 ? list : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
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
    </>
  );
}

type Tables = ReturnType<typeof useCampaign.getState>['tables'];

function optionsOf(
  column: CellColumn,
  tables: Tables,
  english: boolean,
  side: (s: 'left' | 'right' | 'both' | 'staggered' | 'median') => string,
): string[] {
  switch (column) {
    case 'type':
      return [...tables.assetType.values()].map((x) => (english && x.nameEn !== '' ? x.nameEn : x.name));
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
