/** Reads a file away from the page: as what lies on the ground, or as rows of placements. */
import { type GroundFeature, groundIn } from '../../../domain/ground/groundFile.ts';
import { type FileRow, fileRows } from '../../../domain/table/fileRows.ts';
import { answering, type NotRead, opened, type ToOpen } from './opening.ts';

/** What a file can be read as. */
export interface Contents {
  readonly ground: GroundFeature[];
  readonly rows: FileRow[];
}

export type ToContent = ToOpen & { readonly as: keyof Contents };
export type FromContent<As extends keyof Contents> =
  | NotRead
  | { readonly kind: 'read'; readonly content: Contents[As] };

answering(async (message: ToContent) => {
  const file = await opened(message);
  if (file.kind !== 'read') return postMessage(file);
  const content = message.as === 'ground' ? groundIn(file.features) : fileRows(file.features);
  postMessage(
    (content.ok
      ? { kind: 'read', content: content.value }
      : { kind: 'failed', reason: content.reason }) satisfies FromContent<'ground' | 'rows'>,
  );
});
