/** Whom a slogan waits for, by name; without a network, by their role. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchApprovers } from '../../data/net/people.ts';

export function Approvers({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation();
  const [names, setNames] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let open = true;
    fetchApprovers(campaignId).then(
      (known) => open && setNames(known),
      // The sentence without names says what there is to do as well.
      (error: unknown) => console.warn('who may approve:', error),
    );
    return () => {
      open = false;
    };
  }, [campaignId]);
  if (names === null) return t('slogans.leaderApproves');
  return names.length === 0
    ? t('slogans.nobodyApproves')
    : t('slogans.approvers', { names: names.join(', ') });
}
