/** What an item of a checklist reports, whose it is, what it needs, and where alone it applies. */
import { Checkbox, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRows } from '../../data/campaign/rows.ts';
import { type ChecklistItem, ITEM_ROLES } from '../../domain/model/entities/assetType.ts';
import { SUPPORTS } from '../../domain/model/entities/placement.ts';
import styles from './catalogue.module.css';

const REPORTS = ['installed', 'checked', 'accepted', 'taken-down'] as const;
/** What stands before the id of a unit in the choice of whose an item is. */
const OF_UNIT = 'unit:';

interface Props {
  readonly item: ChecklistItem;
  readonly readOnly: boolean;
  readonly onChange: (fields: Partial<ChecklistItem>) => void;
}

export function ItemDetails({ item, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const units = useRows('unit');
  const whose = item.unitId === null ? (item.role ?? '') : OF_UNIT + item.unitId;
  return (
    <div className={styles.details}>
      <TextInput
        label={t('catalogue.itemNameEn')}
        value={item.name.en}
        maxLength={200}
        disabled={readOnly}
        onChange={(event) => onChange({ name: { ...item.name, en: event.currentTarget.value } })}
      />
      <Select
        label={t('catalogue.itemDoes')}
        data={[
          { value: '', label: t('catalogue.itemDoes.nothing') },
          ...REPORTS.map((does) => ({ value: does, label: t(`reporting.kind.${does}`) })),
        ]}
        value={item.does ?? ''}
        allowDeselect={false}
        disabled={readOnly}
        onChange={(does) => onChange({ does: REPORTS.find((x) => x === does) ?? null })}
      />
      <Select
        label={t('catalogue.itemWhose')}
        data={[
          { value: '', label: t('catalogue.itemWhose.own') },
          ...ITEM_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
          ...units.map(({ id, name }) => ({ value: OF_UNIT + id, label: name })),
        ]}
        value={whose}
        searchable
        allowDeselect={false}
        disabled={readOnly}
        onChange={(chosen) =>
          onChange({
            role: ITEM_ROLES.find((role) => role === chosen) ?? null,
            unitId: chosen?.startsWith(OF_UNIT) === true ? chosen.slice(OF_UNIT.length) : null,
          })
        }
      />
      <MultiSelect
        label={t('catalogue.itemOnly')}
        placeholder={item.supports.length === 0 ? t('catalogue.itemOnly.everywhere') : ''}
        data={SUPPORTS.map((support) => ({ value: support, label: t(`support.${support}`) }))}
        value={[...item.supports]}
        disabled={readOnly}
        onChange={(chosen) => onChange({ supports: SUPPORTS.filter((x) => chosen.includes(x)) })}
      />
      <Group gap="lg">
        {(['counts', 'photo', 'signature'] as const).map((need) => (
          <Checkbox
            key={need}
            label={t(`catalogue.itemNeeds.${need}`)}
            checked={item[need]}
            disabled={readOnly}
            onChange={(event) => onChange({ [need]: event.currentTarget.checked })}
          />
        ))}
      </Group>
    </div>
  );
}
