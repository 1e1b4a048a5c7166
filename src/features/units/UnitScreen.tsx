/** Units: who they are, whether their ground is known, and what falls to each. */

import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commitSeen } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useRows } from '../../data/campaign/rows.ts';
import type { Unit } from '../../domain/model/entities/unit.ts';
import type { FieldsOf } from '../../domain/model/rows.ts';
import { partsOfUnits, type UnitPart } from '../../domain/plan/shares.ts';
import { kindsOf } from '../../domain/unit/unitKinds.ts';
import { Phone } from '../../ui/components/Phone.tsx';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useFormat } from '../../ui/format.ts';
import page from '../../ui/page.module.css';
import { useTell } from '../../ui/tell.ts';
import { AddUnits } from './AddUnits.tsx';
import { RemoveUnit } from './RemoveUnit.tsx';
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
  const [removing, setRemoving] = useState<Unit | null>(null);
  const known = units.filter((u) => u.boundary !== null).length;
  return (
    <section className={`${page.page} ${styles.page}`}>
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
              <th scope="col">{t('units.contact')}</th>
              <th scope="col">{t('units.phone')}</th>
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
              {may.add('unit') && <th scope="col" aria-label={t('common.delete')} />}
            </tr>
          </thead>
          <tbody>
            {sorted.map((unit) => (
              <UnitRow
                key={unit.id}
                unit={unit}
                units={sorted}
                kinds={kinds}
                part={parts.get(unit.id)}
                onRemove={() => setRemoving(unit)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {may.add('unit') && <AddUnits />}
      {removing !== null && <RemoveUnit unit={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

interface RowProps {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  /** That the campaign knows. */
  readonly kinds: readonly string[];
  readonly part: UnitPart | undefined;
  readonly onRemove: () => void;
}

function UnitRow({ unit, units, kinds, part, onRemove }: RowProps) {
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
      <td className={styles.contact}>
        <NameField unit={unit} field="contact" />
      </td>
      <td className={styles.phone}>
        <NameField unit={unit} field="phone" />
      </td>
      <td>{t(unit.boundary === null ? 'units.unknown' : 'units.known')}</td>
      <td className={styles.number}>{format.number(part?.placements ?? 0)}</td>
      <td className={styles.number}>{format.number(part?.quantity ?? 0)}</td>
      <td className={styles.number}>{format.money(part?.cost ?? 0)}</td>
      {may.add('unit') && (
        <td>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('units.removeName', { name: unit.name })}
            onClick={onRemove}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </td>
      )}
    </tr>
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
  readonly field: 'name' | 'code' | 'kind' | 'contact' | 'phone';
  readonly known?: readonly string[];
}

function NameField({ unit, field, known }: NameFieldProps) {
  const { t } = useTranslation();
  const store = useStore(unit);
  const allowed = may.change('unit', unit, field);
  if (!allowed) return field === 'phone' ? <Phone text={unit.phone} /> : unit[field];
  return (
    <TextField
      of={unit.id}
      size="sm"
      variant="unstyled"
      aria-label={`${t(`units.${field}`)}: ${unit.name}`}
      maxLength={{ name: 200, code: 40, kind: 60, contact: 200, phone: 40 }[field]}
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
