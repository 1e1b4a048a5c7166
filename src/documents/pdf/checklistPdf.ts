/**
 * Sets a checklist into pages in the manner of Vietnamese offices: Decree 30/2020/NĐ-CP (Appendix I) for state bodies,
 * Guidance 36-HD/VPTW for Party bodies. The paper is Vietnamese whatever the language of the screen.
 */
import type { Column, Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Sheet, SheetPart, SheetRow } from '../checklist/sheet.ts';
import { type Block, rowPieces, SIZES, WORDS_WIDTH } from './rowPieces.ts';
import { markCell, stripSvg } from './stripSvg.ts';

/** Margins of the decree, in points: left 30 mm, top and bottom 20 mm, right 18 mm. */
const MARGINS: [number, number, number, number] = [85, 57, 54, 57];
/** Width between the margins. */
const WIDTH = 456;
const BOX_SIZE = 13;
const QR_WIDTH = 74;
const REMEMBER =
  'không căng băng rôn ngang đường; cách biển báo, đèn tín hiệu ít nhất 10 m; cờ không rách, không phai, không treo ngược.';

export function checklistDocument(sheet: Sheet): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: MARGINS,
    info: { title: `${sheet.title} – ${sheet.subtitle}`, author: sheet.organisingBody, creator: 'Cờ Hoa' },
    language: 'vi-VN',
    defaultStyle: { font: 'Tinos', fontSize: 12, lineHeight: 1.12 },
    content: [
      heading(sheet),
      titleBlock(sheet),
      ...sheet.parts.flatMap(part),
      ...(sheet.total === null ? [] : [totalLine(sheet.total)]),
      remember(),
      signatures(sheet),
    ],
    footer: (page, pages) => ({
      margin: [MARGINS[0], 14, MARGINS[2], 0],
      stack: [
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.5 }] },
        {
          margin: [0, 4, 0, 0],
          fontSize: 9,
          columns: [
            { text: sheet.footer, width: WIDTH - 60 },
            { text: `Trang ${page}/${pages}`, width: 60, alignment: 'right' },
          ],
        },
      ],
    }),
  };
}

function underline(width: number): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7 }],
    alignment: 'center',
    margin: [0, 2, 0, 0],
  };
}

function heading(sheet: Sheet): Content {
  const right: Content[] =
    sheet.kind === 'state'
      ? [
          { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, fontSize: 11.5 },
          { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, fontSize: 12.5 },
          underline(140),
        ]
      : [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', bold: true, fontSize: 13 }, underline(130)];
  const left: Content[] = [
    { text: sheet.parentBody.toLocaleUpperCase('vi'), fontSize: 11.5 },
    { text: sheet.organisingBody.toLocaleUpperCase('vi'), bold: true, fontSize: 11.5 },
    sheet.kind === 'state' ? underline(60) : { text: '*', bold: true, alignment: 'center' },
  ];
  return {
    columns: [
      { width: '42%', stack: left, alignment: 'center' },
      { width: '58%', stack: right, alignment: 'center' },
    ],
  };
}

function titleBlock(sheet: Sheet): Content {
  return {
    margin: [0, 16, 0, 8],
    columns: [
      { width: QR_WIDTH, text: '' },
      {
        // Fixed: a column that grows with an unbroken word grows off the page.
        width: WIDTH - 2 * QR_WIDTH,
        alignment: 'center',
        stack: [
          { text: sheet.title, bold: true, fontSize: 15 },
          { text: sheet.subtitle, bold: true, fontSize: 13, margin: [0, 3, 0, 0] },
          { text: sheet.dueLine, fontSize: 12, margin: [0, 3, 0, 0] },
          ...(sheet.leftLine === null
            ? []
            : [{ text: sheet.leftLine, bold: true, fontSize: 12, margin: [0, 3, 0, 0] } as Content]),
        ],
      },
      {
        width: QR_WIDTH,
        alignment: 'right',
        stack: [
          { qr: sheet.link, fit: 66, eccLevel: 'M', alignment: 'right' },
          { text: 'Quét để mở', fontSize: 8, alignment: 'center', margin: [4, 3, 0, 0] },
        ],
      },
    ],
  };
}

function part(p: SheetPart): Content[] {
  const title: Content = { text: p.title, bold: true, fontSize: 13, margin: [0, 8, 0, 0] };
  const strips = p.strips.map(
    (strip, i): Content => ({
      // A heading stays with what it heads.
      unbreakable: true,
      margin: [0, i === 0 ? 0 : 6, 0, 0],
      stack: [
        ...(i === 0 ? [title] : []),
        // One strip alone is what the title already says.
        ...(p.strips.length === 1
          ? []
          : [{ text: strip.title, bold: true, fontSize: 10, margin: [0, 4, 0, 2] } as Content]),
        { svg: stripSvg(strip), margin: [0, p.strips.length === 1 ? 4 : 0, 0, 0] },
      ],
    }),
  );
  return [
    ...(strips.length === 0 ? [title] : strips),
    ...(p.caption === ''
      ? []
      : [{ text: p.caption, italics: true, fontSize: 9.5, margin: [0, 3, 0, 0] } as Content]),
    table(p.rows),
    totalLine(p.total),
  ];
}

function totalLine(text: string): Content {
  return { text, bold: true, fontSize: 11, alignment: 'right', margin: [0, 4, 0, 0] };
}

function table(rows: readonly SheetRow[]): Content {
  const head = [
    'Số',
    'Việc, nội dung',
    'Lý trình, bên',
    'Số lượng',
    'Đủ vật tư',
    'Đã lắp',
    'Đã chụp',
    'Số thực lắp, ghi chú',
  ];
  return {
    margin: [0, 8, 0, 0],
    fontSize: 10.5,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [22, WORDS_WIDTH, 84, 36, 24, 22, 26, 54],
      body: [
        head.map((words): TableCell => ({ text: words, bold: true, alignment: 'center', fontSize: 9.5 })),
        ...rows.flatMap(rowCells),
      ],
    },
    layout: {
      hLineWidth: () => 0.7,
      vLineWidth: () => 0.7,
      paddingTop: () => 4,
      paddingBottom: () => 4,
      paddingLeft: () => 3,
      paddingRight: () => 3,
    },
  };
}

/** A box of its own for every cell: pdfmake moves the shapes that it is given. */
function tickBox(ticked = false): TableCell {
  const points = [0.2, 0.5, 0.42, 0.75, 0.82, 0.2].map((share) => share * BOX_SIZE);
  const [ax, ay, bx, by, cx, cy] = points as [number, number, number, number, number, number];
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    ({ type: 'line', x1, y1, x2, y2, lineWidth: 1.6 }) as const;
  return {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: BOX_SIZE, h: BOX_SIZE, lineWidth: 0.9 },
      ...(ticked ? [line(ax, ay, bx, by), line(bx, by, cx, cy)] : []),
    ],
    alignment: 'center',
    margin: [0, 2, 0, 0],
  };
}

/** A row that is taller than a page goes on in rows of its own, under the same number. */
function rowCells(r: SheetRow): TableCell[][] {
  return rowPieces(r).map((blocks, i): TableCell[] => [
    nameCell(r),
    { stack: [...(i === 0 ? [] : [{ text: '(tiếp)', fontSize: SIZES.detail }]), ...blocks.map(words)] },
    ...(i === 0 ? figures(r) : ['', '', '', '', '', '']),
  ]);
}

function nameCell(r: SheetRow): TableCell {
  return r.mark === null
    ? { text: r.number === null ? '' : String(r.number), alignment: 'center', bold: true }
    : { svg: markCell(r.mark), alignment: 'center', margin: [0, 2, 0, 0] };
}

function words({ kind, text }: Block): Content {
  return { text, bold: kind === 'title', italics: kind !== 'title', fontSize: SIZES[kind] };
}

function figures(r: SheetRow): TableCell[] {
  const quantity = new Intl.NumberFormat('vi-VN').format(r.quantity);
  return [
    { stack: r.where.map((text) => ({ text })), alignment: 'center' },
    // A number broken over two lines is read as two.
    { text: quantity, alignment: 'center', bold: true, fontSize: quantity.length > 7 ? 7 : 10.5 },
    tickBox(),
    tickBox(r.quantity > 0 && r.installed >= r.quantity),
    tickBox(),
    r.installed === 0 ? '' : { text: progressWords(r), fontSize: 9 },
  ];
}

function progressWords({ installed, quantity }: SheetRow): string {
  const figure = (n: number) => new Intl.NumberFormat('vi-VN').format(n);
  if (installed >= quantity) return `đã đủ ${figure(quantity)}`;
  return `đã ${figure(installed)}, còn ${figure(quantity - installed)}`;
}

function remember(): Content {
  return {
    text: [{ text: 'Nhớ: ', bold: true }, REMEMBER],
    fontSize: 10.5,
    margin: [0, 12, 0, 0],
  };
}

function signatures(sheet: Sheet): Content {
  const signer = (title: string, lines: readonly string[]): Column => ({
    width: '*',
    alignment: 'center',
    stack: [
      { text: title, bold: true },
      ...lines.map((text): Content => ({ text, italics: true })),
      { text: '', margin: [0, 54, 0, 0] },
    ],
  });
  const day = `${sheet.place === '' ? '' : `${sheet.place}, `}ngày … tháng … năm ${sheet.year}`;
  return {
    unbreakable: true,
    margin: [0, 16, 0, 0],
    columns: [
      signer('NGƯỜI GIAO', ['(Ký, ghi rõ họ tên)']),
      signer('NGƯỜI NHẬN', [day.charAt(0).toLocaleUpperCase('vi') + day.slice(1), '(Ký, ghi rõ họ tên)']),
    ],
  };
}
