import { enFirst } from './en/enFirst.ts';
import { enLater } from './en/enLater.ts';

export const en = { ...enFirst, ...enLater };
