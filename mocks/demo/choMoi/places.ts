/**
 * The communes and the places of the demonstration. Names and codes are the official ones of 2020; where a place lies is
 * roughly so, inside its commune. What no source names has the name of what it is.
 */
import type { PlaceKind } from '../../../src/domain/model/entities/place.ts';
import type { LngLatPair } from '../../../src/domain/model/rows.ts';

export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** Where its name stands. */
  readonly centre: LngLatPair;
  /** Of its People's Committee, and of the house beside it where people meet. */
  readonly office: LngLatPair;
  readonly house: LngLatPair;
}

function commune(
  code: string,
  name: string,
  centre: LngLatPair,
  office: LngLatPair,
  house: LngLatPair,
): Commune {
  const kind = name.startsWith('Thị trấn') ? 'thị trấn' : 'xã';
  return { code, name, kind, centre, office, house };
}

/** In the order of their codes. */
export const COMMUNES: readonly Commune[] = [
  commune('02086', 'Thị trấn Đồng Tâm', [105.7912, 21.8955], [105.7868, 21.8892], [105.7889, 21.8908]),
  commune('02089', 'Tân Sơn', [105.9485, 22.0735], [105.9362, 22.0532], [105.9388, 22.0575]),
  commune('02092', 'Thanh Vận', [105.7975, 22.0675], [105.7884, 22.0634], [105.7921, 22.0652]),
  commune('02095', 'Mai Lạp', [105.7295, 22.0605], [105.7362, 22.0622], [105.7325, 22.0618]),
  commune('02098', 'Hòa Mục', [105.8402, 22.0605], [105.8506, 22.0478], [105.8535, 22.0488]),
  commune('02101', 'Thanh Mai', [105.7662, 22.0502], [105.7668, 22.0468], [105.7652, 22.0442]),
  commune('02104', 'Cao Kỳ', [105.8782, 22.0132], [105.825, 22.0132], [105.8236, 22.0168]),
  commune('02107', 'Nông Hạ', [105.8562, 21.9752], [105.8138, 21.9862], [105.8161, 21.9902]),
  commune('02110', 'Yên Cư', [105.9442, 21.9722], [105.9432, 21.9682], [105.9446, 21.9702]),
  commune('02113', 'Thanh Thịnh', [105.8142, 21.9452], [105.7949, 21.9438], [105.7961, 21.9462]),
  commune('02116', 'Yên Hân', [105.9322, 21.9352], [105.9332, 21.9362], [105.9368, 21.9348]),
  commune('02122', 'Như Cố', [105.8412, 21.9072], [105.8384, 21.9044], [105.8421, 21.9046]),
  commune('02125', 'Bình Văn', [105.8992, 21.9182], [105.8972, 21.9194], [105.9008, 21.9198]),
  commune('02131', 'Quảng Chu', [105.7872, 21.8412], [105.7868, 21.8442], [105.7874, 21.8468]),
];

interface PlaceOf {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly coordinate: LngLatPair;
}

const inTown: readonly PlaceOf[] = [
  { name: 'Huyện ủy Chợ Mới', kind: 'party-office', coordinate: [105.7787, 21.8954] },
  { name: 'UBND huyện Chợ Mới', kind: 'office', coordinate: [105.7852, 21.8876] },
  { name: 'Nhà văn hóa huyện', kind: 'culture-house', coordinate: [105.7884, 21.8894] },
  { name: 'Chợ huyện', kind: 'market', coordinate: [105.7845, 21.8832] },
  { name: 'Trường trung học phổ thông', kind: 'school', coordinate: [105.7812, 21.8918] },
  { name: 'Bãi xe Trung tâm VH-TT&TT', kind: 'garage', coordinate: [105.7872, 21.8881] },
  { name: 'Bãi xe Đội quản lý trật tự', kind: 'garage', coordinate: [105.7826, 21.8864] },
];

/** Named outside the district, as neighbours are on a map. */
const NEIGHBOURS: readonly PlaceOf[] = [
  { name: 'TP. Bắc Kạn', kind: 'neighbour', coordinate: [105.8402, 22.1252] },
  { name: 'H. Bạch Thông', kind: 'neighbour', coordinate: [105.7552, 22.1302] },
  { name: 'H. Na Rì', kind: 'neighbour', coordinate: [106.0252, 22.0402] },
  { name: 'H. Chợ Đồn', kind: 'neighbour', coordinate: [105.6702, 22.0702] },
  { name: 'H. Định Hóa', kind: 'neighbour', coordinate: [105.6902, 21.9402] },
  { name: 'H. Phú Lương', kind: 'neighbour', coordinate: [105.7252, 21.8352] },
  { name: 'H. Đồng Hỷ', kind: 'neighbour', coordinate: [105.8602, 21.8152] },
  { name: 'H. Võ Nhai', kind: 'neighbour', coordinate: [105.9852, 21.8852] },
];

const ofCommunes = COMMUNES.flatMap(({ name, kind, office, house }): PlaceOf[] => [
  { name: `UBND ${kind} ${name.replace(/^Thị trấn /, '')}`, kind: 'office', coordinate: office },
  { name: `Nhà văn hóa ${kind} ${name.replace(/^Thị trấn /, '')}`, kind: 'culture-house', coordinate: house },
]);

export const PLACES: readonly PlaceOf[] = [...inTown, ...ofCommunes, ...NEIGHBOURS];
