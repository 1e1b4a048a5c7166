/** Why what parts do that come later is refused: carrying along, printing, accepting findings. */
export const laterReasons = {
  'reason.finding.no-fix': 'Vấn đề này không sửa tự động được.',
  'reason.finding.reason': 'Hãy ghi lý do.',
  'reason.restore.same': 'Đã giống như lúc đó rồi.',
  'reason.print.failed': 'Chưa tạo được PDF: {{detail}}',
  'reason.carry.outside':
    '{{count}} dòng đã trình, đã duyệt sẽ ra hẳn ngoài tuyến. Rút các dòng đó về bản nháp trước.',
  'reason.carry.road-changed': 'Tuyến này vừa được người khác sửa. Đóng lại, xem tuyến rồi làm lại.',
  'reason.carry.no-road': 'Không có tuyến nào đổi.',
  'reason.carry.too-far': 'Dòng đã trình, đã duyệt chỉ đi theo tuyến của nó.',
  'reason.carry.parts': 'Các phần chia ra không khớp với dòng ban đầu.',
  'reason.carry.features': '{{count}} cầu, nút giao, cột Km vừa đặt sẽ bị bỏ lại chỗ cũ. Hãy xem lại.',
  'reason.carry.moved':
    '{{count}} dòng sẽ dời tới {{metres}} m mà bạn chưa xem: có người vừa sửa tuyến này. Hãy xem lại.',
  'reason.streams.too-many': 'Có quá nhiều trang của bạn đang mở (tối đa {{limit}}). Đóng bớt rồi thử lại.',
};
