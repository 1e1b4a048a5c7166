/** Units: who they are, whether their ground is known, and what falls to each. */

import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, commitSeen, newRowId } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useRows } from '../../data/campaign/rows.ts';
import type { Unit } from '../../domain/model/entities/unit.ts';
import type { FieldsOf } from '../../domain/model/rows.ts';
import { partsOfUnits, type UnitPart } from '../../domain/plan/shares.ts';
import { kindsOf, usualKind } from '../../domain/unit/unitKinds.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useFormat } from '../../ui/format.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import page from '../../ui/page.module.css';
import { useTell } from '../../ui/tell.ts';
import styles from './units.module.css';

export function UnitScreen({ onImport }: { readonly onImport: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  const units = useRows('unit');
  const sorted = useMemo(
    () => [...units].sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true })),
    [units],
  );
  const parts = useMemo(() => partsOfUnits(tables), [tables]);
  const kinds = useMemo(() => kindsOf(units), [units]);
  const known = units.filter((u) => u.boundary !== null).length;
  return (
    <section className={page.page}>
      <header className={page.head}>
        <p>{t('units.sum', { all: format.number(units.length), known: format.number(known) })}</p>
        {may.add('unit') && (
          <Button variant="default" onClick={onImport}>
            {t('units.import')}
          </Button>
        )}
      </header>
      <div className={page.scroll}>
        <table className={`${page.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('units.name')}</th>
              <th scope="col">{t('units.code')}</th>
              <th scope="col">{t('units.kind')}</th>
              <th scope="col">{t('units.parent')}</th>
              <th scope="col">{t('units.boundary')}</th>
              <th scope="col" className={styles.number}>
                {t('units.placements')}
              </th>
              <th scope="col" className={styles.number}>
                {t('table.quantity')}
              </th>
              <th scope="col" className={styles.number}>
                {t('table.cost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((unit) => (
              <UnitRow key={unit.id} unit={unit} units={sorted} kinds={kinds} part={parts.get(unit.id)} />
            ))}
          </tbody>
        </table>
      </div>
      {may.add('unit') && <AddUnit />}
    </section>
  );
}

interface RowProps {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  /** That the campaign knows. */
  readonly kinds: readonly string[];
  readonly part: UnitPart | undefined;
}

function UnitRow({ unit, units, kinds, part }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr>
      <th scope="row">
        <NameField unit={unit} field="name" />
      </th>
      <td>
        <NameField unit={unit} field="code" />
      </td>
      <td>
        <NameField unit={unit} field="kind" known={kinds} />
      </td>
      <td>
        <ParentField unit={unit} units={units} />
      </td>
      <td>{t(unit.boundary === null ? 'units.unknown' : 'units.known')}</td>
      <td className={styles.number}>{format.number(part?.placements ?? 0)}</td>
      <td className={styles.number}>{format.number(part?.quantity ?? 0)}</td>
      <td className={styles.number}>{format.money(part?.cost ?? 0)}</td>
    </tr>
  );
}

function AddUnit() {
  const { t } = useTranslation();
  const tell = useTell();
  const campaignId = useCampaign((c) => c.campaignId);
  const form = useKeptState(`unit of ${campaignId}`, '');
  const adding = form.value;
  const add = () => {
    const done = commit({ code: 'unit.added', params: { where: adding.trim() } }, [
      {
        kind: 'create',
        entity: 'unit',
        id: newRowId(),
        fields: {
          code: '',
          name: adding.trim(),
          kind: usualKind(useCampaign.getState().tables.unit.values()),
          centre: null,
          parentId: null,
          boundary: null,
        },
      },
    ]);
    if (tell(done)) form.drop();
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        aria-label={t('units.newName')}
        placeholder={t('units.newName')}
        maxLength={200}
        value={adding}
        onChange={(event) => form.set(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={adding.trim() === ''}
      >
        {t('units.add')}
      </Button>
    </form>
  );
}

function setUnit(unit: Unit, fields: Partial<FieldsOf<'unit'>>) {
  return { kind: 'set', entity: 'unit', id: unit.id, version: unit.version, fields } as const;
}

/** Stores fields of a unit into the row that was seen. */
function useStore(unit: Unit): (fields: Partial<FieldsOf<'unit'>>) => boolean {
  const tell = useTell();
  return (fields) =>
    tell(commitSeen({ code: 'unit.changed', params: { where: unit.name } }, [setUnit(unit, fields)], [unit]));
}

interface NameFieldProps {
  readonly unit: Unit;
  readonly field: 'name' | 'code' | 'kind';
  readonly known?: readonly string[];
}

function NameField({ unit, field, known }: NameFieldProps) {
  const { t } = useTranslation();
  const store = useStore(unit);
  const allowed = may.change('unit', unit, field);
  if (!allowed) return unit[field];
  return (
    <TextField
      of={unit.id}
      size="sm"
      variant="unstyled"
      aria-label={`${t(`units.${field}`)}: ${unit.name}`}
      maxLength={{ name: 200, code: 40, kind: 60 }[field]}
      required={field === 'name'}
      value={unit[field]}
      {...(known === undefined ? {} : { known })}
      onStore={(text) => store({ [field]: text })}
    />
  );
}

function ParentField({ unit, units }: { readonly unit: Unit; readonly units: readonly Unit[] }) {
  const { t } = useTranslation();
  const store = useStore(unit);
  const allowed = may.change('unit', unit, 'parentId');
  const parent = units.find((u) => u.id === unit.parentId);
  if (!allowed) return parent?.name ?? '';
  return (
    <ChoiceField
      of={unit.id}
      size="sm"
      variant="unstyled"
      aria-label={`${t('units.parent')}: ${unit.name}`}
      placeholder="–"
      data={units.filter((u) => u.id !== unit.id).map((u) => ({ value: u.id, label: u.name }))}
      value={unit.parentId}
      clearable
      searchable
      onStore={(parentId) => store({ parentId })}
    />
  );
}
