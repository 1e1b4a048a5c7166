/**
 * Sets a checklist into pages in the manner of Vietnamese offices: Decree 30/2020/NĐ-CP (Appendix I) for state bodies,
 * Guidance 36-HD/VPTW for Party bodies. The paper is Vietnamese whatever the language of the screen.
 */
import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Sheet } from '../checklist/sheet.ts';
import { broughtBack, takenAlong } from './loadTables.ts';
import { partContent, totalLine } from './partContent.ts';

/** Margins of the decree, in points: left 30 mm, top and bottom 20 mm, right 18 mm. */
const MARGINS: [number, number, number, number] = [85, 57, 54, 62];
/** Width between the margins. */
const WIDTH = 456;
/** Bytes of an address that a code of 49 modules holds, with a fair share of repair, and with little. */
const CODE_BYTES = { repaired: 152, plain: 192 };

/**
 * How a code is set. A module has whole points: within 100 points every code of up to 50 modules becomes 68 to 100 wide
 * (24 to 35 mm), and one of up to 65 modules within 130.
 */
function codeFor(url: string): { readonly eccLevel: 'L' | 'M'; readonly fit: number } {
  const bytes = new TextEncoder().encode(url).length;
  if (bytes <= CODE_BYTES.repaired) return { eccLevel: 'M', fit: 100 };
  return { eccLevel: 'L', fit: bytes <= CODE_BYTES.plain ? 100 : 130 };
}

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
      ...takenAlong(sheet.work, sheet.loads),
      ...sheet.parts.flatMap(partContent),
      ...(sheet.total === null ? [] : [totalLine(sheet.total)]),
      ...ending(sheet),
    ],
    footer: (page, pages): Content => ({
      margin: [MARGINS[0], 14, MARGINS[2], 0],
      stack: [
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.5 }] },
        {
          margin: [0, 4, 0, 0],
          fontSize: 9,
          columns: [
            { stack: [{ text: sheet.footer[0], bold: true }, { text: sheet.footer[1] }], width: WIDTH - 60 },
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
  const code = codeFor(sheet.link.url);
  return {
    margin: [0, 16, 0, 8],
    columns: [
      {
        // Fixed: a column that grows with an unbroken word grows off the page.
        width: WIDTH - code.fit - 8,
        alignment: 'center',
        stack: [
          { text: sheet.title, bold: true, fontSize: 15 },
          { text: sheet.subtitle, bold: true, fontSize: 13, margin: [0, 3, 0, 0] },
          { text: sheet.dueLine, fontSize: 12, margin: [0, 3, 0, 0] },
          { text: sheet.leftLine, bold: true, fontSize: 12, margin: [0, 6, 0, 0] },
        ],
      },
      {
        width: code.fit + 8,
        stack: [
          { qr: sheet.link.url, ...code, alignment: 'right' },
          { text: sheet.link.words, fontSize: 9, alignment: 'right', margin: [0, 3, 0, 0] },
        ],
      },
    ],
  };
}

/** Signatures never stand alone on a page: what they are for goes with them. */
function ending(sheet: Sheet): Content[] {
  const { before, last } = broughtBack(sheet.work, sheet.loads);
  if (last.length === 0 && sheet.leftLine !== '')
    last.push({ text: sheet.leftLine, bold: true, margin: [0, 8, 0, 0] });
  return [...before, { unbreakable: true, stack: [...last, remember(), signatures(sheet)] }];
}

function remember(): Content {
  return {
    text: [{ text: 'Nhớ: ', bold: true }, REMEMBER],
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
    margin: [0, 16, 0, 0],
    columns: [
      signer('NGƯỜI GIAO', ['(Ký, ghi rõ họ tên)']),
      signer('NGƯỜI NHẬN', [day.charAt(0).toLocaleUpperCase('vi') + day.slice(1), '(Ký, ghi rõ họ tên)']),
    ],
  };
}
