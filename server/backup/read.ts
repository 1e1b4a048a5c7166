import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BackupFault } from './fault.ts';
import { FORMAT, type Header, type RowLine, TABLES } from './format.ts';

/** Of one row; an edit brings at most as much together. What is longer was not written by us. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * Reads a backup: its header first, then its rows one by one. It is opened here, where a file that cannot be is heard. Throws BackupFault where it is none, or not whole; what the
 * disk says where it cannot be read.
 */
export async function readBackup(
  open: () => Readable,
  begin: (header: Header) => Promise<void>,
  /** `length`: of the row as it is written. */
  take: (row: RowLine, length: number) => Promise<void>,
): Promise<number> {
  const text = new PassThrough();
  const unpacked = pipeline(open(), createGunzip(), text);
  // Heard below, where the lines end.
  unpacked.catch(() => {});
  let rows = 0;
  let end: number | undefined;
  let header: Header | undefined;
  try {
    for await (const line of linesOf(text)) {
      const value = parsed(line);
      if (header === undefined) {
        header = headerOf(value);
        await begin(header);
      } else if (typeof value.end === 'number') end = value.end;
      else {
        await take(rowOf(value), line.length);
        rows++;
      }
    }
    await unpacked;
  } catch (error) {
    text.destroy();
    throw ofPacking(error);
  }
  if (header === undefined) throw noBackup();
  if (end === undefined) throw new BackupFault('backup.cut');
  if (end !== rows) throw new BackupFault('backup.rows-missing', { rows, end });
  return rows;
}

/** Lines end with a line feed and nothing else: what people wrote may hold other signs that end lines elsewhere. */
async function* linesOf(text: PassThrough): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  // Of a long line each piece is looked at once.
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of text) {
    const [first = '', ...others] = decoder.decode(chunk as Buffer, { stream: true }).split('\n');
    begun.push(first);
    length += first.length;
    if (length > LONGEST_LINE) throw noBackup();
    const last = others.pop();
    if (last === undefined) continue;
    yield begun.join('');
    yield* others;
    begun = [last];
    length = last.length;
  }
  const rest = begun.join('') + decoder.decode();
  if (rest !== '') yield rest;
}

type Value = Readonly<Record<string, unknown>>;

function parsed(line: string): Value {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw noBackup();
}

function headerOf({ format, version }: Value): Header {
  if (format !== FORMAT || typeof version !== 'string') throw noBackup();
  return { format, version };
}

function rowOf({ table, row }: Value): RowLine {
  if (typeof table !== 'string' || typeof row !== 'object' || row === null) throw noBackup();
  if (!TABLES.includes(table)) throw new BackupFault('backup.unknown-table', { table: table.slice(0, 100) });
  return { table, row: row as RowLine['row'] };
}

function noBackup(): BackupFault {
  return new BackupFault('backup.none');
}

function ofPacking(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'Z_BUF_ERROR') return new BackupFault('backup.cut', {}, { cause: error });
  if (code === 'Z_DATA_ERROR') return new BackupFault('backup.none', {}, { cause: error });
  return error;
}
