import { dialled } from '../../domain/text/dialled.ts';

/** A telephone as it was written; on a phone, a press dials it. */
export function Phone({ text }: { readonly text: string }) {
  const number = dialled(text);
  return number === null ? text : <a href={`tel:${number}`}>{text}</a>;
}
