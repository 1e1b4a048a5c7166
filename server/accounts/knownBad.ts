/**
 * Words that passwords are made of by those who must have one: what lists of stolen passwords begin with, and what is
 * usual in Vietnamese. Written without marks and in small letters; figures and signs around them do not make them
 * better.
 */
export const KNOWN_BAD: ReadonlySet<string> = new Set(
  `password passwd passw passwort qwerty qwertyuiop azerty asdf asdfghjkl zxcvbnm letmein welcome admin administrator
  root user guest test demo master monkey dragon football baseball superman batman princess sunshine shadow michael
  jordan iloveyou ilove loveyou lovely trustno login hello freedom whatever starwars secret changeme default temp
  temppass computer internet google facebook zalo tiktok youtube samsung nokia iphone
  matkhau matkhaucuatoi matkhaumoi matkhau matma khongcomatkhau khongbiet khongnho khongco quenmatkhau quenroi
  nguoidung quantri quantrivien taikhoan dangnhap maychu maytinh vanphong coquan conganxa ubnd ubndxa ubndhuyen
  uybannhandan huyenuy dangbo dangcongsan daihoi daihoidang mttq doanthanhnien cohoa cohoademo langcohoa
  vietnam vietnamvodich toiyeuvietnam yeuvietnam hanoi saigon tphcm hochiminh bachochiminh bacho danang haiphong hue
  cantho nhatrang dalat thainguyen backan bacninh nghean thanhhoa chomoi
  anhyeuem emyeuanh yeuem yeuanh anhnhoem emnhoanh toiyeuem iuem iuanh tinhyeu yeunhau voyeu chongyeu conyeu mebo bome
  giadinh giadinhtoi hanhphuc maimaiyeuem maimaibenem banoi bangoai chaoban xinchao camon chucmung chucmungnammoi
  nguyen nguyenvan tranvan levan phamvan hoangvan nguyenthi tranthi lethi phamthi
  abc abcd abcde abcdef abcxyz xyz aaa asd qwe qaz wsx qazwsx qazwsxedc zaq zxc zxcv qwer asdfgh`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
