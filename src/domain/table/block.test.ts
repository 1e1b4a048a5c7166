import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlock, writeBlock, writeCsv } from './block.ts';

test('a block survives the way to a spreadsheet and back', () => {
  // A cell with a tab and a line break at once may look like two rows: see the stray quotes below.
  const cell = fc.oneof(fc.stringMatching(/^[a-z\n" ]{0,6}$/), fc.stringMatching(/^[a-z\t" ]{0,6}$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(readBlock(writeBlock(rows))).toEqual(rows);
    }),
  );
});

test.each([
  [
    'a\t"mở ngoặc\nb\tc',
    [
      ['a', '"mở ngoặc'],
      ['b', 'c'],
    ],
  ],
  [
    'a\t"mở ngoặc\nb\tdài 3"',
    [
      ['a', '"mở ngoặc'],
      ['b', 'dài 3"'],
    ],
  ],
  [
    'a\t"mở ngoặc\nb\t"kia" nữa',
    [
      ['a', '"mở ngoặc'],
      ['b', '"kia" nữa'],
    ],
  ],
  ['"3" rộng\tb', [['"3" rộng', 'b']]],
  [
    'a\t"hai\ndòng"\nb\tc',
    [
      ['a', 'hai\ndòng'],
      ['b', 'c'],
    ],
  ],
  ['"nói ""có"""\t"', [['nói "có"', '"']]],
  ['', [['']]],
  [
    'a\t\n\t',
    [
      ['a', ''],
      ['', ''],
    ],
  ],
])('a quote that opens no quoted cell is text: %j', (text, rows) => expect(readBlock(text)).toEqual(rows));

test('a file for spreadsheets calculates nothing that came from outside', () => {
  expect(writeCsv([['=1+1', '-5', '@x', 'a,"b"']])).toBe('\uFEFF\'=1+1,-5,\'@x,"a,""b"""\r\n');
  // Neither does what ends a row, or a cell where it is divided by semicolons.
  expect(writeCsv([['a\r=1+1', 'b;=1+1', 'c\n=1']])).toBe('\uFEFF"a\r=1+1","b;=1+1","c\n=1"\r\n');
});
