import type { FieldsOf } from '../../../src/domain/model/rows.ts';

const isApproved = (i: number) => i !== 3 && i !== 7;

/** Adapted from slogans of a real plan; the congress is named as the campaign names it. */
export const SLOGANS: readonly FieldsOf<'slogan'>[] = [
  'Nhiệt liệt chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII, nhiệm kỳ 2020 - 2025!',
  'Đảng bộ, nhân dân các dân tộc tỉnh Bắc Kạn thi đua lập thành tích chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ XII!',
  'Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh!',
  'Tất cả vì mục tiêu dân giàu, nước mạnh, dân chủ, công bằng, văn minh!',
  'Đảng Cộng sản Việt Nam quang vinh muôn năm!',
  'Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!',
  'Chủ tịch Hồ Chí Minh vĩ đại sống mãi trong sự nghiệp của chúng ta!',
  // Typed from the last campaign's list, and caught by the guard.
  'Nhiệt liệt chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XI, nhiệm kỳ 2020 - 2025!',
].map((text, i) => ({
  text,
  typeIds: [],
  priority: i + 1,
  approved: isApproved(i),
  approvalDocument: isApproved(i) ? 'Danh mục khẩu hiệu của Ban Tuyên giáo (dữ liệu mẫu)' : '',
  approvalDay: isApproved(i) ? '2020-09-18' : null,
}));
