import { useTranslation } from 'react-i18next';
import type { People, Person } from '../../data/net/people.ts';

/** «Cán bộ đơn vị, Nông Hạ · Chào mừng Đại hội»: a role as people speak of it. */
export function useRoleWords(all: Pick<People, 'campaigns'>): (m: Person['memberships'][number]) => string {
  const { t } = useTranslation();
  return ({ campaignId, role, unitId }) => {
    const campaign = all.campaigns.find((c) => c.id === campaignId);
    const unit = campaign?.units.find((u) => u.id === unitId);
    if (campaignId === null && role === 'admin') return t('people.rulesAll');
    const what = unit === undefined ? t(`role.${role}`) : `${t(`role.${role}`)}, ${unit.name}`;
    return `${what} · ${campaignId === null ? t('people.everyCampaign') : (campaign?.name ?? '')}`;
  };
}
