/** Why a file, or what is in it, is refused: said by parts that come when they are opened. */
export const fileReasons = {
  'reason.ground.bad-area': 'Đa giác hỏng: một đỉnh không phải tọa độ hoặc quá ít đỉnh.',
  'reason.ground.bad-point': 'Tọa độ hỏng.',
  'reason.ground.geometry': 'Không dùng được hình dạng “{{type}}”.',
  'reason.ground.open-border': 'Ranh giới thiếu đoạn nên không khép thành vùng: tải lại cho đủ.',
  'reason.ground.needs-area': 'Cần một đa giác.',
  'reason.ground.needs-point': 'Cần một điểm hoặc đoạn.',
  'reason.ground.no-road': 'Không có tuyến nào trong {{metres}} m.',
  'reason.ground.unnamed-unit': 'Đơn vị không có tên.',
  'reason.import.nothing': 'Chưa chọn tuyến nào để nhập.',
  'reason.file.not-geojson': 'Tệp là JSON nhưng không phải GeoJSON.',
  'reason.file.empty': 'Tệp không có đối tượng nào.',
  'reason.file.not-json': 'Tệp {{format}} bị hỏng hoặc thiếu ở dòng {{line}}. Xuất lại tệp rồi nhập.',
  'reason.file.not-xml': 'Tệp {{format}} bị hỏng ở dòng {{line}}. Xuất lại tệp rồi nhập.',
  'reason.file.two-projections':
    'Lớp {{layer}} trong tệp nén có hệ tọa độ khác lớp trước. Hãy nén và nhập từng lớp.',
  'reason.file.too-deep': 'Tệp {{format}} có quá {{depth}} lớp thẻ lồng nhau, không phải dữ liệu bản đồ.',
  'reason.file.too-large':
    'Tệp {{format}} nặng {{megabytes}} MB, quá lớn để đọc. Hãy chia nhỏ rồi nhập từng phần.',
  'reason.file.zip-large':
    'Tệp nén bung ra {{megabytes}} MB, {{files}} tệp, quá lớn để đọc. Hãy chia nhỏ rồi nhập từng phần.',
  'reason.file.zip-without': 'Trong tệp nén không có tệp {{what}}.',
  'reason.ground.unknown-road': 'Không có tuyến nào tên là “{{road}}”.',
  'reason.table.no-places':
    'Bảng không có cột tọa độ. Cần hai cột “Kinh độ” và “Vĩ độ”, cột WKT, hoặc “Tuyến” và “Lý trình”; các cột hiện có: {{headings}}.',
  'reason.file.damaged': 'Tệp {{format}} bị hỏng hoặc thiếu. Xuất lại tệp rồi nhập.',
  'reason.file.is-format':
    'Tệp này có vẻ là {{format}}, không phải {{accepted}}. Hãy lưu lại thành {{accepted}} rồi nhập.',
  'reason.file.is-zip': 'Tệp này có vẻ là tệp nén. Hãy giải nén, lưu nội dung thành {{accepted}} rồi nhập.',
  'reason.file.is-binary':
    'Tệp này không phải văn bản, cũng không phải loại tệp nhận ra được. Hãy dùng tệp {{accepted}}.',
  'reason.file.is-pdf': 'Tệp này là PDF. Hãy dùng tệp {{accepted}}.',
  'reason.file.is-image': 'Tệp này là ảnh. Hãy dùng tệp {{accepted}}.',
  'reason.file.is-csv': 'Tệp này có vẻ là bảng (CSV). Hãy dùng tệp {{accepted}}.',
  'reason.file.is-text': 'Tệp này là văn bản, không phải {{accepted}}.',
  'reason.file.is-empty': 'Tệp trống.',
  'reason.file.failed':
    'Không đọc được tệp này: tệp quá lớn hoặc bị hỏng. Chưa lưu gì. Thử tệp khác hoặc chia nhỏ tệp.',
  'reason.ground.name-cut': 'Tên hoặc mã dài quá {{length}} ký tự nên đã bị cắt.',
  'reason.ground.too-many':
    'Tệp có {{count}} đối tượng, mỗi lần nhập được {{limit}}. Chia nhỏ tệp rồi nhập từng phần.',
};
