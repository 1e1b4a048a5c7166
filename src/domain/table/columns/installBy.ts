import type { Column } from './column.ts';
import { dueDay } from './dueDay.ts';

export const installBy: Column<string> = dueDay('installBy', 'opening');
