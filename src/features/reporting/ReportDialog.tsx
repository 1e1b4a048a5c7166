/** What was done to one row, where and when: all of it or a part; and what was told of it before. */
import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, mayCommit } from '../../data/campaign/commit.ts';
import { reportOp } from '../../data/campaign/reporting.ts';
import { todayOf, useCampaignRow } from '../../data/campaign/rows.ts';
import { whereOf } from '../../data/campaign/where.ts';
import { selectedRows } from '../../data/commands/selected.ts';
import { showDialog } from '../../data/workbench/view.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { REPORT_KINDS, type ReportKind } from '../../domain/model/entities/report.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { newIn } from '../../domain/progress/telling.ts';
import { printDay } from '../../domain/schedule/days.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { NumberEntry } from '../../ui/fields/number/NumberEntry.tsx';
import { finishTyping } from '../../ui/fields/openDrafts.ts';
import { useFormat } from '../../ui/format.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useCountedIn } from '../../ui/nameOf.ts';
import { useReason } from '../../ui/reason.ts';
import { useTell } from '../../ui/tell.ts';
import { effectOf, openSpan, ownSpots, type ReportForm, readForm, sidesOf } from './reportForm.ts';
import styles from './reporting.module.css';
import { ToldList } from './ToldList.tsx';

export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  // The row that was selected when it was opened, as it is by now.
  const [id] = useState(() => selectedRows()[0]?.id ?? '');
  const row = useCampaign((s) => s.tables.placement.get(id));
  const campaign = useCampaignRow();
  if (row === undefined || campaign === undefined)
    return (
      <Dialog opened onClose={onClose} title={t('command.open-report')}>
        {t('reporting.gone')}
      </Dialog>
    );
  return <Form row={row} today={todayOf(campaign)} />;
}

/** The kinds that this person may tell of a row. */
function kindsFor(row: Placement): readonly ReportKind[] {
  const { tables } = useCampaign.getState();
  const spots = ownSpots(tables, row);
  return REPORT_KINDS.filter(
    (kind) => mayCommit([reportOp({ placementId: row.id, kind, spots, note: '–' })]).ok,
  );
}

/** The first that would say something new. */
function usualKind(tables: Tables, row: Placement, kinds: readonly ReportKind[]): ReportKind {
  return (
    kinds.find((kind) => kind !== 'withdrawn' && newIn(tables, row, kind) !== null) ?? kinds[0] ?? 'installed'
  );
}

function Form({ row, today }: { readonly row: Placement; readonly today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const countedIn = useCountedIn();
  const tell = useTell();
  const tables = useCampaign((s) => s.tables);
  const kinds = kindsFor(row);
  const [usual] = useState((): ReportForm => {
    const kind = usualKind(tables, row, kinds);
    const { from, to } = openSpan(tables, row, kind);
    return { kind, from, to, sides: sidesOf(row), quantity: null, day: printDay(today), note: '' };
  });
  const form = useKeptState(`report on ${row.id}`, usual);
  const said = form.value;
  const set = (fields: Partial<ReportForm>) => form.set({ ...form.now(), ...fields });
  const changeKind = (kind: ReportKind) => {
    const { from, to, kind: before } = form.now();
    const proposed = openSpan(tables, row, before);
    // A range that nobody typed follows what is told.
    const untouched = from === proposed.from && to === proposed.to;
    set({ kind, ...(untouched ? openSpan(tables, row, kind) : {}) });
  };
  const close = () => {
    form.drop();
    showDialog(null);
  };
  const read = readForm(said, row, today);
  const report = read.ok ? reportOp({ placementId: row.id, ...read.value }) : null;
  const allowed = report === null ? null : mayCommit([report]);
  const effect = report === null ? null : effectOf(tables, row, report);
  const type = tables.assetType.get(row.assetTypeId);
  const pieces = (n: number) => `${format.number(n)} ${countedIn(type?.unitName, n)}`;
  const send = () => {
    if (!finishTyping()) return;
    const now = readForm(form.now(), row, today);
    if (!now.ok) return;
    const note = { code: `report.${now.value.kind}`, params: { where: whereOf(row), count: 1 } };
    if (tell(commit(note, [reportOp({ placementId: row.id, ...now.value })]))) close();
  };
  // That something was looked at once more is worth telling; that what stands was put up is not.
  const saysNothing = effect?.changes === 0 && said.kind !== 'checked' && said.kind !== 'content-changed';
  const problem = !read.ok ? read.reason : allowed?.ok === false ? allowed.reason : null;
  return (
    <Dialog
      opened
      onClose={close}
      typed={form.typed}
      size="lg"
      title={t('reporting.title', { where: whereOf(row) })}
      foot={
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button disabled={problem !== null || kinds.length === 0 || saysNothing} onClick={send}>
            {t('reporting.send')}
          </Button>
        </Group>
      }
    >
      {kinds.length === 0 ? (
        <p className={styles.soft}>{t('reporting.notYours')}</p>
      ) : (
        <div className={styles.fields}>
          <Select
            label={t('reporting.kind')}
            data={kinds.map((kind) => ({ value: kind, label: t(`reporting.kind.${kind}`) }))}
            value={said.kind}
            allowDeselect={false}
            onChange={(kind) => kind !== null && changeKind(kind as ReportKind)}
          />
          <TextInput
            label={t('reporting.day')}
            value={said.day}
            inputMode="numeric"
            onChange={(event) => set({ day: event.currentTarget.value })}
          />
          {row.rule !== null && (
            <>
              <TextInput
                label={t('reporting.from')}
                value={said.from}
                onChange={(event) => set({ from: event.currentTarget.value })}
              />
              <TextInput
                label={t('reporting.to')}
                value={said.to}
                onChange={(event) => set({ to: event.currentTarget.value })}
              />
              {row.rule.sides === 'both' && (
                <Select
                  label={t('reporting.sides')}
                  data={(['both', 'left', 'right'] as const).map((side) => ({
                    value: side,
                    label: t(`reporting.side.${side}`),
                  }))}
                  value={said.sides}
                  allowDeselect={false}
                  onChange={(sides) => sides !== null && set({ sides: sides as ReportForm['sides'] })}
                />
              )}
            </>
          )}
          <NumberEntry
            label={t('reporting.quantity')}
            optional
            whole
            min={1}
            max={2_000_000}
            value={said.quantity}
            onChange={(quantity) => set({ quantity })}
          />
          <Textarea
            className={styles.wide ?? ''}
            label={t('reporting.note')}
            value={said.note}
            maxLength={2000}
            autosize
            minRows={1}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
          <p className={styles.wide} role="status">
            {problem !== null && <span className={styles.bad}>{reason(problem)}</span>}
            {problem === null && effect !== null && (
              <>
                {effect.here > 0 && effect.changes > 0
                  ? t('reporting.effect', { here: pieces(effect.here), changes: pieces(effect.changes) })
                  : t('reporting.nothing', { here: pieces(effect.here) })}{' '}
                {effect.over > 0 && <strong>{t('reporting.capped', { here: pieces(effect.here) })} </strong>}
                {t('reporting.after', {
                  standing: format.number(effect.after.standing),
                  planned: pieces(effect.after.planned),
                })}
              </>
            )}
          </p>
        </div>
      )}
      <ToldList row={row} />
    </Dialog>
  );
}
