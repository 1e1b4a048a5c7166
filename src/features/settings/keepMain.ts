import type { Op } from '../../domain/edit/edit.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import type { Occasion } from '../../domain/model/entities/occasion.ts';

/**
 * Names the occasion that gives D, where none is named and it only was the first to open: what is added or moved before
 * it would otherwise take D with it, unasked.
 */
export function keepMain(campaign: Campaign | undefined, main: Occasion | undefined): readonly Op[] {
  if (campaign === undefined || main === undefined || campaign.mainOccasionId !== null) return [];
  const { id, version } = campaign;
  return [{ kind: 'set', entity: 'campaign', id, version, fields: { mainOccasionId: main.id } }];
}
