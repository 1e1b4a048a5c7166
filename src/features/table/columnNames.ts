import { COLUMN_IDS, type ColumnId } from '../../domain/table/columns.ts';
import type { LanguageId } from '../../domain/text/languages.ts';
import { table as en } from '../../words/en/table.ts';
import { table as vi } from '../../words/vi/table.ts';

const WORDS: Readonly<Record<LanguageId, Readonly<Record<`table.${ColumnId}`, string>>>> = { vi, en };

/** What a column was called before: sheets that were saved then are pasted still. */
const EARLIER: Readonly<Partial<Record<ColumnId, readonly string[]>>> = {
  installBy: ['Lắp trước'],
  removeBy: ['Tháo trước'],
};

/** The names under which a column is known in a pasted heading: those of every language, whichever the page speaks. */
export const COLUMN_NAMES = Object.fromEntries(
  COLUMN_IDS.map((id) => [
    id,
    [...new Set([...Object.values(WORDS).map((words) => words[`table.${id}`]), ...(EARLIER[id] ?? [])])],
  ]),
) as unknown as Readonly<Record<ColumnId, readonly string[]>>;
