/** A table as text: its separator is found by itself. */
import { decodeText, otherKind } from './bytes.ts';
import type { Format } from './format.ts';
import { featuresOfTable } from './table.ts';

export const csv: Format = {
  id: 'csv',
  label: 'CSV',
  extensions: ['csv', 'tsv', 'txt'],
  mediaTypes: ['text/csv'],
  isMine: ({ text }) => !text.includes('\u0000') && /^[^\n<{[]*[,;\t][^\n]*\r?\n/u.test(text),
  read: async (bytes) => {
    const text = decodeText(bytes);
    if (text.includes('\u0000') || text.trim() === '') return otherKind(bytes, text);
    const { default: Papa } = await import('papaparse');
    const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
    return featuresOfTable(data);
  },
};
