/** Files inside a zip that nobody trusts: few enough, and small enough when they are unpacked. */
import { fail, ok, type Result } from '../domain/model/result.ts';

/** Bytes that all files taken out of one zip may have together: three times what the largest honest file has. */
const MOST_BYTES = 300_000_000;
const MOST_FILES = 5000;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The files whose name `isWanted`, by name; what a Mac adds is passed over. Fails with `file.zip-damaged`, or
 * `file.zip-large` before anything is unpacked.
 */
export async function unzipped(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const { unzipSync } = await import('fflate');
  let [total, count] = [0, 0];
  const isTaken = (name: string) =>
    !name.includes('__MACOSX/') && !name.split('/').at(-1)?.startsWith('.') && isWanted(name);
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isTaken(name)) return false;
        total += originalSize;
        count++;
        return total <= MOST_BYTES && count <= MOST_FILES;
      },
    });
    return total > MOST_BYTES || count > MOST_FILES
      ? fail('file.zip-large', { megabytes: Math.round(total / 1e6), files: count })
      : ok(new Map(Object.entries(files)));
  } catch (error) {
    // The library throws texts of its own for each way in which a zip can be broken.
    if (!(error instanceof Error)) throw error;
    return fail('file.damaged');
  }
}
