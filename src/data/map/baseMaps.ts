import { OPEN_STREET_MAP } from '../../domain/model/baseMap.ts';
import type { BaseMap, Campaign } from '../../domain/model/entities/campaign.ts';
import type { Result } from '../../domain/model/result.ts';
import { lookup } from '../campaign/campaign.ts';
import { commitSeen } from '../campaign/commit.ts';

/** All maps lie in one field: one is added to, or taken out of, what is there by now. */
export function changeBaseMaps(
  campaign: Campaign,
  change: (maps: readonly BaseMap[]) => readonly BaseMap[],
): Result<'saved' | 'asked'> {
  const now = lookup('campaign', campaign.id) ?? campaign;
  const { id, version } = now;
  const fields = { baseMaps: change(now.baseMaps) };
  return commitSeen(
    { code: 'campaign.base-maps' },
    [{ kind: 'set', entity: 'campaign', id, version, fields }],
    [now],
  );
}

export function addOpenStreetMap(campaign: Campaign): Result<'saved' | 'asked'> {
  return changeBaseMaps(campaign, (maps) => [...maps, OPEN_STREET_MAP]);
}

export function hasOpenStreetMap({ baseMaps }: Campaign): boolean {
  return baseMaps.some((map) => map.url === OPEN_STREET_MAP.url);
}
