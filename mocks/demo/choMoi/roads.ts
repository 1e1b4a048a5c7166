/**
 * Schematic roads of Chợ Mới: our own lines through the communes that each road serves. QL.3 takes its true order of
 * communes (it does not touch Quảng Chu); the courses of the others are not known to the metre, and the map says so.
 */
import type { LngLatPair } from '../../../src/domain/model/rows.ts';
import { lengthOf } from '../roads.ts';
import { places, winding } from '../winding.ts';

/** QL.3 from the border with Phú Lương north through Đồng Tâm, Thanh Thịnh, Nông Hạ, Cao Kỳ and Hòa Mục. */
export const QL3 = winding(
  places(`105.7725 21.8815, 105.7785 21.8868, 105.7832 21.8905, 105.7885 21.9015, 105.7905 21.9135,
    105.7918 21.9285, 105.7942 21.9415, 105.7992 21.9525, 105.8028 21.9650, 105.8088 21.9748, 105.8148 21.9882,
    105.8218 22.0018, 105.8262 22.0098, 105.8222 22.0218, 105.8268 22.0348, 105.8422 22.0392, 105.8518 22.0472,
    105.8602 22.0482, 105.8672 22.0538`),
  0.0009,
);

/** QL.3 has Km 120 where it enters the district and Km 147 where it leaves it: 27 km by its posts on a line of 24. */
const POSTS: readonly (readonly [share: number, km: number])[] = [
  [0.006, 120],
  [0.262, 127],
  [0.487, 133],
  [0.741, 140],
  [0.994, 147],
];

export const QL3_ZERO = 119_830;
export const QL3_CALIBRATION = POSTS.map(([share, km]) => ({
  along: Math.round(lengthOf(QL3) * share),
  chainage: km * 1000,
}));

/** ĐT.256 from Đồng Tâm east through Như Cố and Bình Văn to Yên Hân. */
export const DT256 = winding(
  places(`105.7849 21.8920, 105.7960 21.8925, 105.8085 21.8975, 105.8225 21.9025, 105.8410 21.9035,
    105.8560 21.9075, 105.8725 21.9135, 105.8865 21.9205, 105.8990 21.9185, 105.9105 21.9265, 105.9175 21.9355,
    105.9320 21.9355, 105.9475 21.9305`),
  0.0012,
);

/** ĐT.259 from Đồng Tâm north-west through Thanh Thịnh and Nông Hạ to Thanh Mai and Mai Lạp. */
export const DT259 = winding(
  places(`105.7852 21.8952, 105.7790 21.9060, 105.7795 21.9200, 105.7825 21.9420, 105.7790 21.9560,
    105.7745 21.9690, 105.7695 21.9840, 105.7685 21.9960, 105.7665 22.0070, 105.7640 22.0200, 105.7625 22.0350,
    105.7660 22.0500, 105.7640 22.0590, 105.7560 22.0640, 105.7420 22.0610, 105.7290 22.0610`),
  0.001,
);

/** Roads between communes that no numbered road serves; their names say only what they join. */
export const TO_TAN_SON = winding(
  places(`105.8252 22.0148, 105.8450 22.0180, 105.8660 22.0150, 105.8880 22.0190, 105.9080 22.0270,
    105.9275 22.0330, 105.9310 22.0440, 105.9380 22.0560, 105.9470 22.0700`),
  0.0011,
);
export const TO_YEN_CU = winding(
  places('105.9320 21.9355, 105.9385 21.9440, 105.9440 21.9570, 105.9440 21.9720'),
  0.0009,
);
export const TO_THANH_VAN = winding(
  places('105.7660 22.0500, 105.7740 22.0530, 105.7800 22.0575, 105.7880 22.0620, 105.7970 22.0670'),
  0.0007,
);
export const TO_QUANG_CHU = winding(
  places(
    '105.7785 21.8868, 105.7815 21.8760, 105.7830 21.8660, 105.7845 21.8540, 105.7870 21.8410, 105.7850 21.8250',
  ),
  0.0008,
);

/** Streets of the town. */
export const STREET_CENTRE = winding(
  places('105.7798 21.8855, 105.7835 21.8868, 105.7875 21.8888, 105.7905 21.8915'),
  0.0003,
  10,
);
export const STREET_MARKET = winding(
  places('105.7835 21.8868, 105.7842 21.8842, 105.7850 21.8815'),
  0.0002,
  10,
);
export const STREET_COMMITTEE = winding(
  places('105.7832 21.8905, 105.7808 21.8928, 105.7788 21.8952'),
  0.0002,
  10,
);

/** The river Cầu, which comes down beside QL.3. */
export const RIVER: readonly LngLatPair[] = winding(
  places(`105.8705 22.0505, 105.8620 22.0435, 105.8545 22.0425, 105.8440 22.0345, 105.8305 22.0305,
    105.8272 22.0215, 105.8318 22.0092, 105.8265 21.9985, 105.8192 21.9865, 105.8138 21.9735, 105.8078 21.9642,
    105.8042 21.9515, 105.7998 21.9408, 105.7968 21.9282, 105.7948 21.9132, 105.7938 21.9010, 105.7878 21.8872,
    105.7822 21.8815, 105.7765 21.8742, 105.7802 21.8662, 105.7872 21.8562, 105.7925 21.8452, 105.7915 21.8292,
    105.7892 21.8095`),
  0.0006,
);
