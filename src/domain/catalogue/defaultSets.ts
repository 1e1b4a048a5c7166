/**
 * The dressing sets a new campaign begins with, in the manner of districts' plans: a trunk road under flags with a pano
 * at each end, a town stretch, a commune's office. Types are named by the codes of the default catalogue; slogans are
 * chosen when a set is laid.
 */
import type { DressingItem } from '../model/entities/dressingSet.ts';
import type { Side, StretchRule } from '../model/entities/stretchRule.ts';
import type { FieldsOf, Id } from '../model/rows.ts';

const RULE: StretchRule = {
  spacing: 25,
  startOffset: 0,
  sides: 'both',
  staggered: false,
  edgeOffset: 1,
  except: ['bridge', 'junction', 'signal', 'level-crossing'],
  skips: [],
  moves: {},
};

type Coded = Omit<DressingItem, 'assetTypeId'> & { readonly code: string };

function row(code: string, spacing: number): Coded {
  return {
    code,
    sloganId: null,
    rule: { ...RULE, spacing },
    anchor: 'start',
    offset: 0,
    side: 'right',
    pointQuantity: 0,
  };
}

function point(code: string, anchor: DressingItem['anchor'], offset: number, side: Side): Coded {
  return { code, sloganId: null, rule: null, anchor, offset, side, pointQuantity: 1 };
}

const SETS: readonly { readonly name: string; readonly items: readonly Coded[] }[] = [
  {
    name: 'Tuyến cờ, pa nô hai đầu',
    items: [row('flag-national', 25), point('pano', 'start', 0, 'right'), point('pano', 'end', 0, 'left')],
  },
  {
    name: 'Đoạn qua thị trấn',
    items: [
      point('pano', 'share', 0.2, 'right'),
      point('pano', 'share', 0.8, 'left'),
      point('banner-vertical', 'share', 0.4, 'left'),
      point('banner-vertical', 'share', 0.6, 'right'),
    ],
  },
  { name: 'Trụ sở xã', items: [row('flag-national', 10), point('slogan-board', 'share', 0.5, 'right')] },
];

/** The sets with the ids that a campaign's types have. */
export function defaultSets(typeIds: ReadonlyMap<string, Id>): FieldsOf<'dressingSet'>[] {
  return SETS.map(({ name, items }) => ({
    name,
    items: items.map(({ code, ...item }): DressingItem => {
      const assetTypeId = typeIds.get(code);
      if (assetTypeId === undefined) throw new Error(`no type ${code} in the default catalogue`);
      return { ...item, assetTypeId };
    }),
  }));
}
