/** What is selected: where it is, what it is, how far it is, and the next step of whoever looks. */
import { ActionIcon, Button, CloseButton, NumberInput, Textarea, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFocus2, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, mayCommit, useCampaign } from '../../data/campaign.ts';
import { previewOf } from '../../data/derived/preview.ts';
import { roadLabel } from '../../data/derived/roads.ts';
import { useRow } from '../../data/hooks.ts';
import { useMembership } from '../../data/session.ts';
import { goTo, select, useWorkbench } from '../../data/workbench.ts';
import { nextStates, PLANNABLE } from '../../domain/edit/states.ts';
import type { AssetType, Placement, PlacementState } from '../../domain/model/rows.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { ChainageField, ExceptSelect, SidesField, SloganSelect, UnitSelect } from './fields.tsx';
import styles from './plan.module.css';
import { StateMark } from './StateMark.tsx';
import { Sum } from './Sum.tsx';

type Change = (fields: Partial<Placement>, code?: string) => void;

export function Inspector({ row }: { readonly row: Placement }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const dragged = useWorkbench((s) => s.dragged);
  const tables = useCampaign((s) => s.tables);
  const placement = dragged?.id === row.id ? { ...row, ...dragged.fields } : row;
  const type = tables.assetType.get(row.assetTypeId);
  const road = tables.road.get(row.roadId ?? '');
  const change: Change = (fields, code = 'placement.changed') => {
    const done = commit({ code }, [
      { kind: 'set', entity: 'placement', id: row.id, version: row.version, fields },
    ]);
    if (!done.ok) notifications.show({ message: reason(done.reason), color: 'red' });
  };
  if (type === undefined) return null;
  const plannable = mayCommit([
    {
      kind: 'set',
      entity: 'placement',
      id: row.id,
      version: row.version,
      fields: { pointQuantity: row.pointQuantity + 1 },
    },
  ]).ok;
  const english = i18n.language === 'en';
  const preview = previewOf(tables, placement, row);
  const name = english && type.nameEn !== '' ? type.nameEn : type.name;
  return (
    <section className={styles.panel} aria-label={name}>
      <header className={styles.panelHead}>
        <span className={styles.typeIcon}>
          <AssetSymbol shape={type.shape} size={28} />
        </span>
        <div className={styles.grow}>
          <h2>{name}</h2>
          <small>
            {road === undefined ? t('table.offRoad') : roadLabel(road)}
            {placement.from !== null && ` · ${formatChainage(placement.from)}`}
            {placement.to !== null && ` – ${bareChainage(placement.to)}`}
          </small>
        </div>
        <Tooltip label={t('inspector.show')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('inspector.show')}
            onClick={() => goTo({ placementId: row.id })}
          >
            <IconFocus2 size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        <CloseButton aria-label={t('common.close')} onClick={() => select(null)} />
      </header>
      <div className={styles.panelBody}>
        <Steps row={row} change={change} />
        {!plannable && !PLANNABLE.has(row.state) && (
          <p className={styles.hint}>{t('inspector.locked', { state: t(`state.${row.state}`) })}</p>
        )}
        <PlaceFields placement={placement} disabled={!plannable} change={change} />
        <UnitSelect value={row.unitId} disabled={!plannable} onChange={(unitId) => change({ unitId })} />
        {type.carriesText && (
          <SloganSelect
            value={row.sloganId}
            disabled={!plannable}
            onChange={(sloganId) => change({ sloganId })}
          />
        )}
        {preview !== null && <Sum preview={preview} unitName={english ? type.unitNameEn : type.unitName} />}
        <small className={styles.soft}>
          {type.size} · {t('inspector.price', { price: format.money(type.price) })}
        </small>
        <NoteField row={row} change={change} />
      </div>
      <DeleteFoot row={row} type={type} name={name} />
    </section>
  );
}

function Steps({ row, change }: { readonly row: Placement; readonly change: Change }) {
  const { t } = useTranslation();
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const role = useMembership(campaignId)?.role;
  const next = role === undefined ? [] : nextStates(role, row.state);
  const allowed = next.filter(
    (state) =>
      mayCommit([{ kind: 'set', entity: 'placement', id: row.id, version: row.version, fields: { state } }])
        .ok,
  );
  const forward = allowed.filter((s) => isForward(row.state, s));
  const other = allowed.filter((s) => !isForward(row.state, s));
  return (
    <div className={styles.steps}>
      <StateMark state={row.state} />
      <div className={styles.stepButtons}>
        {[...forward, ...other].map((state, i) => (
          <Button
            key={state}
            size="compact-sm"
            variant={i === 0 && forward.length > 0 ? 'light' : 'default'}
            onClick={() => change({ state }, 'placement.step')}
          >
            {t(`step.${state}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

const ORDER: readonly PlacementState[] = [
  'draft',
  'submitted',
  'approved',
  'in-production',
  'ready',
  'installed',
  'inspected',
];

function isForward(from: PlacementState, to: PlacementState): boolean {
  if (from === 'sent-back') return to === 'submitted';
  return ORDER.indexOf(to) === ORDER.indexOf(from) + 1;
}

function PlaceFields({
  placement,
  disabled,
  change,
}: {
  readonly placement: Placement;
  readonly disabled: boolean;
  readonly change: Change;
}) {
  const { t } = useTranslation();
  const reason = useReason();
  const { rule, roadId, from, to } = placement;
  const moveEnd = (which: 'from' | 'to', value: number) => {
    const ends = which === 'from' ? { from: value, to } : { from, to: value };
    if (ends.from !== null && ends.to !== null && ends.from >= ends.to) {
      notifications.show({ message: reason({ code: 'row.stretch-ends-order' }), color: 'red' });
      return;
    }
    change({ [which]: value }, 'placement.moved');
  };
  if (rule === null)
    return (
      <div className={styles.pair}>
        {roadId !== null && (
          <ChainageField
            label={t('draft.at')}
            roadId={roadId}
            value={from}
            disabled={disabled}
            onChange={(value) => change({ from: value }, 'placement.moved')}
          />
        )}
        <NumberInput
          label={t('draft.pieces')}
          value={placement.pointQuantity}
          min={1}
          max={100_000}
          allowDecimal={false}
          disabled={disabled}
          onBlur={(event) => {
            const n = Number(event.currentTarget.value.replace(/\D/g, ''));
            if (n >= 1 && n !== placement.pointQuantity) change({ pointQuantity: n });
          }}
        />
      </div>
    );
  return (
    <>
      <div className={styles.pair}>
        <ChainageField
          label={t('draft.from')}
          roadId={roadId}
          value={from}
          disabled={disabled}
          onChange={(v) => moveEnd('from', v)}
        />
        <ChainageField
          label={t('draft.to')}
          roadId={roadId}
          value={to}
          disabled={disabled}
          onChange={(v) => moveEnd('to', v)}
        />
      </div>
      <SidesField
        sides={rule.sides}
        staggered={rule.staggered}
        disabled={disabled}
        onChange={(sides) => change({ rule: { ...rule, ...sides } })}
      />
      <div className={styles.pair}>
        <SpacingField
          value={rule.spacing}
          disabled={disabled}
          onChange={(spacing) => change({ rule: { ...rule, spacing } })}
        />
        <ExceptSelect
          value={rule.except}
          disabled={disabled}
          onChange={(except) => change({ rule: { ...rule, except } })}
        />
      </div>
    </>
  );
}

function SpacingField({
  value,
  disabled,
  onChange,
}: {
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (spacing: number) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | string>(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <NumberInput
      label={t('draft.spacing')}
      value={typed}
      min={1}
      max={5000}
      disabled={disabled}
      onChange={setTyped}
      onBlur={() => {
        if (typeof typed === 'number' && typed >= 1 && typed !== value) onChange(typed);
        else setTyped(value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

function NoteField({ row, change }: { readonly row: Placement; readonly change: Change }) {
  const { t } = useTranslation();
  const [text, setText] = useState(row.note);
  useEffect(() => setText(row.note), [row.note]);
  const allowed = mayCommit([
    { kind: 'set', entity: 'placement', id: row.id, version: row.version, fields: { note: `${row.note}.` } },
  ]).ok;
  return (
    <Textarea
      label={t('inspector.note')}
      value={text}
      disabled={!allowed}
      autosize
      minRows={2}
      maxLength={2000}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== row.note) change({ note: text });
      }}
    />
  );
}

function DeleteFoot({
  row,
  type,
  name,
}: {
  readonly row: Placement;
  readonly type: AssetType;
  readonly name: string;
}) {
  const { t } = useTranslation();
  const current = useRow('assetType', type.id);
  const op = { kind: 'delete', entity: 'placement', id: row.id, version: row.version } as const;
  if (current === undefined || !mayCommit([op]).ok) return null;
  const remove = () => {
    select(null);
    if (commit({ code: 'placement.deleted' }, [op]).ok)
      notifications.show({
        message: t('inspector.deleted', { what: name.toLocaleLowerCase() }),
        color: 'gray',
      });
  };
  return (
    <footer className={styles.panelFoot}>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={remove}
      >
        {t('common.delete')} <kbd>Del</kbd>
      </Button>
    </footer>
  );
}
