/** What went wrong with a file on the disk, in a sentence. */
const WORDS: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no file or folder ${file}.`,
  ENOTDIR: (file) => `There is no file or folder ${file}.`,
  EACCES: (file) => `${file} may not be opened: permission is missing.`,
  EPERM: (file) => `${file} may not be opened: permission is missing.`,
  EROFS: (file) => `${file} lies where nothing can be written.`,
  EISDIR: (file) => `${file} is a folder. Name a file.`,
  ENOSPC: (file) => `The disk is full: ${file} could not be written.`,
  EDQUOT: (file) => `The disk is full: ${file} could not be written.`,
};

/** The error in words where it is one of a file; otherwise as it is. */
export function inFileWords(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const say = WORDS[code];
  return say === undefined ? error : new Error(say(file), { cause: error });
}
