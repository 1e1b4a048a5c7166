/** The demonstration's rows, and a sheet's pages read back as text, for tests of paper. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import decodeQR from 'qr/decode.js';
import { demoEdit } from '../../mocks/demo/choMoi/campaign.ts';
import type { Sheet } from '../../src/documents/checklist/sheet.ts';
import { checklistDocument } from '../../src/documents/pdf/checklistPdf.ts';
import { type Pdfmake, renderPdf } from '../../src/documents/pdf/renderPdf.ts';
import { emptyTables, withRows } from '../../src/domain/edit/tables.ts';
import type { Campaign } from '../../src/domain/model/entities/campaign.ts';
import type { AnyRow, Tables } from '../../src/domain/model/rows.ts';
import { timelineIn } from '../../src/domain/schedule/timeline.ts';

const require = createRequire(import.meta.url);
const fontFolder = resolve(require.resolve('@expo-google-fonts/tinos/package.json'), '..');
const FONTS = {
  normal: `${fontFolder}/400Regular/Tinos_400Regular.ttf`,
  bold: `${fontFolder}/700Bold/Tinos_700Bold.ttf`,
  italics: `${fontFolder}/400Regular_Italic/Tinos_400Regular_Italic.ttf`,
  bolditalics: `${fontFolder}/700Bold_Italic/Tinos_700Bold_Italic.ttf`,
};

export function demoTables(): Tables {
  const rows = demoEdit('k', 'r').ops.flatMap((op) =>
    op.kind === 'create'
      ? [{ entity: op.entity, id: op.id, row: { ...op.fields, id: op.id, version: 1 } as AnyRow }]
      : [],
  );
  return withRows(emptyTables(), rows);
}

export function printing(tables: Tables) {
  const campaign = [...tables.campaign.values()][0] as Campaign;
  return {
    campaign,
    timeline: timelineIn(tables),
    number: 1482,
    printedAt: '15/10/2020, 14:05',
    link: { url: 'http://localhost:3000/#/c/x/plan/road/y', words: 'Quét để mở' },
    work: 'install',
    onlyLeft: false,
    until: null,
  } as const;
}

async function bytesOf(sheet: Sheet): Promise<Uint8Array> {
  const pdfmake = require('pdfmake') as Pdfmake & { setLocalAccessPolicy(policy: () => boolean): void };
  pdfmake.setLocalAccessPolicy(() => true);
  return renderPdf(pdfmake, checklistDocument(sheet), FONTS, () => {});
}

function opened(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}

export async function pagesOf(sheet: Sheet): Promise<string[]> {
  const pdf = await opened(await bytesOf(sheet));
  const pages: string[] = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const content = await (await pdf.getPage(i)).getTextContent();
    pages.push(
      content.items
        .map((item) => (item as TextItem).str)
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  return pages;
}

type Picture = Canvas;

/** The pages as pictures, at so many dots a point. */
export async function picturesOf(sheet: Sheet, scale = 2): Promise<Picture[]> {
  return printedPages(await bytesOf(sheet), scale);
}

/** The same of a PDF that was made elsewhere. */
export async function printedPages(bytes: Uint8Array, scale = 2): Promise<Picture[]> {
  const pdf = await opened(bytes);
  const pictures: Picture[] = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const page = await pdf.getPage(i);
    const viewport = page.getViewport({ scale });
    const canvas: Picture = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    pictures.push(canvas);
  }
  return pictures;
}

/** What the code on a page says, and how wide it is printed, in millimetres. */
export async function codeOn(
  picture: Picture,
): Promise<{ readonly text: string; readonly millimetres: number }> {
  const { width, height } = picture;
  const { data } = picture.getContext('2d').getImageData(0, 0, width, height);
  let box = { width: 0, height: 0 };
  const text = decodeQR(
    { width, height, data },
    {
      timeLimit: 5000,
      pointsOnDetect: ({ boundingBox }) => {
        box = boundingBox;
      },
    },
  );
  // An A4 page is 210 mm wide.
  return { text, millimetres: (Math.min(box.width, box.height) / width) * 210 };
}
