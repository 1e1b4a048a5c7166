/** Lines of a sheet that somebody pastes, with the columns found by their headings, in whatever order those are. */
import { plainText } from './plainText.ts';

export interface SheetLine<Column extends string> {
  /** From 1, as it stands in what was pasted. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** What each column may be called, in letters without marks. */
export type Headings<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/**
 * Reads cells cut apart by tabs, or where there are none by `;` or `|`. Where the first line is one of headings, the
 * columns are those; else they come in the order of `headings`, behind a number of the list if there is one. Empty lines
 * are passed over.
 */
export function pastedSheet<Column extends string>(
  text: string,
  headings: Headings<Column>,
  /** Of how many columns one line names itself one of headings. */
  least = 1,
): SheetLine<Column>[] {
  const names = Object.keys(headings) as Column[];
  const lines = text
    .split(/\r?\n/)
    .flatMap((raw, index) => (raw.trim() === '' ? [] : [{ raw, line: index + 1 }]));
  const rows = lines.map(({ raw, line }) => ({
    line,
    cells: raw.split(raw.includes('\t') ? '\t' : /[;|]/).map((cell) => cell.trim()),
  }));
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  const found = first.cells.map((cell) => names.find((name) => headings[name].includes(plainText(cell))));
  const isHeading = found.filter((name) => name !== undefined).length >= least;
  const body = isHeading ? rest : rows;
  const numbered = body.every(({ cells }) => cells.length > 1 && /^\d+[.)]?$/.test(cells[0] ?? ''));
  const at = (name: Column, index: number) => (isHeading ? found.indexOf(name) : index + (numbered ? 1 : 0));
  return body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(names.map((name, index) => [name, cells[at(name, index)] ?? ''])) as Record<
      Column,
      string
    >,
  }));
}
