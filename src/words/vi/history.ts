export const history = {
  'history.title': 'Lịch sử',
  'history.row': 'Dòng này',
  'history.campaign': 'Cả đợt',
  'history.offline': 'Chưa liên lạc được máy chủ: lịch sử chỉ xem được khi có mạng.',
  'history.empty': 'Chưa có thay đổi nào.',
  'history.more': 'Xem cũ hơn',
  'history.by': '{{who}} · {{when}} · số {{number}}',
  'history.takeBack': 'Bỏ thay đổi này',
  'history.restore': 'Khôi phục về lúc này',
  'history.done': 'Đã khôi phục.',
};
