/** Runs pdfmake over a document with the fonts of the office: the metric twin of Times New Roman, whole, with Vietnamese. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/** The four styles of the typeface: names of TrueType files, in pdfmake's own store or on disk. */
export interface FontFiles {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

/** The part of pdfmake that its browser and Node builds share. */
export interface Pdfmake {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setProgressCallback(callback: (share: number) => void): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Uint8Array> };
}

/** Gives the bytes of the PDF; `progress` hears shares from 0 to 1. */
export async function renderPdf(
  pdfmake: Pdfmake,
  definition: TDocumentDefinitions,
  fonts: FontFiles,
  progress: (share: number) => void,
): Promise<Uint8Array> {
  pdfmake.setFonts({ Tinos: { ...fonts } });
  // A document never fetches anything: all it needs is in it.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setProgressCallback(progress);
  return pdfmake.createPdf(definition).getBuffer();
}
