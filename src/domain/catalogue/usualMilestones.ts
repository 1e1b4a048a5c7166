import type { FieldsOf } from '../model/rows.ts';

/** What an office plans by before any opening day, in its usual distances from it (days); each may be changed or deleted. */
export const USUAL_MILESTONES: readonly FieldsOf<'milestone'>[] = (
  [
    ['Duyệt kế hoạch trang trí', -30],
    ['Duyệt xong khẩu hiệu, ma-két', -21],
    ['Nhận đủ vật tư', -14],
    ['Lắp đặt xong', -3],
    ['Kiểm tra lần cuối', -1],
    ['Tháo dỡ xong', 7],
  ] as const
).map(([name, offsetDays]) => ({ name, day: null, offsetDays }));
