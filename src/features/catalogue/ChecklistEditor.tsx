/** The template of a type's checklist: what is to be done, and when it hangs on the timeline. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconChevronDown, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows } from '../../data/campaign/rows.ts';
import { type AssetType, BLANK_ITEM, type ChecklistItem } from '../../domain/model/entities/assetType.ts';
import { NumberEntry } from '../../ui/fields/number/NumberEntry.tsx';
import { useNameOf } from '../../ui/nameOf.ts';
import styles from './catalogue.module.css';
import { ItemDetails } from './ItemDetails.tsx';

interface Props {
  readonly items: readonly ChecklistItem[];
  /** Types whose checklist may be taken over. */
  readonly others: readonly AssetType[];
  readonly readOnly: boolean;
  readonly onChange: (items: readonly ChecklistItem[]) => void;
}

export function ChecklistEditor({ items, others, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const milestones = useRows('milestone');
  const [open, setOpen] = useState<string | null>(null);
  const set = (i: number, fields: Partial<ChecklistItem>) =>
    onChange(items.map((item, k) => (k === i ? { ...item, ...fields } : item)));
  const add = () => {
    const taken = new Set(items.map((x) => x.id));
    let n = items.length + 1;
    while (taken.has(`item-${n}`)) n++;
    setOpen(`item-${n}`);
    onChange([
      ...items,
      {
        id: `item-${n}`,
        name: { vi: '', en: '' },
        due: { milestone: 'opening', days: -3 },
        ...BLANK_ITEM,
      },
    ]);
  };
  return (
    <>
      {items.length === 0 && others.length > 0 && (
        <Select
          label={t('catalogue.takeChecklist')}
          data={others.map((x) => ({
            value: x.id,
            label: nameOf(x.name),
          }))}
          disabled={readOnly}
          onChange={(id) => onChange(others.find((x) => x.id === id)?.checklist ?? [])}
        />
      )}
      <ol className={styles.items}>
        {items.map((item, i) => (
          <li key={item.id}>
            <TextInput
              aria-label={t('catalogue.itemName', { number: i + 1 })}
              value={item.name.vi}
              maxLength={200}
              disabled={readOnly}
              onChange={(event) => set(i, { name: { ...item.name, vi: event.currentTarget.value } })}
            />
            <NumberEntry
              aria-label={t('catalogue.itemDays', { number: i + 1 })}
              value={item.due.days}
              min={-2000}
              max={2000}
              whole
              disabled={readOnly}
              onChange={(days) => set(i, { due: { ...item.due, days } })}
            />
            <Select
              aria-label={t('catalogue.itemMilestone', { number: i + 1 })}
              data={[
                { value: 'opening', label: t('detail.opening') },
                { value: 'closing', label: t('detail.closing') },
                ...milestones.map((m) => ({ value: m.id, label: m.name })),
              ]}
              value={item.due.milestone}
              allowDeselect={false}
              disabled={readOnly}
              onChange={(milestone) => set(i, { due: { ...item.due, milestone: milestone ?? 'opening' } })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('catalogue.itemMore', { number: i + 1 })}
              aria-expanded={open === item.id}
              onClick={() => setOpen(open === item.id ? null : item.id)}
            >
              <IconChevronDown size={16} aria-hidden className={open === item.id ? styles.turned : ''} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('catalogue.removeItem', { number: i + 1 })}
              disabled={readOnly}
              onClick={() => onChange(items.filter((_, k) => k !== i))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
            {open === item.id && (
              <ItemDetails item={item} readOnly={readOnly} onChange={(fields) => set(i, fields)} />
            )}
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={15} aria-hidden />}
        disabled={readOnly || items.length >= 40}
        onClick={add}
      >
        {t('catalogue.addItem')}
      </Button>
    </>
  );
}
