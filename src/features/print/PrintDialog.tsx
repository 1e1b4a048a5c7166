/** Which sheet to print, how it comes along, and the finished PDF. */
import { Button, Modal, SegmentedControl, Select, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { todayOf, useCampaignRow, useRow, useTimeline } from '../../data/campaign/rows.ts';
import { useMembership } from '../../data/net/session.ts';
import { useOnlySelected } from '../../data/workbench/selection.ts';
import { makeSheet } from '../../documents/checklist/makeSheet.ts';
import { STRETCH_LIMIT } from '../../domain/layout/limits.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import type { Timeline } from '../../domain/schedule/timeline.ts';
import { linesUntil } from '../../domain/sheet/dueLines.ts';
import {
  type Choice,
  isTooMany,
  type SheetLine,
  SheetLines,
  type SheetWork,
} from '../../domain/sheet/sheetLines.ts';
import { useFormat } from '../../ui/format.ts';
import { JobView } from './JobView.tsx';
import styles from './print.module.css';
import { daysOf, largestOf, NONE, useOptions, workOf } from './sheetChoices.ts';
import { linkTo } from './sheetLink.ts';
import { IDLE, type Job, usePrinter } from './usePrinter.ts';

/** The value that stands in the list of days for all of them. */
const EVERY_DAY = 'every';

export function PrintDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const campaign = useCampaignRow();
  const timeline = useTimeline();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('print.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {campaign !== undefined && timeline !== null && (
        <PrintForm campaign={campaign} timeline={timeline} onClose={onClose} />
      )}
    </Modal>
  );
}

interface Props {
  readonly campaign: Campaign;
  readonly timeline: Timeline;
  readonly onClose: () => void;
}

function PrintForm({ campaign, timeline, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  const number = useCampaign((s) => s.number);
  const outbox = useCampaign((s) => s.outbox);
  const ownUnit = useMembership(campaign.id)?.unitId ?? null;
  const selected = useRow('placement', useOnlySelected('placement')?.id ?? null);
  const [by, setBy] = useState<Choice['by']>(selected === undefined && ownUnit !== null ? 'unit' : 'road');
  const [picked, setPicked] = useState<{ road: string | null; unit: string | null }>({
    road: null,
    unit: null,
  });
  const [work, setWork] = useState<SheetWork>(() => workOf(campaign, timeline));
  const [until, setUntil] = useState<string>(EVERY_DAY);
  const [onlyLeft, setOnlyLeft] = useState(true);
  const [drafts, setDrafts] = useState(false);
  const [signed, setSigned] = useState({ of: '', is: true });
  const printer = usePrinter();
  // A sheet is offered also where all that stands on it is not approved yet: the dialog then says so.
  const every = useMemo(() => new SheetLines(tables, { work, drafts: true }), [tables, work]);
  const sheets = useMemo(
    () => (drafts ? every : new SheetLines(tables, { work, drafts: false })),
    [tables, work, every, drafts],
  );
  const options = useOptions(every);
  const list = options[by];
  const has = (value: string | null | undefined) => list.some((o) => o.value === value);
  const proposed = [
    picked[by],
    by === 'road' ? selected?.roadId : selected?.unitId,
    by === 'unit' ? ownUnit : null,
    largestOf(sheets, by),
  ];
  const id = proposed.find(has) ?? list[0]?.value ?? null;
  const choice = useMemo(
    (): Choice | null => (id === null ? null : { by, id: id === NONE ? null : id }),
    [by, id],
  );
  const all = choice === null ? [] : sheets.of(choice);
  const days = daysOf(all, work, timeline);
  const day = days.includes(until) ? until : null;
  const lines = linesUntil(all, { until: day, work, timeline }).filter(
    (line) => !onlyLeft || line.done < line.quantity,
  );
  const left = lines.reduce((sum, l) => sum + l.quantity - (onlyLeft ? l.done : 0), 0);
  const { reset } = printer;
  const of = [by, id, work, day, onlyLeft, drafts].join(':');
  // A sheet made for another choice is not this one's.
  const job: Job = printer.job.of === of ? printer.job : IDLE;
  const print = async () => {
    if (choice === null) return;
    const isSent = outbox.length === 0;
    const link = await linkTo(campaign.id, { ...choice, work, drafts, until: day, number }, isSent);
    setSigned({ of, is: link.isSigned });
    const printedAt = `${clockIn(campaign.timeZone)} ${format.day(todayOf(campaign))}`;
    const printing = { campaign, timeline, number, work, onlyLeft, until: day, printedAt, link };
    printer.print(
      makeSheet(tables, choice, all, printing),
      of,
      `phieu-${(list.find((o) => o.value === id)?.label ?? '').replace(/[^\p{L}\p{N}.]+/gu, '-')}.pdf`,
    );
  };
  return (
    <div className={styles.form}>
      <SegmentedControl
        aria-label={t('print.for')}
        value={by}
        onChange={(value) => setBy(value as Choice['by'])}
        data={(['road', 'unit'] as const).map((v) => ({ value: v, label: t(`print.for.${v}`) }))}
      />
      <Select
        label={t(`print.for.${by}`)}
        data={list}
        value={id}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('print.noSuch')}
        onChange={(value) => setPicked({ ...picked, [by]: value })}
      />
      <div className={styles.pair}>
        <Select
          label={t('print.work')}
          data={(['install', 'take-down'] as const).map((v) => ({ value: v, label: t(`print.work.${v}`) }))}
          value={work}
          allowDeselect={false}
          onChange={(value) => setWork(value as SheetWork)}
        />
        <Select
          label={t('print.until')}
          data={[
            { value: EVERY_DAY, label: t('print.everyDay') },
            ...days.map((d) => ({ value: d, label: t('print.untilDay', { day: format.day(d) }) })),
          ]}
          value={day ?? EVERY_DAY}
          allowDeselect={false}
          onChange={(value) => setUntil(value ?? EVERY_DAY)}
        />
      </div>
      <Switch
        label={t('print.onlyLeft')}
        description={t('print.onlyLeftHint')}
        checked={onlyLeft}
        onChange={(event) => setOnlyLeft(event.currentTarget.checked)}
      />
      <Switch
        label={t('print.includeDrafts')}
        description={t('print.states')}
        checked={drafts}
        onChange={(event) => setDrafts(event.currentTarget.checked)}
      />
      <p className={styles.count} aria-live="polite">
        {lines.length > 0
          ? t('print.count', { count: format.number(lines.length), pieces: format.number(left) })
          : t(all.length > 0 && onlyLeft ? `print.allDone.${work}` : `print.nothing.${work}`)}
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
      {job.step === 'done' && signed.of === of && !signed.is && (
        <p className={styles.count}>{t(outbox.length > 0 ? 'print.unsent' : 'print.unsigned')}</p>
      )}
      {job.step !== 'done' && (
        <div className={styles.done}>
          <Button disabled={lines.length === 0 || job.step === 'working'} onClick={() => void print()}>
            {t('print.make')}
          </Button>
          <Button variant="default" onClick={job.step === 'working' ? reset : onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

function isUndrawn({ placement, ofAll }: SheetLine): boolean {
  return placement.rule !== null && isTooMany(ofAll);
}

function clockIn(timeZone: string): string {
  return new Intl.DateTimeFormat('vi-VN', { timeZone, timeStyle: 'short' }).format(new Date());
}
