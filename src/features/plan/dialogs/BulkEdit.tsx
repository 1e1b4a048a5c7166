/** One change for everything that is selected, with what it would change said before it is made. */
import { Button, Group, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { commit, mayCommit } from '../../../data/campaign/commit.ts';
import { useRows } from '../../../data/campaign/rows.ts';
import { whereOfAll } from '../../../data/campaign/where.ts';
import { selectedRows } from '../../../data/commands/selected.ts';
import { showDialog } from '../../../data/workbench/view.ts';
import { setOp } from '../../../domain/edit/edit.ts';
import type { Placement } from '../../../domain/model/entities/placement.ts';
import type { Sides } from '../../../domain/model/entities/stretchRule.ts';
import { BULK_FIELDS, type BulkField, type BulkValues, bulkChanges } from '../../../domain/plan/bulk.ts';
import { previewOf } from '../../../domain/plan/preview.ts';
import { Dialog } from '../../../ui/components/Dialog.tsx';
import { NumberEntry } from '../../../ui/fields/number/NumberEntry.tsx';
import { finishTyping } from '../../../ui/fields/openDrafts.ts';
import { useFormat } from '../../../ui/format.ts';
import { useKeptState } from '../../../ui/forms/useKeptState.ts';
import { useNameOf } from '../../../ui/nameOf.ts';
import { useReason } from '../../../ui/reason.ts';
import { useTell } from '../../../ui/tell.ts';
import { DueField } from '../DetailFields.tsx';
import { SloganSelect, UnitSelect } from '../fields.tsx';
import styles from '../plan.module.css';
import { SupportField } from '../SupportField.tsx';

const EMPTY: BulkValues = {
  unit: null,
  spacing: 25,
  sides: 'both',
  slogan: null,
  installBy: { milestone: 'opening', days: -3 },
  removeBy: { milestone: 'closing', days: 5 },
  support: 'unknown',
  type: null,
};

export function BulkEdit() {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const tell = useTell();
  const tables = useCampaign((s) => s.tables);
  const campaignId = useCampaign((c) => c.campaignId);
  const form = useKeptState(`bulk of ${campaignId}`, { field: 'unit' as BulkField, values: EMPTY });
  const { field, values } = form.value;
  const rows = selectedRows();
  const [first] = rows;
  const changes = useMemo(() => bulkChanges(rows, form.value), [rows, form.value]);
  const before = sumOf(changes.map((c) => previewOf(tables, c.row, c.row)));
  const after = sumOf(changes.map((c) => previewOf(tables, { ...c.row, ...c.fields }, c.row)));
  const ops = changes.map((c) => setOp('placement', c.row, c.fields));
  const allowed = ops.length === 0 ? null : mayCommit(ops);
  const set = (change: Partial<BulkValues>) =>
    form.set({ ...form.now(), values: { ...form.now().values, ...change } });
  const close = () => {
    form.drop();
    showDialog(null);
  };
  const accept = () => {
    if (!finishTyping()) return;
    // With what a field has only just been finished with.
    const last = bulkChanges(rows, form.now());
    const where = whereOfAll(last.map((c) => c.row));
    const done = commit(
      { code: 'placement.bulk', params: { where, count: last.length } },
      last.map((c) => setOp('placement', c.row, c.fields)),
    );
    if (tell(done)) close();
  };
  return (
    <Dialog opened onClose={close} typed={form.typed} title={t('command.open-bulk')}>
      <div className={styles.dialogFields}>
        <Select
          label={t('bulk.field')}
          data={BULK_FIELDS.map((f) => ({ value: f, label: t(`bulk.${f}`) }))}
          value={field}
          allowDeselect={false}
          onChange={(f) => form.set({ ...form.now(), field: (f ?? 'unit') as BulkField })}
        />
        <BulkInput
          field={field}
          values={values}
          first={first}
          onChange={set}
          onDays={(days) => {
            const due = field === 'installBy' || field === 'removeBy' ? form.now().values[field] : null;
            if (due !== null) set({ [field]: { ...due, days } });
          }}
        />
        <p className={styles.hint} role="status">
          {ops.length === 0
            ? t('bulk.nothing')
            : t('bulk.preview', {
                count: format.number(ops.length),
                all: format.number(rows.length),
                before: format.number(before.quantity),
                after: format.number(after.quantity),
                costBefore: format.money(before.cost),
                costAfter: format.money(after.cost),
              })}
        </p>
        {allowed?.ok === false && <p className={styles.bad}>{reason(allowed.reason)}</p>}
      </div>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button disabled={allowed?.ok !== true} onClick={accept}>
          {t('bulk.accept', { count: format.number(ops.length) })}
        </Button>
      </Group>
    </Dialog>
  );
}

interface FieldProps {
  readonly field: BulkField;
  readonly values: BulkValues;
  /** One of the chosen: which types and slogans there are to choose from hangs on what it is. */
  readonly first: Placement | undefined;
  readonly onChange: (change: Partial<BulkValues>) => void;
  readonly onDays: (days: number) => void;
}

/** The input for the field that is chosen. */
function BulkInput({ field, values, first, onChange, onDays }: FieldProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const types = useRows('assetType');
  switch (field) {
    case 'unit':
      return <UnitSelect value={values.unit} byBoundary onChange={(unit) => onChange({ unit })} />;
    case 'spacing':
      return (
        <NumberEntry
          label={t('draft.spacing')}
          min={1}
          max={5000}
          value={values.spacing}
          onChange={(spacing) => onChange({ spacing })}
        />
      );
    case 'sides':
      return (
        <Select
          // Not the same list as that of types with other words in it.
          key="sides"
          label={t('draft.sides')}
          data={(['left', 'right', 'both', 'median'] as const).map((s) => ({
            value: s,
            label: t(`sides.${s}`),
          }))}
          value={values.sides}
          allowDeselect={false}
          onChange={(sides) => onChange({ sides: (sides ?? 'both') as Sides })}
        />
      );
    case 'slogan':
      return (
        <SloganSelect
          value={values.slogan}
          typeId={first?.assetTypeId ?? ''}
          onChange={(slogan) => onChange({ slogan })}
        />
      );
    case 'installBy':
    case 'removeBy':
      return (
        <DueField
          of={field}
          label={t(`detail.${field}`)}
          value={values[field]}
          disabled={false}
          onChange={(due) => onChange({ [field]: due })}
          onDays={onDays}
        />
      );
    case 'support':
      return <SupportField of={field} value={values.support} onChange={(support) => onChange({ support })} />;
    case 'type':
      return (
        <Select
          key="type"
          label={t('draft.type')}
          data={types
            .filter((x) => (first?.rule === null) === (x.layout === 'point'))
            .map((x) => ({ value: x.id, label: nameOf(x.name) }))}
          value={values.type}
          onChange={(type) => onChange({ type })}
        />
      );
  }
}

function sumOf(previews: readonly ({ readonly quantity: number; readonly cost: number } | null)[]) {
  return {
    quantity: previews.reduce((sum, p) => sum + (p?.quantity ?? 0), 0),
    cost: previews.reduce((sum, p) => sum + (p?.cost ?? 0), 0),
  };
}
