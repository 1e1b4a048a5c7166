/** What another shape of a road makes of the plan, in words, before it is done. */
import { Button, Radio, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, mayCommit, newRowId } from '../../data/campaign/commit.ts';
import { selectOnly } from '../../data/workbench/choose.ts';
import { forgetRoad } from '../../data/workbench/keptRoad.ts';
import { type Reshaping, setRenewing, useReshaping } from '../../data/workbench/reshaping.ts';
import { showDialog } from '../../data/workbench/view.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { factsOf, titleOf } from '../../domain/plan/roadFacts.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { approvedAstray } from '../../domain/reshape/approved.ts';
import { type Carriage, carry } from '../../domain/reshape/carry.ts';
import { withOps } from '../../domain/reshape/moved.ts';
import type { Keeping } from '../../domain/reshape/renewed.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { shapeKey } from '../../domain/road/shapeKey.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useDone } from '../../ui/note.ts';
import { useReason } from '../../ui/reason.ts';
import { useTell } from '../../ui/tell.ts';
import { Displacements } from './Displacements.tsx';
import { reshapedBy, type Wish } from './reshapedBy.ts';
import styles from './roads.module.css';

export function ReshapeDialog({ onClose }: { readonly onClose: () => void }) {
  const reshaping = useReshaping((s) => s.reshaping);
  const road = useCampaign((s) => s.tables.road.get(reshaping?.roadId ?? ''));
  const tell = useTell();
  const isGone = reshaping !== null && road === undefined;
  useEffect(() => {
    if (!isGone) return;
    tell(fail('edit.missing', { entity: 'road' }));
    onClose();
  }, [isGone, tell, onClose]);
  return reshaping === null || road === undefined ? null : (
    <Preview reshaping={reshaping} road={road} onClose={onClose} />
  );
}

/** What is made for one line, for its direction, or for one place on it, is for no other. */
const MADE_FOR_SHAPE: ReadonlySet<Reshaping['kind']> = new Set([
  'reverse',
  'posts',
  'cut',
  'begin',
  'extend',
  'renew',
]);

/** The edit, worked out on the rows as they are now. Fails also with `carry.road-changed`. */
function carriageOf(reshaping: Reshaping, wish: Wish, tables: Tables): Result<Carriage> {
  const road = tables.road.get(reshaping.roadId);
  if (MADE_FOR_SHAPE.has(reshaping.kind) && road !== undefined)
    if (shapeKey(road) !== useReshaping.getState().base) return fail('carry.road-changed');
  const reshaped = reshapedBy(reshaping, wish, tables);
  if (!reshaped.ok) return reshaped;
  const carriage = carry(tables, reshaped.value, newRowId);
  if (!carriage.ok) return carriage;
  const allowed = mayCommit(carriage.value.ops, carriage.value.carry);
  if (!allowed.ok) return allowed;
  if (carriage.value.ops.length === 0) return fail('reshape.nothing');
  const astray = approvedAstray(tables, withOps(tables, carriage.value.ops), carriage.value);
  return astray === null ? carriage : { ok: false, reason: astray };
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
  const proposed = useMemo(() => secondOf(road, (name, n) => t('reshape.part', { name, n })), [road, t]);
  const [second, setSecond] = useState(proposed);
  // What the parts are called moves nothing: it is put in at the end, so that typing waits for no reckoning.
  const carriage = useMemo(
    () => carriageOf(reshaping, { keeping, second: proposed }, tables),
    [reshaping, keeping, proposed, tables],
  );
  const { kind } = reshaping;
  const accept = () => {
    if (!carriage.ok) return;
    const note = { code: `road.${kind}`, params: { where: roadLabel(road) } };
    const named = kind === 'cut' ? withNames(carriage.value.ops, second) : carriage.value.ops;
    if (!tell(commit(note, named, carriage.value.carry))) return;
    const { drawing } = useReshaping.getState();
    if (drawing !== null) forgetRoad(drawing);
    notifications.show({ message: said(note), color: 'gray' });
    setRenewing(null);
    showDialog(null);
    onClose();
    selectOnly('road', road.id);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      typed={() => kind === 'cut' && (second.name !== proposed.name || second.code !== proposed.code)}
      title={t(`reshape.${kind}`, { road: titleOf(road) })}
      size="lg"
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            data-autofocus
            disabled={
              !carriage.ok || (kind === 'cut' && second.name.trim() === '' && second.code.trim() === '')
            }
            onClick={accept}
          >
            {t(`reshape.accept.${kind}`)}
          </Button>
        </>
      }
    >
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
          <div className={styles.pair}>
            <TextInput
              label={t('reshape.secondCode')}
              value={second.code}
              maxLength={40}
              onChange={(event) => setSecond({ ...second, code: event.currentTarget.value })}
            />
            <TextInput
              label={t('reshape.secondName')}
              value={second.name}
              maxLength={200}
              onChange={(event) => setSecond({ ...second, name: event.currentTarget.value })}
            />
          </div>
        )}
        {carriage.ok ? (
          <>
            <Ranges before={tables} carriage={carriage.value} second={second} />
            <Displacements
              tables={tables}
              carriage={carriage.value}
              keepsPlace={kind === 'renew' && keeping === 'place'}
              lostPosts={kind === 'renew' ? lostPosts(road, carriage.value.ops) : []}
            />
          </>
        ) : (
          <p role="alert" className={styles.problem}>
            {reason(carriage.reason)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** What the posts read that another line of a road has no more, in metres. */
function lostPosts(road: Road, ops: readonly Op[]): readonly number[] {
  const op = ops.find((o) => o.kind === 'set' && o.entity === 'road' && o.id === road.id);
  const left = op?.kind === 'set' && op.entity === 'road' ? op.fields.calibration : undefined;
  if (left === undefined) return [];
  const still = new Set(left.map((post) => post.chainage));
  return road.calibration.map((post) => post.chainage).filter((chainage) => !still.has(chainage));
}

type Named = Pick<Road, 'code' | 'name'>;

/** Number and name of the part behind a cut, such as no road bears yet. */
function secondOf(road: Road, part: (name: string, n: number) => string): Named {
  const others = [...useCampaign.getState().tables.road.values()].filter((r) => r.id !== road.id);
  const free = (field: 'code' | 'name', limit: number) => {
    if (road[field] === '') return '';
    const taken = new Set(others.map((r) => r[field]));
    let n = 2;
    while (taken.has(part(road[field], n))) n++;
    return part(road[field], n).slice(0, limit);
  };
  return { code: free('code', 40), name: free('name', 200) };
}

function withNames(ops: readonly Op[], { code, name }: Named): readonly Op[] {
  return ops.map((op) =>
    op.kind === 'create' && op.entity === 'road'
      ? { ...op, fields: { ...op.fields, code: code.trim(), name: name.trim() } }
      : op,
  );
}

/** Each road that changes: how long it is and how it reads, before and after. */
interface RangesProps {
  readonly before: Tables;
  readonly carriage: Carriage;
  /** What the new road of a cut is called. */
  readonly second: Named;
}

function Ranges({ before, carriage, second }: RangesProps) {
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
        <small className={styles.long}>
          {format.length(facts.lengthM)} · {t('reshape.toward', { where: t(`road.toward.${facts.toward}`) })}
        </small>
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
                {titleOf(before.road.has(id) ? (road ?? second) : second)}
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
