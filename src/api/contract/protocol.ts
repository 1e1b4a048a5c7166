/**
 * The form in which rows and edits travel. Page and server each know their own; a step of `upcast` turns rows and ops
 * of an earlier number into today's. A page that meets a later number asks to be loaded again.
 */
export const PROTOCOL = 2;
export const MIN_PROTOCOL = 1;

export const PROTOCOL_HEADER = 'x-cohoa-protocol';
export const LINEAGE_HEADER = 'x-cohoa-lineage';
