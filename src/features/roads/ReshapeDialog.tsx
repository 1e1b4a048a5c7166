/** What another shape of a road makes of the plan, in words, before it is done. */
import { Button, Group, Radio, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, mayCommit, newRowId } from '../../data/campaign/commit.ts';
import { selectOnly } from '../../data/workbench/choose.ts';
import { type Reshaping, reshapedBy, useReshaping, type Wish } from '../../data/workbench/reshaping.ts';
import { showDialog } from '../../data/workbench/view.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { factsOf, titleOf } from '../../domain/plan/roadFacts.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { type Carriage, carry, withOps } from '../../domain/reshape/carry.ts';
import type { Keeping } from '../../domain/reshape/renewed.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useDone } from '../../ui/note.ts';
import { useReason } from '../../ui/reason.ts';
import { useTell } from '../../ui/tell.ts';
import { Displacements } from './Displacements.tsx';
import styles from './roads.module.css';

export function ReshapeDialog({ onClose }: { readonly onClose: () => void }) {
  const reshaping = useReshaping((s) => s.reshaping);
  const road = useCampaign((s) => s.tables.road.get(reshaping?.roadId ?? ''));
  return reshaping === null || road === undefined ? null : (
    <Preview reshaping={reshaping} road={road} onClose={onClose} />
  );
}

/** The edit, worked out on the rows as they are now. */
function carriageOf(reshaping: Reshaping, wish: Wish, tables: Tables): Result<Carriage> {
  const reshaped = reshapedBy(reshaping, wish, tables);
  if (!reshaped.ok) return reshaped;
  const carriage = carry(tables, reshaped.value, newRowId);
  if (!carriage.ok) return carriage;
  const allowed = mayCommit(carriage.value.ops, carriage.value.carry);
  if (!allowed.ok) return allowed;
  return carriage.value.ops.length === 0 ? fail('reshape.nothing') : ok(carriage.value);
}

interface Props {
  readonly reshaping: Reshaping;
  readonly road: Road;
  readonly onClose: () => void;
}

function Preview({ reshaping, road, onClose }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const tell = useTell();
  const said = useDone();
  const tables = useCampaign((s) => s.tables);
  const [keeping, setKeeping] = useState<Keeping>('place');
  const base = titleOf(road);
  const [secondName, setSecondName] = useState(() =>
    partName(tables, road, (n) => t('reshape.part', { name: road.name || road.code, n })),
  );
  const carriage = useMemo(
    () => carriageOf(reshaping, { keeping, secondName: secondName.trim() }, tables),
    [reshaping, keeping, secondName, tables],
  );
  const { kind } = reshaping;
  const accept = () => {
    if (!carriage.ok) return;
    const note = { code: `road.${kind}`, params: { where: roadLabel(road) } };
    if (!tell(commit(note, carriage.value.ops, carriage.value.carry))) return;
    notifications.show({ message: said(note), color: 'gray' });
    showDialog(null);
    selectOnly('road', road.id);
  };
  return (
    <Dialog opened onClose={onClose} title={t(`reshape.${kind}`, { road: base })} size="lg">
      <div className={styles.reshape}>
        <p>{t(`reshape.hint.${kind}`)}</p>
        {kind === 'renew' && (
          <Radio.Group
            label={t('reshape.keeping')}
            value={keeping}
            onChange={(value) => setKeeping(value as Keeping)}
          >
            <div className={styles.choices}>
              <Radio
                value="place"
                label={t('reshape.keep.place')}
                description={t('reshape.keep.placeHint')}
              />
              <Radio
                value="chainage"
                label={t('reshape.keep.chainage')}
                description={t('reshape.keep.chainageHint')}
              />
            </div>
          </Radio.Group>
        )}
        {kind === 'cut' && (
          <TextInput
            label={t('reshape.secondName')}
            value={secondName}
            maxLength={200}
            onChange={(event) => setSecondName(event.currentTarget.value)}
          />
        )}
        {carriage.ok ? (
          <>
            <Ranges before={tables} carriage={carriage.value} />
            <Displacements tables={tables} carriage={carriage.value} />
          </>
        ) : (
          <p role="alert" className={styles.problem}>
            {reason(carriage.reason)}
          </p>
        )}
      </div>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button data-autofocus disabled={!carriage.ok} onClick={accept}>
          {t(`reshape.accept.${kind}`)}
        </Button>
      </Group>
    </Dialog>
  );
}

/** A name that no road bears yet. */
function partName(tables: Tables, road: Road, name: (n: number) => string): string {
  const taken = new Set([...tables.road.values()].filter((r) => r.id !== road.id).map((r) => r.name));
  let n = 2;
  while (taken.has(name(n))) n++;
  return name(n).slice(0, 200);
}

/** Each road that changes: how long it is and how it reads, before and after. */
function Ranges({ before, carriage }: { readonly before: Tables; readonly carriage: Carriage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const after = useMemo(() => withOps(before, carriage.ops), [before, carriage]);
  const ids = [...new Set(carriage.ops.flatMap((op) => (op.entity === 'road' ? [op.id] : [])))];
  const range = (tables: Tables, id: string) => {
    const road = tables.road.get(id);
    if (road === undefined) return null;
    const facts = factsOf(tables, road);
    return (
      <>
        {formatChainage(facts.from)} – {bareChainage(facts.to)}
        <small className={styles.long}>{format.length(facts.lengthM)}</small>
      </>
    );
  };
  return (
    <table className={styles.ranges}>
      <thead>
        <tr>
          <th scope="col" className={`${styles.cell} ${styles.cellHead}`}>
            {t('roads.road')}
          </th>
          <th scope="col" className={`${styles.cell} ${styles.cellHead}`}>
            {t('reshape.before')}
          </th>
          <th scope="col" className={`${styles.cell} ${styles.cellHead}`}>
            {t('reshape.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => {
          const road = after.road.get(id) ?? before.road.get(id);
          return (
            <tr key={id}>
              <th scope="row" className={styles.cell}>
                {road === undefined ? '' : titleOf(road)}
              </th>
              <td className={styles.cell}>{range(before, id) ?? t('reshape.new')}</td>
              <td className={styles.cell}>{range(after, id) ?? t('reshape.gone')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
