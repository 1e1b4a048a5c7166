/** What was told of a row and counts, the newest first; whoever may, takes it back. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, mayCommit, newRowId } from '../../data/campaign/commit.ts';
import { whereOf } from '../../data/campaign/where.ts';
import { withdrawalOf } from '../../domain/edit/facts.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Report, Spots } from '../../domain/model/entities/report.ts';
import { reportsOf } from '../../domain/progress/reportsOf.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { useFormat } from '../../ui/format.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './reporting.module.css';

export function ToldList({ row }: { readonly row: Placement }) {
  const { t } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  const told = reportsOf(tables, row.id).toReversed();
  return (
    <section className={styles.told}>
      <h3>{t('reporting.told')}</h3>
      {told.length === 0 ? (
        <p className={styles.soft}>{t('reporting.none')}</p>
      ) : (
        <ul>
          {told.map((report) => (
            <Told key={report.id} row={row} report={report} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Told({ row, report }: { readonly row: Placement; readonly report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const { id, version: _, ...fields } = report;
  const back = () => withdrawalOf({ id, fields }, newRowId);
  const where = useWhere()(report.spots);
  const count = report.quantity === null ? '' : t('reporting.count', { n: format.number(report.quantity) });
  return (
    <li>
      <div>
        <strong>{t(`reporting.kind.${report.kind}`)}</strong>{' '}
        <span>{[where, count].filter((part) => part !== '').join(' · ')}</span>
        <small>
          {[format.day(report.day), report.who, report.note].filter((part) => part !== '').join(' · ')}
        </small>
      </div>
      {mayCommit([back()]).ok && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('reporting.takeBackOf', {
            what: t(`reporting.kind.${report.kind}`),
            day: format.day(report.day),
          })}
          onClick={() =>
            tell(commit({ code: 'report.withdrawn', params: { where: whereOf(row) } }, [back()]))
          }
        >
          {t('reporting.takeBack')}
        </Button>
      )}
    </li>
  );
}

function useWhere(): (spots: Spots) => string {
  const { t } = useTranslation();
  return (spots) => {
    if (spots === null) return t('reporting.all');
    const [first, ...more] = spots;
    if (first === undefined) return '';
    const range =
      first.from === first.to
        ? formatChainage(first.from)
        : `${formatChainage(first.from)} – ${bareChainage(first.to)}`;
    const side = t(`reporting.side.${first.sides}`);
    return more.length === 0
      ? `${range}, ${side}`
      : t('reporting.andMore', { range: `${range}, ${side}`, count: more.length });
  };
}
