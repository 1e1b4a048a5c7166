/**
 * Schematic roads of the demonstration campaign: our own lines drawn along where the roads roughly run, through
 * the places that the sources name. They are no survey, and the map says so.
 */
import type { LngLatPair } from '../../src/domain/model/rows.ts';

/** A line through a few places, bent softly (Catmull–Rom) and rippled a little, as hill roads are. */
function winding(through: readonly LngLatPair[], ripple: number, perLeg = 24): LngLatPair[] {
  const points: LngLatPair[] = [];
  const at = (i: number) => through[Math.max(0, Math.min(through.length - 1, i))] as LngLatPair;
  for (let leg = 0; leg < through.length - 1; leg++) {
    const [p0, p1, p2, p3] = [at(leg - 1), at(leg), at(leg + 1), at(leg + 2)];
    for (let i = 0; i < perLeg; i++) {
      const t = i / perLeg;
      const x = bend(p0[0], p1[0], p2[0], p3[0], t);
      const y = bend(p0[1], p1[1], p2[1], p3[1], t);
      const wave = Math.sin((leg + t) * 7.3) * Math.sin(t * Math.PI) * ripple;
      points.push([round(x + wave), round(y + wave * 0.35)]);
    }
  }
  points.push(at(through.length - 1));
  return points;
}

function bend(a: number, b: number, c: number, d: number, t: number): number {
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  );
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** QL.3 from the border with Thái Nguyên at Quảng Chu north towards the provincial town. */
export const QL3 = winding(
  [
    [105.7688, 21.8062],
    [105.7612, 21.8295],
    [105.7701, 21.8583],
    [105.7762, 21.8862],
    [105.7905, 21.9122],
    [105.8069, 21.9371],
    [105.8004, 21.9672],
    [105.8138, 21.9963],
    [105.8311, 22.0242],
    [105.8266, 22.0561],
    [105.8402, 22.0868],
    [105.8353, 22.1187],
  ],
  0.0022,
);

/** ĐT.256 from the town of Đồng Tâm east to Yên Hân. */
export const DT256 = winding(
  [
    [105.7768, 21.8876],
    [105.8034, 21.8812],
    [105.8345, 21.8905],
    [105.8662, 21.8798],
    [105.8987, 21.8931],
    [105.9326, 21.8884],
    [105.9641, 21.9046],
  ],
  0.0018,
);

/** ĐT.259 from Đồng Tâm west to Thanh Mai and Mai Lạp. */
export const DT259 = winding(
  [
    [105.7755, 21.8853],
    [105.7561, 21.8988],
    [105.7402, 21.9247],
    [105.7319, 21.9541],
    [105.7204, 21.9822],
    [105.7266, 22.0118],
  ],
  0.0016,
);

/** Streets of the town. */
export const STREET_CENTRE = winding(
  [
    [105.7722, 21.8838],
    [105.7741, 21.8872],
    [105.7776, 21.8899],
    [105.7803, 21.8931],
  ],
  0.0003,
  10,
);
export const STREET_MARKET = winding(
  [
    [105.7749, 21.8879],
    [105.7781, 21.8861],
    [105.7818, 21.8856],
  ],
  0.0002,
  10,
);
export const STREET_COMMITTEE = winding(
  [
    [105.7744, 21.8876],
    [105.7715, 21.8893],
    [105.7692, 21.8921],
  ],
  0.0002,
  10,
);

/** The 14 communes with their official codes; centres are placed roughly, for labels only. */
export const COMMUNES: readonly (readonly [code: string, name: string, centre: LngLatPair])[] = [
  ['02086', 'Thị trấn Đồng Tâm', [105.7792, 21.8846]],
  ['02089', 'Tân Sơn', [105.9242, 22.0431]],
  ['02092', 'Thanh Vận', [105.7716, 21.9746]],
  ['02095', 'Mai Lạp', [105.7129, 22.0042]],
  ['02098', 'Hòa Mục', [105.8492, 22.0731]],
  ['02101', 'Thanh Mai', [105.7268, 21.9401]],
  ['02104', 'Cao Kỳ', [105.8468, 22.0284]],
  ['02107', 'Nông Hạ', [105.8284, 21.9848]],
  ['02110', 'Yên Cư', [105.9481, 21.9543]],
  ['02113', 'Thanh Thịnh', [105.8195, 21.9301]],
  ['02116', 'Yên Hân', [105.9652, 21.9142]],
  ['02122', 'Như Cố', [105.8404, 21.8704]],
  ['02125', 'Bình Văn', [105.8936, 21.8702]],
  ['02131', 'Quảng Chu', [105.7529, 21.8241]],
];
