/** Cost and stock of a quantity: whole VND. */
import type { AssetType } from '../model/entities/assetType.ts';

/** Quantity × unit price, in VND. */
export function costOf(quantity: number, type: Pick<AssetType, 'price'>): number {
  return Math.round(quantity * type.price);
}
