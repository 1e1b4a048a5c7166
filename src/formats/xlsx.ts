/** The first sheet of an Excel workbook. */
import { fail } from '../domain/model/result.ts';
import type { Format } from './format.ts';
import { featuresOfTable } from './table.ts';
import { isZip, unzipped } from './zip.ts';

export const xlsx: Format = {
  id: 'xlsx',
  label: 'Excel (XLSX)',
  extensions: ['xlsx'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  isMine: ({ bytes, names }) => isZip(bytes) && /xl\/workbook/u.test(names),
  read: async (bytes) => {
    // Unpacked once to be measured: the reader itself has no limit.
    const files = await unzipped(bytes, () => true);
    if (!files.ok) return files;
    const { readSheet } = await import('read-excel-file/universal');
    try {
      return featuresOfTable(await readSheet(new Blob([bytes.slice().buffer])));
    } catch (error) {
      // The reader throws texts of its own for each part that a workbook lacks.
      if (!(error instanceof Error)) throw error;
      return fail('file.damaged');
    }
  },
};
