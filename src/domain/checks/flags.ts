/** What of the things that bear a symbol of the nation or the Party is its flag, and what is cloth of another cut. */
import type { AssetType } from '../model/entities/assetType.ts';

/**
 * A national or Party flag itself, a rectangle. An upright banner flag that bears a star or hammer and sickle (phướn
 * ngôi sao, phướn búa liềm) is none, and right as it is: what is said of flags is not said of it.
 */
export function isFlagItself({ emblem, shape }: Pick<AssetType, 'emblem' | 'shape'>): boolean {
  return emblem !== 'none' && (shape === 'flag' || shape === 'party-flag');
}

/** Cloth with a tail, on which neither symbol belongs. A string may be of small flags, and right as they are. */
export function isTailed({ shape }: Pick<AssetType, 'shape'>): boolean {
  return shape === 'pennant';
}

/** Whether both say how large they are, and say the same. */
export function isOneSize(a: AssetType, b: AssetType): boolean {
  return a.widthCm !== null && a.widthCm === b.widthCm && a.heightCm !== null && a.heightCm === b.heightCm;
}
