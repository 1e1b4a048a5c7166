/** A large edit goes to the server in parts, so that a line that breaks costs one part and nobody waits behind it. */
import type { Op } from './edit.ts';

/** Bytes of JSON in one part; a single row may be larger and is then a part of its own. */
const PART_BYTES = 1_000_000;
const PART_OPS = 2000;

const encoder = new TextEncoder();

/** The ops in their order, cut into runs that each fit into one edit. */
export function inParts(ops: readonly Op[]): readonly (readonly Op[])[] {
  const parts: Op[][] = [];
  let part: Op[] = [];
  let bytes = 0;
  for (const op of ops) {
    const size = ops.length === 1 ? 0 : encoder.encode(JSON.stringify(op)).length;
    if (part.length > 0 && (part.length >= PART_OPS || bytes + size > PART_BYTES)) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(op);
    bytes += size;
  }
  return part.length > 0 ? [...parts, part] : parts;
}
