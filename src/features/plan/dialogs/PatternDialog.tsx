/** Repeats several types in turn along the selected stretch: «flag, flag, flag, banner flag» every 100 m. */
import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { commit, newRowId } from '../../../data/campaign/commit.ts';
import { useRows } from '../../../data/campaign/rows.ts';
import { whereOf } from '../../../data/campaign/where.ts';
import { selectedStretch } from '../../../data/commands/selected.ts';
import { selectMany } from '../../../data/workbench/choose.ts';
import { showDialog } from '../../../data/workbench/view.ts';
import { deletionOf } from '../../../domain/edit/deletion.ts';
import { layPattern } from '../../../domain/layout/operations/pattern.ts';
import { copyOf } from '../../../domain/layout/operations/turn.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { previewOf } from '../../../domain/plan/preview.ts';
import { Dialog } from '../../../ui/components/Dialog.tsx';
import { NumberEntry } from '../../../ui/fields/number/NumberEntry.tsx';
import { finishTyping } from '../../../ui/fields/openDrafts.ts';
import { useFormat } from '../../../ui/format.ts';
import { useKeptState } from '../../../ui/forms/useKeptState.ts';
import { useNameOf } from '../../../ui/nameOf.ts';
import { useReason } from '../../../ui/reason.ts';
import { AssetSymbol } from '../../../ui/symbols/AssetSymbol.tsx';
import styles from '../plan.module.css';

/** Metres. */
const USUAL_STEP = 100;

export function PatternDialog() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const format = useFormat();
  const reason = useReason();
  const tables = useCampaign((s) => s.tables);
  const types = useRows('assetType').filter((x) => x.layout === 'stretch');
  const row = selectedStretch();
  const [usual] = useState<readonly Id[]>(() => {
    const own = row?.assetTypeId ?? types[0]?.id ?? '';
    const other = types.find((x) => x.id !== own)?.id;
    return other === undefined ? [own] : [own, own, own, other];
  });
  const form = useKeptState(`pattern on ${row?.id}`, { pattern: usual, step: USUAL_STEP });
  const { pattern, step } = form.value;
  const setPattern = (next: readonly Id[]) => form.set({ ...form.now(), pattern: next });
  const close = () => {
    form.drop();
    showDialog(null);
  };
  if (row === null) return null;
  const laid = layPattern(pattern, step, row.rule.sides, row.to - row.from);
  const placed = laid.ok
    ? laid.value.map((part) => ({
        ...copyOf(row),
        assetTypeId: part.assetTypeId,
        sloganId: null,
        rule: { ...part.rule, edgeOffset: row.rule.edgeOffset, except: row.rule.except },
      }))
    : [];
  const quantity = placed.reduce((sum, fields) => sum + (previewOf(tables, fields)?.quantity ?? 0), 0);
  const accept = () => {
    if (!finishTyping()) return;
    const made = placed.map((fields) => ({ id: newRowId(), fields }));
    const done = commit({ code: 'placement.pattern', params: { where: whereOf(row) } }, [
      ...deletionOf(tables, 'placement', new Set([row.id])),
      ...made.map(({ id, fields }) => ({
        kind: 'create' as const,
        entity: 'placement' as const,
        id,
        fields,
      })),
    ]);
    if (!done.ok) {
      notifications.show({ message: reason(done.reason), color: 'red' });
      return;
    }
    selectMany(made.map((m) => m.id));
    close();
  };
  return (
    <Dialog opened onClose={close} typed={form.typed} title={t('command.open-pattern')}>
      <div className={styles.dialogFields}>
        <p className={styles.hint}>{t('pattern.hint', { where: whereOf(row) })}</p>
        <ol className={styles.pattern}>
          {pattern.map((id, i) => {
            const type = tables.assetType.get(id);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: places of a pattern have no other name than their number
              <li key={i}>
                {type !== undefined && (
                  <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={22} />
                )}
                <Select
                  aria-label={t('pattern.place', { number: i + 1 })}
                  data={types.map((x) => ({ value: x.id, label: nameOf(x.name) }))}
                  value={id}
                  allowDeselect={false}
                  onChange={(next) => setPattern(pattern.map((p, k) => (k === i ? (next ?? p) : p)))}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('pattern.remove', { number: i + 1 })}
                  disabled={pattern.length === 1}
                  onClick={() => setPattern(pattern.filter((_, k) => k !== i))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ol>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={pattern.length >= 12}
          onClick={() => setPattern([...pattern, pattern[pattern.length - 1] ?? ''])}
        >
          {t('pattern.add')}
        </Button>
        <NumberEntry
          label={t('pattern.step')}
          min={1}
          max={5000}
          value={step}
          onChange={(metres) => form.set({ ...form.now(), step: metres })}
        />
        {!laid.ok && <p className={styles.bad}>{reason(laid.reason)}</p>}
      </div>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button disabled={!laid.ok || quantity === 0} onClick={accept}>
          {t('draft.accept', {
            count: format.number(quantity),
            unit: t('draft.piecesWord', { count: quantity }),
          })}
        </Button>
      </Group>
    </Dialog>
  );
}
