/** Of what stands on a road that gets another shape: how much stays, and what does not, the farthest first. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { whereOf } from '../../data/campaign/where.ts';
import { PLANNABLE } from '../../domain/edit/states.ts';
import type { Tables } from '../../domain/model/rows.ts';
import type { Carriage } from '../../domain/reshape/carry.ts';
import type { Displaced } from '../../domain/reshape/displaced.ts';
import { affectedBy, featuresOn } from '../../domain/reshape/moved.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { useFormat } from '../../ui/format.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import styles from './roads.module.css';

/** Lines that are told one by one; the others are counted. */
const LISTED = 12;

interface Props {
  readonly tables: Tables;
  readonly carriage: Carriage;
  /** Whether everything is to keep its place on another line. */
  readonly keepsPlace: boolean;
  /** Chainages of the posts that are not on another line, in metres. */
  readonly lostPosts: readonly number[];
}

export function Displacements({ tables, carriage: { ops, displaced, carry }, keepsPlace, lostPosts }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const on = [...affectedBy(ops, tables)].filter((id) => tables.placement.has(id));
  const outside = displaced.filter((d) => d.outside);
  const moved = displaced.filter((d) => !d.outside && d.metres > 1);
  const counted = displaced.filter((d) => d.before !== d.after);
  // A rule that gets moves of single positions it did not have.
  const singles = ops.filter(
    (op) =>
      op.entity === 'placement' &&
      op.kind === 'set' &&
      Object.keys(op.fields.rule?.moves ?? {}).length > movesOf(tables, op.id),
  ).length;
  const stays = on.length - displaced.length;
  const approved = displaced.filter(({ id }) => !PLANNABLE.has(tables.placement.get(id)?.state ?? 'draft'));
  const strayed = carry.moved.flatMap((id) => tables.roadFeature.get(id) ?? []);
  if (on.length === 0 && featuresOn(ops, tables).size === 0 && lostPosts.length === 0)
    return <p className={styles.soft}>{t('reshape.empty')}</p>;
  const worst = [...displaced].sort((a, b) => Number(b.outside) - Number(a.outside) || b.metres - a.metres);
  return (
    <>
      <ul className={styles.sentences} aria-live="polite">
        {stays > 0 && (
          <li>
            <IconCheck size={16} className={styles.fine} aria-hidden /> {t('reshape.stays', { count: stays })}
          </li>
        )}
        {carry.parts.length > 0 && (
          <li>
            <IconCheck size={16} className={styles.fine} aria-hidden />{' '}
            {t('reshape.divided', { count: carry.parts.length })}
          </li>
        )}
        {moved.length > 0 && (
          <Warning>
            {t('reshape.moved', { count: moved.length, metres: format.number(farthest(moved)) })}
          </Warning>
        )}
        {keepsPlace && farthest(moved) > FAR_M && <li className={styles.soft}>{t('reshape.far')}</li>}
        {strayed.length > 0 && (
          <Warning>
            {t('reshape.strayed', {
              count: strayed.length,
              names: strayed
                .slice(0, LISTED)
                .map((f) => f.name || t(`feature.${f.kind}`))
                .join(', '),
            })}
          </Warning>
        )}
        {lostPosts.length > 0 && (
          <Warning>
            {t('reshape.lostPosts', {
              count: lostPosts.length,
              names: lostPosts.slice(0, LISTED).map(formatChainage).join(', '),
            })}
          </Warning>
        )}
        {singles > 0 && <Warning>{t('reshape.singles', { count: singles })}</Warning>}
        {outside.length > 0 && <Warning>{t('reshape.outside', { count: outside.length })}</Warning>}
        {counted.length > 0 && <Warning>{t('reshape.counted', { count: counted.length })}</Warning>}
        {approved.length > 0 && <Warning>{t('reshape.approved', { count: approved.length })}</Warning>}
      </ul>
      {worst.length > 0 && (
        <ul className={styles.worst}>
          {worst.slice(0, LISTED).map((d) => (
            <Line key={d.id} tables={tables} displaced={d} />
          ))}
          {worst.length > LISTED && <li>{t('reshape.more', { count: worst.length - LISTED })}</li>}
        </ul>
      )}
    </>
  );
}

/** As far from the old line places are still kept, in metres. */
const FAR_M = 100;

function movesOf(tables: Tables, id: string): number {
  return Object.keys(tables.placement.get(id)?.rule?.moves ?? {}).length;
}

function farthest(displaced: readonly Displaced[]): number {
  return Math.round(Math.max(0, ...displaced.map((d) => d.metres)));
}

function Warning({ children }: { readonly children: string }) {
  return (
    <li className={styles.warning}>
      <IconAlertTriangle size={16} className={styles.caution} aria-hidden /> {children}
    </li>
  );
}

function Line({ tables, displaced: d }: { readonly tables: Tables; readonly displaced: Displaced }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const row = tables.placement.get(d.id);
  const type = tables.assetType.get(row?.assetTypeId ?? '');
  if (row === undefined) return null;
  return (
    <li>
      <span>
        {[type === undefined ? '' : nameOf(type.name), whereOf(row), t(`state.${row.state}`)]
          .filter((text) => text !== '')
          .join(' · ')}
      </span>
      <b>
        {[
          d.outside
            ? t('reshape.isOutside')
            : t('reshape.metres', { metres: format.number(Math.round(d.metres)) }),
          ...(d.before === d.after
            ? []
            : [t('reshape.count', { before: format.number(d.before), after: format.number(d.after) })]),
        ].join(', ')}
      </b>
    </li>
  );
}
