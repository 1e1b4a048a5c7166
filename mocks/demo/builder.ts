/** What the parts of the demonstration share: its fixed days and names, and the list of ops that they fill. */
import { DEFAULT_CATALOGUE } from '../../src/domain/catalogue/defaultCatalogue.ts';
import type { CreateOp } from '../../src/domain/edit/edit.ts';
import type { Entity, FieldsOf, Id } from '../../src/domain/model/rows.ts';
import type { MeasuredRoad } from '../../src/domain/road/measuredRoad.ts';
import { addDays } from '../../src/domain/schedule/days.ts';

/** What the demonstration's store holds, by type. */
const IN_STOCK: Readonly<Record<string, number>> = {
  'flag-national': 3600,
  'flag-party': 120,
  'vertical-flag': 320,
  bunting: 140,
  pano: 4,
  'slogan-board': 2,
  gate: 3,
  poster: 120,
  screen: 2,
};
/** What the last campaign still hung across roads, and what the rules now warn of. */
const ACROSS: FieldsOf<'assetType'> = {
  ...(DEFAULT_CATALOGUE.find((t) => t.code === 'banner-vertical') as FieldsOf<'assetType'>),
  code: 'banner-across',
  name: { vi: 'Băng rôn ngang đường', en: 'Banner across the road' },
  shape: 'banner-across',
  size: '0,8 × 8 m',
  defaultSides: 'median',
  mount: 'across',
  widthCm: 800,
  heightCm: 80,
};
export const CATALOGUE = [...DEFAULT_CATALOGUE, ACROSS].map((type) => ({
  ...type,
  inStock: IN_STOCK[type.code] ?? 0,
}));

export const OPENING = '2020-10-27';
/** Where the story begins: twelve days before the opening. */
export const DEMO_TODAY = addDays(OPENING, -12);

/** Which of the demonstrations: a letter of their ids. */
type Which = 'A' | 'B';

/** Ids of the demonstrations are fixed, so that links and prints of them stay true: a kind's letter and a number. */
function demoId(which: Which, kind: string, n: number): Id {
  return `01DEM0C0H0${which}0000000000${kind}${String(n).padStart(4, '0')}`;
}

/** Chợ Mới, a district of 2020. */
export const DEMO_CAMPAIGN = demoId('A', 'C', 1);
/** Tân Kỳ, a commune of 2026. */
export const SECOND_CAMPAIGN = demoId('B', 'C', 1);
export const DEMO_CAMPAIGNS: readonly Id[] = [DEMO_CAMPAIGN, SECOND_CAMPAIGN];
export const unitId = (n: number): Id => demoId('A', 'V', n);

export class Builder {
  readonly ops: CreateOp[] = [];
  readonly #counts = new Map<string, number>();
  readonly #which: Which;

  constructor(which: Which) {
    this.#which = which;
  }

  add<E extends Entity>(entity: E, letter: string, fields: FieldsOf<E>): Id {
    const n = (this.#counts.get(letter) ?? 0) + 1;
    this.#counts.set(letter, n);
    const id = demoId(this.#which, letter, n);
    this.ops.push({ kind: 'create', entity, id, fields } as CreateOp);
    return id;
  }
}

export interface DemoRoad {
  readonly id: Id;
  readonly measured: MeasuredRoad;
  readonly features: FieldsOf<'roadFeature'>[];
}
