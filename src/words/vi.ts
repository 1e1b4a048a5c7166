import { viFirst } from './vi/viFirst.ts';
import { viLater } from './vi/viLater.ts';

/** The Vietnamese words: the source of the keys that every other language must have. */
export const vi = { ...viFirst, ...viLater };
