/**
 * The age of what is spoken between page and server: the shape of rows and ops. It grows with each step of
 * `domain/edit/upcast.ts`, one for every field or entity that is added or changes its meaning. Pages of an earlier age
 * are still understood. A test holds it to the number of steps.
 */
export const PROTOCOL = 11;
/** The first: what says no number is of it. */
export const MIN_PROTOCOL = 1;

/** Headers of every answer: the server's protocol, and the lineage of its database where somebody is signed in. */
export const PROTOCOL_HEADER = 'x-cohoa-protocol';
export const LINEAGE_HEADER = 'x-cohoa-lineage';
