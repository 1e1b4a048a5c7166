export const history = {
  'history.title': 'Lịch sử',
  'history.row': 'Vị trí này',
  'history.campaign': 'Cả đợt',
  'history.offline': 'Chưa liên lạc được máy chủ: lịch sử chỉ xem được khi có mạng.',
  'history.empty': 'Chưa có thay đổi nào.',
  'history.more': 'Xem cũ hơn',
  'history.by': '{{who}} · {{when}} · số {{number}}',
  'history.takeBack': 'Bỏ thay đổi này',
  'history.restore': 'Trả về như lúc này',
  'history.done': 'Đã trả lại như trước.',
};
