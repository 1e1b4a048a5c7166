/** Which sheet to print, how it comes along, and the finished PDF. */
import { Button, Modal, Progress, SegmentedControl, Select, Switch } from '@mantine/core';
import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useCampaignRow, useRow, useTimeline } from '../../data/campaign/rows.ts';
import { useOnlySelected } from '../../data/workbench/selection.ts';
import { makeSheet } from '../../documents/checklist/makeSheet.ts';
import { type Choice, isTooMany, type SheetLine, SheetLines } from '../../documents/checklist/sheetLines.ts';
import { STRETCH_LIMIT } from '../../domain/layout/limits.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './print.module.css';
import { IDLE, type Job, usePrinter } from './usePrinter.ts';

/** The value that stands in a list for «none». */
const NONE = 'none';

function isUndrawn({ placement, ofAll }: SheetLine): boolean {
  return placement.rule !== null && isTooMany(ofAll);
}

export function PrintDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  const number = useCampaign((s) => s.number);
  const campaign = useCampaignRow();
  const timeline = useTimeline();
  const selected = useRow('placement', useOnlySelected('placement')?.id ?? null);
  const [by, setBy] = useState<'road' | 'unit'>('road');
  const [picked, setPicked] = useState<{ road: string | null; unit: string | null }>({
    road: null,
    unit: null,
  });
  const [drafts, setDrafts] = useState(false);
  const printer = usePrinter();
  // A sheet is offered also where all that stands on it is not approved yet: the dialog then says so.
  const every = useMemo(() => new SheetLines(tables, true), [tables]);
  const sheets = useMemo(() => (drafts ? every : new SheetLines(tables, false)), [tables, every, drafts]);
  const options = useOptions(every);
  const list = options[by];
  const wanted = picked[by] ?? (by === 'road' ? selected?.roadId : selected?.unitId) ?? null;
  const id = list.some((o) => o.value === wanted) ? wanted : (list[0]?.value ?? null);
  const choice = useMemo(
    (): Choice | null => (id === null ? null : { by, id: id === NONE ? null : id }),
    [by, id],
  );
  const lines = choice === null ? [] : sheets.of(choice);
  const { reset } = printer;
  const of = `${by}:${id}:${drafts}`;
  // A sheet made for another choice is not this one's.
  const job: Job = printer.job.of === of ? printer.job : IDLE;
  if (campaign === undefined || timeline === null) return null;
  const print = () => {
    if (choice === null) return;
    const path = choice.by === 'road' && choice.id !== null ? `/plan/road/${choice.id}` : '/plan';
    const sheet = makeSheet(tables, choice, lines, {
      campaign,
      timeline,
      number,
      printedAt: printedAt(campaign.timeZone),
      link: `${location.origin}${location.pathname}#/c/${campaign.id}${path}`,
    });
    printer.print(
      sheet,
      of,
      `phieu-${(list.find((o) => o.value === id)?.label ?? '').replace(/[^\p{L}\p{N}.]+/gu, '-')}.pdf`,
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('print.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={styles.form}>
        <SegmentedControl
          aria-label={t('print.for')}
          value={by}
          onChange={(value) => setBy(value as 'road' | 'unit')}
          data={(['road', 'unit'] as const).map((v) => ({ value: v, label: t(`print.for.${v}`) }))}
        />
        <Select
          label={t(`print.for.${by}`)}
          data={list}
          value={id}
          searchable
          allowDeselect={false}
          onChange={(value) => setPicked({ ...picked, [by]: value })}
        />
        <Switch
          label={t('print.includeDrafts')}
          description={t('print.states')}
          checked={drafts}
          onChange={(event) => setDrafts(event.currentTarget.checked)}
        />
        <p className={styles.count} aria-live="polite">
          {lines.length === 0
            ? t('print.nothing')
            : t('print.count', {
                count: format.number(lines.length),
                pieces: format.number(lines.reduce((sum, l) => sum + l.quantity, 0)),
              })}
        </p>
        {lines.some(isUndrawn) && (
          <p className={styles.count}>
            {t('print.tooMany', {
              count: format.number(lines.filter(isUndrawn).length),
              limit: format.number(STRETCH_LIMIT),
            })}
          </p>
        )}
        <JobView job={job} />
        {job.step !== 'done' && (
          <div className={styles.done}>
            <Button disabled={lines.length === 0 || job.step === 'working'} onClick={print}>
              {t('print.make')}
            </Button>
            <Button variant="default" onClick={job.step === 'working' ? reset : onClose}>
              {t('common.cancel')}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}

/** How far the document has come, and where it is when it is made. */
function JobView({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  if (job.step === 'working') {
    const working = t('print.working', { percent: Math.round(job.share * 100) });
    return (
      <div>
        <Progress value={job.share * 100} aria-label={working} />
        <p className={styles.count}>{working}</p>
      </div>
    );
  }
  if (job.step === 'failed')
    return (
      <p role="alert" className={styles.problem}>
        {job.detail === null
          ? t(navigator.onLine ? 'print.notLoaded' : 'print.noNetwork')
          : reason({ code: 'print.failed', params: { detail: job.detail } })}
      </p>
    );
  if (job.step === 'idle') return null;
  return (
    <div className={styles.done}>
      <Button
        component="a"
        href={job.url}
        target="_blank"
        rel="noopener"
        leftSection={<IconExternalLink size={17} aria-hidden />}
      >
        {t('print.open')}
      </Button>
      <Button
        component="a"
        variant="default"
        href={job.url}
        download={job.name}
        leftSection={<IconDownload size={17} aria-hidden />}
      >
        {t('print.download')} · {format.number(Math.round(job.size / 1024))} kB
      </Button>
    </div>
  );
}

/** Roads and units that have something to print; what is off the roads, or nobody's, stands last. */
function useOptions(sheets: SheetLines) {
  const { t } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  return useMemo(() => {
    const list = (by: Choice['by'], label: (id: string) => string) => {
      const ids = sheets.ids(by);
      const named = ids.filter((id) => id !== null).map((value) => ({ value, label: label(value) }));
      named.sort((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true }));
      return ids.includes(null) ? [...named, { value: NONE, label: t(`print.none.${by}`) }] : named;
    };
    return {
      road: list('road', (id) => {
        const road = tables.road.get(id);
        if (road === undefined) return '';
        return road.name === '' ? roadLabel(road) : `${roadLabel(road)} · ${road.name}`;
      }),
      unit: list('unit', (id) => tables.unit.get(id)?.name ?? ''),
    };
  }, [sheets, tables, t]);
}

function printedAt(timeZone: string): string {
  return new Intl.DateTimeFormat('vi-VN', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(),
  );
}
