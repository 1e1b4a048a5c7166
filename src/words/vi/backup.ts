/** Copies of everything: made by a general administrator, put back on the set-up page of an empty server. */
export const backup = {
  'backup.title': 'Sao lưu',
  'backup.lead': 'Một tệp giữ mọi thứ: các đợt, mọi lần sửa, tài khoản và vai trò.',
  'backup.last': 'Lần gần nhất: {{time}}, {{name}}.',
  'backup.never': 'Chưa có bản sao lưu nào.',
  'backup.make': 'Tạo bản sao lưu',
  'backup.making': 'Đang sao lưu, {{share}}%',
  'backup.makingHint': 'Cứ để trang này mở. Mọi người vẫn làm việc bình thường.',
  'backup.stop': 'Dừng',
  'backup.made':
    'Xong: {{file}}, {{size}}, {{rows}} dòng dữ liệu, đã kiểm tra đủ. Tệp nằm trong thư mục tải về của máy này.',
  'backup.keep':
    'Trong tệp có dữ liệu của mọi người và mật khẩu đã mã hóa. Cất nơi chỉ quản trị mở được, và thêm một bản ở máy khác.',
  'backup.howTitle': 'Khi cần khôi phục',
  'backup.how1':
    'Nhờ người phụ trách máy chủ mở một máy chủ Cờ Hoa mới, còn trống, và gửi bạn đường dẫn cài đặt của nó.',
  'backup.how2': 'Mở đường dẫn đó, bấm “Khôi phục từ bản sao lưu”, chọn tệp.',
  'backup.how3':
    'Xong thì mọi người đăng nhập bằng tài khoản cũ. Máy chủ đang chạy không khôi phục đè lên được, để không ai mất việc vì một lần bấm nhầm.',
  'restore.title': 'Khôi phục từ bản sao lưu',
  'restore.lead': 'Đưa mọi thứ trong tệp vào máy chủ này. Tài khoản trong tệp dùng lại được ngay.',
  'restore.offer': 'Khôi phục từ bản sao lưu',
  'restore.offerHint': 'Đã có bản sao lưu của máy chủ cũ?',
  'restore.back': 'Tạo tài khoản mới thay vì khôi phục',
  'restore.file': 'Tệp sao lưu',
  'restore.choose': 'Chọn tệp .gz',
  'restore.submit': 'Khôi phục',
  'restore.noFile': 'Chọn tệp trước.',
  'restore.sending': 'Đang gửi tệp, {{share}}%',
  'restore.putting': 'Đang ghi vào máy chủ, {{share}}%',
  'restore.hint': 'Cứ để trang này mở.',
  'restore.done': 'Đã khôi phục {{campaigns}} đợt, {{people}} người, {{rows}} dòng.',
  'restore.signIn': 'Sang trang đăng nhập',
  'reason.backup.none': '{{file}} không phải bản sao lưu của Cờ Hoa, hoặc đã hỏng. Chọn tệp khác.',
  'reason.backup.nobody':
    '{{file}} không có tài khoản nào nên không ai vào được. Chọn tệp khác, hoặc tạo tài khoản mới.',
  'reason.backup.cut': '{{file}} bị cắt cụt, không đủ. Sao chép lại tệp rồi thử lại.',
  'reason.backup.rows-missing':
    '{{file}} không đủ: có {{rows}} dòng trên {{end}}. Sao chép lại tệp rồi thử lại.',
  'reason.backup.unknown-table': '{{file}} có bảng “{{table}}” mà Cờ Hoa không có.',
  'reason.backup.early-table': '{{file}} có bảng “{{table}}” mà phiên bản của nó chưa có.',
  'reason.backup.unknown-field':
    '{{file}} có trường “{{field}}” của bảng “{{table}}” mà phiên bản của nó chưa có.',
  'reason.backup.bad-row': '{{file}} đã hỏng: cơ sở dữ liệu không nhận một dòng của bảng “{{table}}”.',
  'reason.backup.newer':
    '{{file}} do phiên bản Cờ Hoa mới hơn tạo ra (có {{names}}; máy chủ này biết đến {{last}}). Cập nhật máy chủ rồi khôi phục.',
  'reason.backup.has-campaigns': 'Máy chủ này đã có đợt tuyên truyền. Khôi phục vào một máy chủ còn trống.',
  'reason.backup.busy': 'Đang có một lần sao lưu hoặc khôi phục khác. Đợi xong rồi thử lại.',
  'reason.backup.none-here': 'Bản dùng thử trên trình duyệt không có gì để sao lưu.',
  'reason.backup.disk-full': 'Ổ đĩa của máy chủ đã đầy, chưa nhận được tệp. Không có gì thay đổi.',
  'reason.backup.interrupted': 'Bản sao lưu chưa về đủ nên không được lưu. Kiểm tra mạng rồi tạo lại.',
  'reason.backup.unknown-end':
    'Mất liên lạc khi đang khôi phục, nên chưa biết kết quả. Tải lại trang: nếu máy chủ hỏi đăng nhập thì đã khôi phục xong.',
};
