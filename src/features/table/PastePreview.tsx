/** What a pasted block would do, before anything is stored: good rows shown, bad cells named by row and column. */
import { Alert, Button, Checkbox, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, mayCommit, newRowId } from '../../data/campaign/commit.ts';
import { readAsSeen, roadsNow } from '../../data/campaign/roadsSeen.ts';
import { selectMany } from '../../data/workbench/choose.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { FieldsOf } from '../../domain/model/rows.ts';
import { blankRow } from '../../domain/table/blankRow.ts';
import type { ColumnId } from '../../domain/table/columns.ts';
import type { Found } from '../../domain/table/fileRows.ts';
import { alreadyThere, headingOf, type PastedRow, pasteNew, pasteOver } from '../../domain/table/paste.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import { useCellTexts } from './cells/cellText.ts';
import { useCellContext } from './cells/useCellContext.ts';
import { COLUMN_NAMES } from './columnNames.ts';
import styles from './table.module.css';

export interface Pasting {
  readonly block: readonly (readonly string[])[];
  /** The file that the block was read from, and what its columns are: all its rows are new. */
  readonly file?: {
    readonly name: string;
    readonly heading: readonly (ColumnId | null)[];
    readonly found: readonly Found[];
  };
  /** The rows below the active cell. */
  readonly targets: readonly Placement[];
  /** The visible columns from the active cell on. */
  readonly columns: readonly ColumnId[];
}

/** Rows shown of a long block; all of them are read and counted. */
const SHOWN = 100;

export function PastePreview({
  pasting,
  onClose,
}: {
  readonly pasting: Pasting;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const texts = useCellTexts();
  const context = useCellContext();
  const tables = useCampaign((s) => s.tables);
  const [seen, setSeen] = useState(roadsNow);
  const [withoutBad, setWithoutBad] = useState(false);
  const { file } = pasting;
  const plan = useMemo(() => {
    if (context === null) return null;
    const blank = (typeText: string) => blankRow(tables, typeText);
    if (pasting.file !== undefined)
      return pasteNew(pasting.block, pasting.file.heading, blank, context, pasting.file.found);
    const [first = [], ...others] = pasting.block;
    const heading = headingOf(first, COLUMN_NAMES);
    if (heading !== null) return pasteNew(others, heading, blank, context);
    if (pasting.targets.length === 0) return null;
    return pasteOver(pasting.block, pasting.targets, pasting.columns, context);
  }, [pasting, context, tables]);
  const [withThere, setWithThere] = useState(false);
  const there = useMemo(() => alreadyThere(plan?.rows ?? [], tables.placement.values()), [plan, tables]);
  // What stands in the plan already is neither added nor mended.
  const asked = plan?.rows.filter((r) => withThere || !there.has(r)) ?? [];
  const bad = asked.flatMap((r) => r.bad);
  const good = asked.filter((r) => r.bad.length === 0);
  const ops = useMemo(() => opsOf(good), [good]);
  const allowed = ops.length > 0 ? mayCommit(ops.map((o) => o.op)) : null;
  const accept = () => {
    const read = readAsSeen(
      seen,
      ops.map((o) => o.op),
    );
    if (!read.ok) {
      // Told once: where the rows would stand is shown as the roads are now.
      setSeen(roadsNow());
      notifications.show({ message: reason(read.reason), color: 'red' });
      return;
    }
    const created = ops.filter((o) => o.created).map((o) => o.op.id);
    const code = created.length > 0 ? 'table.pasted-new' : 'table.pasted';
    const count = ops.length;
    const done = commit(
      file === undefined
        ? { code, params: { count } }
        : { code: 'placements.imported', params: { count, file: file.name } },
      ops.map((o) => o.op),
    );
    if (!done.ok) {
      notifications.show({ message: reason(done.reason), color: 'red' });
      return;
    }
    notifications.show({
      message: t(file === undefined ? 'paste.done' : 'paste.doneFile', { rows: format.number(count) }),
      color: 'green',
    });
    if (created.length > 0) selectMany(created);
    onClose();
  };
  const badRows = asked.length - good.length;
  const blocked =
    plan === null || ops.length === 0 || allowed?.ok === false || (bad.length > 0 && !withoutBad);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={file === undefined ? t('paste.title') : t('paste.fromFile', { file: file.name })}
      size="min(1000px, 94vw)"
    >
      {plan === null ? (
        <p>{t('paste.nowhere')}</p>
      ) : (
        <>
          <p className={styles.pasteSum}>
            {t(plan.rows[0]?.target === null ? 'paste.sumNew' : 'paste.sumOver', {
              good: format.number(good.length),
              all: format.number(plan.rows.length),
            })}
            {plan.beyond > 0 && ` ${t('paste.beyond', { count: format.number(plan.beyond) })}`}
          </p>
          {bad.length > 0 && (
            <Alert color="red" mb="xs" title={t('paste.bad', { count: format.number(bad.length) })}>
              <ul className={styles.badCells}>
                {bad.slice(0, 30).map((b) => (
                  <li key={`${b.row} ${b.column}`}>
                    {t('paste.badCell', {
                      row: format.number(b.row),
                      column: texts.heading(b.column),
                      text: b.text,
                    })}{' '}
                    {reason(b.reason)}
                  </li>
                ))}
              </ul>
              <Checkbox
                mt="xs"
                label={t('paste.withoutBad', { count: format.number(badRows) })}
                checked={withoutBad}
                onChange={(event) => setWithoutBad(event.currentTarget.checked)}
              />
            </Alert>
          )}
          <Notes rows={good} />
          {there.size > 0 && (
            <Alert color="yellow" mb="xs">
              {t('paste.there', { count: there.size })}
              <Checkbox
                mt="xs"
                label={t('paste.thereToo')}
                checked={withThere}
                onChange={(event) => setWithThere(event.currentTarget.checked)}
              />
            </Alert>
          )}
          {allowed?.ok === false && <Alert color="red">{reason(allowed.reason)}</Alert>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <section className={styles.pasteTable} tabIndex={0} aria-label={t('paste.rows')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('paste.row')}</th>
                  {plan.columns.slice(0, widest(plan.rows)).map((c) => (
                    <th key={c} scope="col">
                      {texts.heading(c)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {plan.rows.slice(0, SHOWN).map((row) => (
                  <tr key={row.row}>
                    <th scope="row">{row.row}</th>
                    {plan.columns.slice(0, widest(plan.rows)).map((c, i) => {
                      const bad = row.bad.find((b) => b.column === c);
                      return (
                        <td
                          key={c}
                          className={bad === undefined ? undefined : styles.badCell}
                          title={bad && reason(bad.reason)}
                        >
                          {bad !== undefined && <IconAlertTriangle size={14} aria-hidden />} {row.cells[i]}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {plan.rows.length > SHOWN && (
            <p>{t('paste.more', { count: format.number(plan.rows.length - SHOWN) })}</p>
          )}
        </>
      )}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={blocked} onClick={accept}>
          {t(file === undefined ? 'paste.accept' : 'paste.acceptFile', { count: format.number(ops.length) })}
        </Button>
      </Group>
    </Dialog>
  );
}

/** Rows that are stored otherwise than the list says. */
function Notes({ rows }: { readonly rows: readonly PastedRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const noted = rows.filter((r) => r.notes.length > 0);
  if (noted.length === 0) return null;
  return (
    <Alert color="yellow" mb="xs">
      <b>{t('paste.notes', { count: noted.length })}</b>
      <ul className={styles.badCells}>
        {noted.slice(0, 30).map((r) => (
          <li key={r.row}>
            {t('paste.note', { row: format.number(r.row) })}
            {r.notes.map(reason).join(' ')}
          </li>
        ))}
      </ul>
      {noted.length > 30 && t('paste.more', { count: format.number(noted.length - 30) })}
    </Alert>
  );
}

function widest(rows: readonly PastedRow[]): number {
  return Math.max(1, ...rows.map((r) => r.cells.length));
}

interface PlannedOp {
  readonly op: Op;
  readonly created: boolean;
}

function opsOf(rows: readonly PastedRow[]): PlannedOp[] {
  return rows.flatMap((r): PlannedOp[] => {
    if (r.target === null)
      return [
        {
          created: true,
          op: {
            kind: 'create',
            entity: 'placement',
            id: newRowId(),
            fields: r.fields as FieldsOf<'placement'>,
          },
        },
      ];
    if (Object.keys(r.fields).length === 0) return [];
    return [
      {
        created: false,
        op: {
          kind: 'set',
          entity: 'placement',
          id: r.target.id,
          version: r.target.version,
          fields: r.fields,
        },
      },
    ];
  });
}
