export const forms = {
  'stored.theirs': 'Người khác vừa đổi thành “{{value}}”',
  'stored.theirsEmpty': 'Người khác vừa xóa trống chỗ này',
  'stored.theirsChanged': 'Người khác vừa đổi chỗ này',
  'stored.take': 'Lấy giá trị đó',
  'stored.asked': 'Có người vừa sửa chỗ này: bấm “việc cần bạn quyết định” ở góc trên để chọn giữ bản nào',
  'stored.required': 'Không để trống được',
  'stored.notKept': 'Chưa lưu được “{{text}}”. {{problem}}',
  'stored.gone': 'Người khác vừa xóa mục này',
  'stored.formKept': 'Những gì bạn gõ trong biểu mẫu còn đó: mở lại để viết tiếp',
  'dialog.typed': 'Những gì vừa gõ chưa được lưu',
  'dialog.stay': 'Viết tiếp',
  'dialog.drop': 'Bỏ, đóng lại',
};
