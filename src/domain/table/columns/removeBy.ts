import type { Column } from './column.ts';
import { dueDay } from './dueDay.ts';

export const removeBy: Column<string> = { ...dueDay('removeBy', 'closing'), hidden: true };
