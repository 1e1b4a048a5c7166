/** Sets pages off the main thread. The typeface and the setter are loaded when the first sheet is printed. */

import normal from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url';
import italics from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf?url';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url';
import bolditalics from '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf?url';
import pdfmake from 'pdfmake/build/pdfmake';
import type { Sheet } from '../../documents/checklist/sheet.ts';
import { checklistDocument } from '../../documents/pdf/checklistPdf.ts';
import { type FontFiles, type Pdfmake, renderPdf } from '../../documents/pdf/renderPdf.ts';

export type FromPrinter =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly detail: string };

const say = (message: FromPrinter) => postMessage(message);

async function base64Of(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const blob = await response.blob();
  const data = new FileReaderSync().readAsDataURL(blob);
  return data.slice(data.indexOf(',') + 1);
}

const FILES = { normal, bold, italics, bolditalics };

/** Puts the typeface into pdfmake's own store, under names of ours. */
async function loadFonts(): Promise<FontFiles> {
  const styles = Object.entries(FILES);
  const files = await Promise.all(styles.map(([, url]) => base64Of(url)));
  const names = styles.map(([style], i) => {
    const name = `Tinos-${style}.ttf`;
    pdfmake.addVirtualFileSystem({ [name]: files[i] as string });
    return [style, name] as const;
  });
  return Object.fromEntries(names) as unknown as FontFiles;
}

self.onmessage = async (event: MessageEvent<Sheet>) => {
  try {
    const fonts = await loadFonts();
    const definition = checklistDocument(event.data);
    const pdf = await renderPdf(pdfmake as unknown as Pdfmake, definition, fonts, (share) =>
      say({ kind: 'progress', share }),
    );
    say({ kind: 'done', pdf: new Uint8Array(pdf) });
  } catch (error) {
    say({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
};
