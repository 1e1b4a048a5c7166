/** A plan's picture below the roads, e.g. a scanned map: kept on this device, one a campaign. */
import Dexie from 'dexie';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Similarity } from '../../domain/geo/similarity.ts';
import type { Id } from '../../domain/model/rows.ts';
import { useCampaign } from '../campaign/campaign.ts';

export interface Picture {
  readonly campaignId: Id;
  readonly name: string;
  readonly file: Blob;
  /** From the picture's pixels to the map's world coordinates. */
  readonly place: Similarity;
  /** 0 to 1. */
  readonly opacity: number;
}

const db = new Dexie('cohoa-pictures');
db.version(1).stores({ pictures: 'campaignId' });
const pictures = () => db.table<Picture, Id>('pictures');

export const usePicture = create<{ readonly picture: Picture | null }>(() => ({ picture: null }));

/** Brings the campaign's picture in when it is opened. */
export function useStoredPicture(): void {
  const campaignId = useCampaign((s) => s.campaignId);
  useEffect(() => {
    let gone = false;
    usePicture.setState({ picture: null });
    if (campaignId !== null)
      void pictures()
        .get(campaignId)
        .then((picture) => {
          if (!gone) usePicture.setState({ picture: picture ?? null });
        });
    return () => {
      gone = true;
    };
  }, [campaignId]);
}

/** Shows it at once. Gives whether the device keeps it: a full disk or a private window forgets it with the tab. */
export async function keepPicture(picture: Picture): Promise<boolean> {
  usePicture.setState({ picture });
  return pictures()
    .put(picture)
    .then(
      () => true,
      () => false,
    );
}

export async function removePicture(campaignId: Id): Promise<void> {
  usePicture.setState({ picture: null });
  await pictures().delete(campaignId);
}
