/** XML from bytes that nobody trusts, as a document: a worker has no parser of its own. */
import type { Document } from '@xmldom/xmldom';
import { fail, ok, type Result } from '../domain/model/result.ts';
import { decodeText, otherKind } from './bytes.ts';

/** Letters beyond which a document is not built: it takes ten times as much room as its text. */
const MOST_LETTERS = 60_000_000;
/** Tags within tags; honest files have a dozen. */
const DEEPEST = 200;

/**
 * The document of an XML file whose first tag is `root`. Fails with `file.is-…` for another kind of file,
 * `file.not-xml` with the line, `file.too-large`, `file.too-deep`.
 */
export async function readXml(bytes: Uint8Array, root: string): Promise<Result<Document>> {
  const text = decodeText(bytes);
  if (!new RegExp(`<(?:[\\w.-]+:)?${root}[\\s>/]`, 'iu').test(text.slice(0, 4000)))
    return otherKind(bytes, text);
  if (text.length > MOST_LETTERS)
    return fail('file.too-large', { megabytes: Math.round(bytes.length / 1e6) });
  if (depthOf(text) > DEEPEST) return fail('file.too-deep', { depth: DEEPEST });
  const { DOMParser, ParseError } = await import('@xmldom/xmldom');
  let line = 1;
  try {
    const parser = new DOMParser({
      locator: true,
      onError: (level, _message, context) => {
        const { lineNumber } = (context as { locator?: { lineNumber?: number } }).locator ?? {};
        line = lineNumber ?? line;
        if (level !== 'warning') throw new ParseError(level);
      },
    });
    const parsed = parser.parseFromString(text, 'text/xml');
    return parsed.documentElement === null ? fail('file.not-xml', { line }) : ok(parsed as Document);
  } catch (error) {
    if (error instanceof ParseError) return fail('file.not-xml', { line });
    throw error;
  }
}

/** How deep tags lie in each other, counted without building anything; comments and CDATA are no tags. */
function depthOf(text: string): number {
  let [depth, deepest, at] = [0, 0, 0];
  for (;;) {
    const from = text.indexOf('<', at);
    if (from < 0) return deepest;
    const aside = ASIDE.find(([begin]) => text.startsWith(begin, from));
    const end = text.indexOf(aside?.[1] ?? '>', from);
    // What never ends is told by the parser, with its line.
    if (end < 0) return deepest;
    at = end + 1;
    if (aside !== undefined) continue;
    if (text[from + 1] === '/') depth--;
    else if (text[end - 1] !== '/') depth++;
    deepest = Math.max(deepest, depth);
  }
}

const ASIDE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;
