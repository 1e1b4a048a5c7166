export const units = {
  'units.sum': '{{all}} đơn vị, {{known}} có địa giới',
  'units.import': 'Nhập địa giới',
  'units.name': 'Đơn vị',
  'units.code': 'Mã',
  'units.kind': 'Loại',
  'units.parent': 'Trực thuộc',
  'units.boundary': 'Địa giới',
  'units.known': 'có',
  'units.unknown': 'chưa có',
  'units.placements': 'Dòng kế hoạch',
  'units.newName': 'Tên đơn vị mới',
  'units.add': 'Thêm',
};
