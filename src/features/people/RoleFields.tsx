/** A role: in which campaign, which, and of which unit. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { People } from '../../data/net/people.ts';
import { ROLES, type Role } from '../../domain/edit/roles.ts';
import styles from './people.module.css';

export interface RoleChoice {
  /** `all` for every campaign. */
  readonly campaign: string;
  readonly role: Role;
  readonly unitId: string | null;
}

export function membershipFrom({ campaign, role, unitId }: RoleChoice) {
  return {
    campaignId: campaign === 'all' ? null : campaign,
    role,
    unitId: role === 'unit-officer' ? unitId : null,
  };
}

/** What a new role begins with: the newest campaign, and the role that most people have. */
export function firstChoice({ campaigns, rulesAll }: People): RoleChoice {
  return {
    campaign: campaigns.at(-1)?.id ?? (rulesAll ? 'all' : ''),
    role: 'planner',
    unitId: null,
  };
}

/** Whether something is still missing. */
export function isWhole({ campaign, role, unitId }: RoleChoice): boolean {
  return campaign !== '' && (role !== 'unit-officer' || (unitId !== null && campaign !== 'all'));
}

/** An administrator of all campaigns does more than one of a campaign. */
export function hintOf(role: Role, everywhere: boolean) {
  return role === 'admin' && everywhere ? 'people.roleHint.adminOfAll' : (`people.roleHint.${role}` as const);
}

interface Props {
  readonly all: People;
  readonly value: RoleChoice;
  readonly onChange: (value: RoleChoice) => void;
}

export function RoleFields({ all, value, onChange }: Props) {
  const { t } = useTranslation();
  const units = all.campaigns.find((c) => c.id === value.campaign)?.units ?? [];
  return (
    <>
      <Select
        label={t('people.campaign')}
        data={[
          ...all.campaigns.map((c) => ({ value: c.id, label: c.name })),
          ...(all.rulesAll ? [{ value: 'all', label: t('people.everyCampaign') }] : []),
        ]}
        value={value.campaign}
        allowDeselect={false}
        onChange={(campaign) => onChange({ ...value, campaign: campaign ?? '', unitId: null })}
      />
      <Select
        label={t('people.role')}
        description={t(hintOf(value.role, value.campaign === 'all'))}
        data={ROLES.filter((r) => r !== 'unit-officer' || value.campaign !== 'all').map((r) => ({
          value: r,
          label: t(`role.${r}`),
        }))}
        value={value.role}
        allowDeselect={false}
        maxDropdownHeight={420}
        renderOption={({ option }) => (
          <span>
            {option.label}
            <small className={styles.hint}>{t(hintOf(option.value as Role, value.campaign === 'all'))}</small>
          </span>
        )}
        onChange={(role) => onChange({ ...value, role: (role ?? 'viewer') as Role })}
      />
      {value.role === 'unit-officer' && (
        <Select
          label={t('people.unit')}
          description={t('people.unitHint')}
          data={units.map((u) => ({ value: u.id, label: u.name }))}
          value={value.unitId}
          searchable
          allowDeselect={false}
          onChange={(unitId) => onChange({ ...value, unitId })}
        />
      )}
    </>
  );
}
