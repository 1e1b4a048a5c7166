/** What is taken from the store before the work, and what comes back to it after. */
import type { Content, TableCell } from 'pdfmake/interfaces';
import type { Load, Sheet } from '../checklist/sheet.ts';
import { figure } from '../checklist/words.ts';
import { GRID, tickBox } from './tables.ts';

/** Rows of the return list that go with the signatures, so that no page has signatures alone. */
const WITH_SIGNATURES = 4;

/** The load list; nothing where nothing is taken along. */
export function takenAlong(work: Sheet['work'], loads: readonly Load[]): Content[] {
  if (work === 'take-down' || loads.length === 0) return [];
  return [
    title('Nhận từ kho'),
    {
      margin: [0, 4, 0, 0],
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: ['*', 60, 60, 30],
        body: [
          head(['Vật tư', 'Cần', 'Thực nhận', 'Đủ']),
          ...loads.map(({ name, quantity }): TableCell[] => [name, amount(quantity), '', tickBox(false)]),
        ],
      },
      layout: GRID,
    },
  ];
}

const RETURN = {
  install: { title: 'Sau khi lắp: trả kho', columns: ['Vật tư', 'Đã lắp', 'Hỏng, mất', 'Trả lại'] },
  'take-down': { title: 'Sau khi tháo: thu về kho', columns: ['Vật tư', 'Phải thu', 'Thu về', 'Hỏng, mất'] },
} as const;

/** The return list, to be filled in by hand; its end goes with the signatures. */
export function broughtBack(
  work: Sheet['work'],
  loads: readonly Load[],
): { readonly before: Content[]; readonly last: Content[] } {
  if (loads.length === 0) return { before: [], last: [] };
  const { title: words, columns } = RETURN[work];
  const cut = loads.length <= 2 * WITH_SIGNATURES ? 0 : loads.length - WITH_SIGNATURES;
  const rows = (some: readonly Load[]): Content => ({
    margin: [0, 4, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 60, 60, 60],
      body: [
        head(columns),
        ...some.map(({ name, quantity }): TableCell[] => [
          name,
          work === 'take-down' ? amount(quantity) : '',
          '',
          '',
        ]),
      ],
    },
    layout: GRID,
  });
  const first = loads.slice(0, cut);
  return cut === 0
    ? { before: [], last: [title(words), rows(loads)] }
    : { before: [title(words), rows(first)], last: [rows(loads.slice(cut))] };
}

function title(text: string): Content {
  return { text, bold: true, margin: [0, 12, 0, 0] };
}

function head(words: readonly string[]): TableCell[] {
  return words.map((text) => ({ text, bold: true, alignment: 'center', fontSize: 10 }));
}

function amount(quantity: number): TableCell {
  return { text: figure(quantity), alignment: 'center', bold: true };
}
