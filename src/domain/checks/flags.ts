/** What of the things that bear a symbol of the nation or the Party is its flag, and what is cloth of another cut. */
import type { AssetType } from '../model/entities/assetType.ts';

/** Shapes of cloth with a tail or a point, on which neither symbol belongs; a string of pennants is as good as one. */
const TAILED: ReadonlySet<AssetType['shape']> = new Set(['pennant', 'bunting']);

/**
 * A national or Party flag itself, a rectangle. An upright banner flag that bears a star or hammer and sickle (phướn
 * ngôi sao, phướn búa liềm) is none, and right as it is: what is said of flags is not said of it.
 */
export function isFlagItself({ emblem, shape }: Pick<AssetType, 'emblem' | 'shape'>): boolean {
  return emblem !== 'none' && (shape === 'flag' || shape === 'party-flag');
}

export function isTailed({ shape }: Pick<AssetType, 'shape'>): boolean {
  return TAILED.has(shape);
}

/** Whether both say how large they are, and say the same. */
export function isOneSize(a: AssetType, b: AssetType): boolean {
  return a.widthCm !== null && a.widthCm === b.widthCm && a.heightCm !== null && a.heightCm === b.heightCm;
}
