import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { FORMAT, type Header, type RowLine, TABLES } from './format.ts';
import { inWords } from './words.ts';

/** Reads a backup: its header first, then its rows one by one. Fails in words where it is none, or not whole. */
export async function readBackup(
  file: string,
  begin: (header: Header) => Promise<void>,
  take: (line: RowLine) => Promise<void>,
): Promise<number> {
  const text = new PassThrough();
  const unpacked = pipeline(createReadStream(file), createGunzip(), text);
  // Heard below, where the lines end.
  unpacked.catch(() => {});
  let rows = 0;
  let end: number | undefined;
  let header: Header | undefined;
  try {
    for await (const line of linesOf(text)) {
      const value = parsed(line, file);
      if (header === undefined) {
        header = headerOf(value, file);
        await begin(header);
      } else if (typeof value.end === 'number') end = value.end;
      else {
        await take(rowOf(value, file));
        rows++;
      }
    }
    await unpacked;
  } catch (error) {
    text.destroy();
    throw inWords(error, file);
  }
  if (header === undefined) throw noBackup(file);
  if (end !== rows) throw new Error(`${file} is not whole: ${rows} rows of ${end ?? 'an unknown number'}.`);
  return rows;
}

/** Lines end with a line feed and nothing else: what people wrote may hold other signs that end lines elsewhere. */
async function* linesOf(text: PassThrough): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of text) {
    const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

type Value = Readonly<Record<string, unknown>>;

function parsed(line: string, file: string): Value {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw noBackup(file);
}

function headerOf({ format, version }: Value, file: string): Header {
  if (format !== FORMAT || typeof version !== 'string') throw noBackup(file);
  return { format, version };
}

function rowOf({ table, row }: Value, file: string): RowLine {
  if (typeof table !== 'string' || typeof row !== 'object' || row === null) throw noBackup(file);
  if (!TABLES.includes(table))
    throw new Error(`${file} names a table «${table}», which Cờ Hoa does not have.`);
  return { table, row: row as RowLine['row'] };
}

function noBackup(file: string): Error {
  return new Error(`${file} is no backup of Cờ Hoa, or it is damaged.`);
}
