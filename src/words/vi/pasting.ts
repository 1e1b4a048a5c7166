export const pasting = {
  'paste.title': 'Dán từ bảng tính',
  'paste.fromFile': 'Nhập từ {{file}}',
  'paste.fileHint':
    'Bảng có cột Loại hình, Tuyến, Lý trình (hoặc Từ Km, Đến Km), hoặc tệp bản đồ có điểm, đường gần tuyến. Bạn xem trước từng dòng rồi mới lưu.',
  'paste.nowhere': 'Chọn một ô trong bảng rồi dán lại, hoặc dán kèm hàng tiêu đề để thêm dòng mới.',
  'paste.sumNew': 'Thêm {{good}} dòng mới trong {{all}} hàng.',
  'paste.sumOver': 'Sửa {{good}} trong {{all}} hàng.',
  'paste.beyond': '{{count}} hàng vượt quá cuối bảng nên bỏ qua.',
  'paste.bad': '{{count}} ô chưa đúng',
  'paste.badCell': 'Hàng {{row}}, cột {{column}}: “{{text}}”.',
  'paste.withoutBad': 'Bỏ qua {{count}} hàng có ô sai, lấy các hàng còn lại',
  'paste.rows': 'Các hàng sẽ nhập',
  'paste.row': 'Hàng',
  'paste.more': 'và {{count}} hàng nữa',
  'paste.accept': 'Dán {{count}} hàng',
  'paste.there':
    '{{count}} hàng giống hệt dòng đã có trong kế hoạch (cùng loại hình, cùng chỗ) nên không thêm lần nữa.',
  'paste.thereToo': 'Vẫn thêm các hàng đó',
  'paste.acceptFile': 'Thêm {{count}} dòng',
  'paste.doneFile': 'Đã thêm {{rows}} dòng',
  'paste.done': 'Đã dán {{rows}} hàng',
};
