/** What is selected: where it is, what it is, how far it is, what the rules say, and the next step of whoever looks. */

import { ActionIcon, Button, CloseButton, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commitSeen } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useFindingsOf } from '../../data/checks/findings.ts';
import { request } from '../../data/commands/requests.ts';
import { select, selectOnly } from '../../data/workbench/choose.ts';
import { useDrafts } from '../../data/workbench/drafts.ts';
import { useSelection } from '../../data/workbench/selection.ts';
import { setOp } from '../../domain/edit/edit.ts';
import { PLANNABLE } from '../../domain/edit/states.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { placeAround } from '../../domain/place/placeOf.ts';
import { previewOf } from '../../domain/plan/preview.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { stageOf } from '../../domain/progress/stage.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useFormat } from '../../ui/format.ts';
import { NamedIcon } from '../../ui/icons.tsx';
import { useCountedIn, useNameOf } from '../../ui/nameOf.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { useTell } from '../../ui/tell.ts';
import { Amounts } from './Amounts.tsx';
import { CommandItems } from './CommandItems.tsx';
import type { Change } from './change.ts';
import { DetailFields } from './DetailFields.tsx';
import { SloganSelect, UnitSelect } from './fields.tsx';
import { FindingItem } from './findings/FindingItem.tsx';
import findingStyles from './findings/findings.module.css';
import { PlaceFields } from './PlaceFields.tsx';
import { PositionPanel } from './PositionPanel.tsx';
import styles from './plan.module.css';
import { Steps } from './Steps.tsx';
import { SupportField } from './SupportField.tsx';
import { UnitShares } from './UnitShares.tsx';

export function Inspector({ row }: { readonly row: Placement }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const countedIn = useCountedIn();
  const format = useFormat();
  const tell = useTell();
  const dragged = useDrafts((s) => s.dragged);
  const position = useSelection((s) => s.position);
  const tables = useCampaign((s) => s.tables);
  const placement = dragged?.id === row.id ? { ...row, ...dragged.fields } : row;
  const type = tables.assetType.get(row.assetTypeId);
  const road = tables.road.get(row.roadId ?? '');
  const change: Change = (fields, code = 'placement.changed', seen = row) =>
    tell(commitSeen({ code }, [setOp('placement', seen, fields)], [seen], road));
  if (type === undefined) return null;
  const plannable = may.plan([row]);
  const preview = previewOf(tables, placement, row);
  const name = nameOf(type.name);
  return (
    <section className={styles.panel} aria-label={name}>
      <header className={styles.panelHead}>
        <span className={styles.typeIcon}>
          <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={28} />
        </span>
        <div className={styles.grow}>
          <h2>{name}</h2>
          <small>
            {road !== undefined ? (
              <button type="button" className={styles.link} onClick={() => selectOnly('road', road.id)}>
                {roadLabel(road)}
              </button>
            ) : (
              ((placement.coordinate && placeAround(tables, placement.coordinate)?.name) ??
              t('table.offRoad'))
            )}
            {placement.from !== null && ` · ${formatChainage(placement.from)}`}
            {placement.to !== null && ` – ${bareChainage(placement.to)}`}
          </small>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('command.show')}
          title={t('command.show')}
          onClick={() => request('show')}
        >
          <NamedIcon name="focus" />
        </ActionIcon>
        <CommandMenu />
        <CloseButton aria-label={t('common.close')} onClick={() => select(null)} />
      </header>
      <div className={styles.panelBody}>
        <Steps row={row} change={change} />
        <WhyNot row={row} plannable={plannable} />
        <OwnFindings row={row} />
        {position !== null && row.rule !== null && <PositionPanel row={row} position={position} />}
        <PlaceFields placement={placement} disabled={!plannable} change={change} />
        <UnitSelect
          of={row.id}
          value={row.unitId}
          disabled={!plannable}
          byBoundary
          onChange={(unitId) => change({ unitId })}
        />
        <SupportField
          of={row.id}
          value={row.support}
          disabled={!plannable}
          onChange={(support) => change({ support })}
        />
        {type.carriesText && (
          <SloganSelect
            of={row.id}
            value={row.sloganId}
            typeId={type.id}
            disabled={!plannable}
            onChange={(sloganId) => change({ sloganId })}
          />
        )}
        {preview !== null && (
          <Amounts preview={preview} unitName={countedIn(type.unitName, preview.quantity)} />
        )}
        <UnitShares row={placement} />
        <small className={styles.soft}>
          {type.size} · {t('inspector.price', { price: format.money(type.price) })}
        </small>
        <DetailFields row={row} disabled={!plannable} change={change} />
        <NoteField row={row} change={change} />
      </div>
      <Foot row={row} />
    </section>
  );
}

/** Why what is planned cannot be changed: by whose work it is, or by how far the row is. */
function WhyNot({ row, plannable }: { readonly row: Placement; readonly plannable: boolean }) {
  const { t } = useTranslation();
  const unit = useCampaign((s) => s.tables.unit.get(row.unitId ?? ''));
  const stage = useCampaign((s) => stageOf(s.tables, row));
  const rights = may.rightsOn(row);
  if (plannable || rights === null) return null;
  if (rights === 'plans')
    return PLANNABLE.has(row.state) ? null : (
      <p className={styles.hint}>{t('inspector.locked', { state: t(`state.${stage}`) })}</p>
    );
  return (
    <p className={styles.hint}>
      {rights === 'others' && unit !== undefined
        ? t('rights.others-of', { unit: unit.name })
        : t(`rights.${rights}`)}
    </p>
  );
}

function CommandMenu() {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" shadow="md" width={270}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('inspector.more')}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>
        <CommandItems place="inspector" />
      </Menu.Dropdown>
    </Menu>
  );
}

function OwnFindings({ row }: { readonly row: Placement }) {
  const { t } = useTranslation();
  const own = useFindingsOf(row.id);
  if (own.length === 0) return null;
  return (
    <ul className={findingStyles.list} aria-label={t('findings.title')}>
      {own.map((open) => (
        <FindingItem key={open.finding.key} open={open} />
      ))}
    </ul>
  );
}

function NoteField({ row, change }: { readonly row: Placement; readonly change: Change }) {
  const { t } = useTranslation();
  return (
    <TextField
      of={row.id}
      label={t('inspector.note')}
      value={row.note}
      disabled={!may.change('placement', row, 'note')}
      multiline
      maxLength={2000}
      onStore={(note) => change({ note })}
    />
  );
}

function Foot({ row }: { readonly row: Placement }) {
  const { t } = useTranslation();
  return (
    <footer className={styles.panelFoot}>
      {may.remove('placement', row) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<NamedIcon name="trash" size={16} />}
          onClick={() => request('delete')}
        >
          {t('common.delete')} <kbd>Del</kbd>
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        leftSection={<NamedIcon name="history" size={16} />}
        onClick={() => request('open-history')}
      >
        {t('command.open-history')}
      </Button>
    </footer>
  );
}
