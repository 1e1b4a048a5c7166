export const units = {
  'units.sum': '{{all}} đơn vị, {{known}} có địa giới',
  'units.import': 'Nhập địa giới',
  'units.name': 'Đơn vị',
  'units.code': 'Mã',
  'units.kind': 'Loại',
  'units.parent': 'Trực thuộc',
  'units.contact': 'Người liên hệ',
  'units.phone': 'Điện thoại',
  'units.boundary': 'Địa giới',
  'units.known': 'có',
  'units.unknown': 'chưa có',
  'units.placements': 'Dòng kế hoạch',
  'units.newName': 'Tên đơn vị mới, mỗi dòng một đơn vị',
  'units.newHint': 'Dán được cả danh sách từ Excel.',
  'units.same': 'Đã có đơn vị cùng tên: {{names}}. Thêm thì có hai đơn vị cùng tên.',
  'units.addMany': 'Thêm {{count}} đơn vị',
  'units.add': 'Thêm',
  'units.remove': 'Xóa đơn vị {{name}}?',
  'units.removeName': 'Xóa {{name}}',
  'units.removeNothing':
    'Chưa có dòng nào giao cho đơn vị này. Nếu có người giữ vai trò của đơn vị thì bỏ vai trò đó trước. Xóa rồi vẫn hoàn tác được.',
  'units.removePlacements': '{{count}} dòng giao cho đơn vị này sẽ chưa có đơn vị.',
  'units.removeTasks':
    '{{count}} việc đã đánh dấu phần của đơn vị này vẫn còn, ghi là phần không thuộc đơn vị nào.',
  'units.removeBelow': '{{count}} đơn vị trực thuộc chuyển lên cấp trên.',
  'units.removeFixed':
    '{{count}} dòng đã trình, đã duyệt giao cho đơn vị này. Rút các dòng đó về bản nháp trước.',
};
