/** A table as text: its separator is found by itself. */
import type { Position, WrittenFeature, WrittenGeometry } from '../domain/geo/geoFeature.ts';
import { writeCsv } from '../domain/table/block.ts';
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
    // Excel's own word for the separator stands in a line of its own.
    const [said, delimiter] = /^sep=(.)\r?\n/u.exec(text) ?? ['', ''];
    const { data } = Papa.parse<string[]>(text.slice(said.length), { skipEmptyLines: 'greedy', delimiter });
    return featuresOfTable(data);
  },
  write: writeRows,
};

/** A row a feature, with its shape as well-known text in the last column. */
function writeRows(features: readonly WrittenFeature[]): string {
  const headings = [...new Set(features.flatMap((f) => Object.keys(f.properties)))];
  return writeCsv([
    [...headings, 'wkt'],
    ...features.map(({ properties, geometry }) => [
      ...headings.map((h) => String(properties[h] ?? '')),
      textOf(geometry),
    ]),
  ]);
}

function textOf(geometry: WrittenGeometry): string {
  const list = (line: readonly Position[]) => `(${line.map((at) => at.join(' ')).join(', ')})`;
  switch (geometry.type) {
    case 'Point':
      return `POINT ${list([geometry.coordinates])}`;
    case 'MultiPoint':
      return `MULTIPOINT (${geometry.coordinates.map((at) => list([at])).join(', ')})`;
    case 'LineString':
      return `LINESTRING ${list(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON (${geometry.coordinates.map((rings) => `(${rings.map(list).join(', ')})`).join(', ')})`;
  }
}
