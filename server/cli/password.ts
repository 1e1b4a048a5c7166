import { text } from 'node:stream/consumers';

/** A password as given on the command line; `-` reads it from the standard input, where no list of processes shows it. */
export async function readPassword(given: string): Promise<string> {
  if (given !== '-') return given;
  if (process.stdin.isTTY) console.error('Type the password, then Enter and Ctrl-D:');
  const [line = ''] = (await text(process.stdin)).split(/\r?\n/);
  if (line === '') throw new Error('No password came on the standard input.');
  return line;
}
