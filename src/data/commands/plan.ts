/** What can be done with the plan as a whole: choosing, copying, mending, going somewhere. */

import type { Op } from '../../domain/edit/edit.ts';
import { fromClipboard, toClipboard } from '../../domain/layout/clipboard.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { plainText } from '../../domain/text/plainText.ts';
import { mayCommit, newRowId, useCampaign } from '../campaign.ts';
import { useFindingsStore } from '../checks/findings.ts';
import { copiedRows, copyRows } from '../clipboard.ts';
import { may } from '../may.ts';
import { selectMany } from '../workbench/choose.ts';
import { useSelection } from '../workbench/selection.ts';
import { goTo, type PlanDialog, showDialog, toggleDock } from '../workbench/view.ts';
import { mayPlanSelection, selectedRows, whereOfAll } from './chosen.ts';
import type { Command, Outcome } from './command.ts';
import { findPlace } from './places.ts';

const rows = () => [...useCampaign.getState().tables.placement.values()];

function choosing(
  id: string,
  icon: string,
  key: string | null,
  which: (row: Placement, first: Placement) => boolean,
): Command {
  return {
    id,
    icon,
    key,
    group: 'plan',
    available: () => selectedRows().length > 0,
    run: () => {
      const [first] = selectedRows();
      if (first === undefined) return fail('command.nothing');
      selectMany(
        rows()
          .filter((r) => which(r, first))
          .map((r) => r.id),
      );
      return ok(null);
    },
  };
}

function opening(id: PlanDialog, icon: string, key: string | null, ready: () => boolean): Command {
  return {
    id: `open-${id}`,
    icon,
    key,
    group: 'plan',
    available: ready,
    run: () => {
      showDialog(id);
      return ok(null);
    },
  };
}

export const PLAN_COMMANDS: readonly Command[] = [
  choosing('select-road', 'road', 'Shift+R', (r, first) => r.roadId === first.roadId),
  choosing('select-type', 'symbols', 'Shift+T', (r, first) => r.assetTypeId === first.assetTypeId),
  choosing('select-unit', 'units', null, (r, first) => r.unitId === first.unitId),
  choosing('select-state', 'state', null, (r, first) => r.state === first.state),
  {
    id: 'select-findings',
    icon: 'alert',
    key: null,
    group: 'plan',
    available: () => useFindingsStore.getState().findings.size > 0,
    run: () => {
      const ids = [...useFindingsStore.getState().findings.values()].flatMap(
        (f) => f.place.placementId ?? [],
      );
      selectMany(ids);
      return ok(null);
    },
  },
  {
    id: 'copy',
    icon: 'copy',
    key: 'Ctrl+C',
    group: 'selection',
    available: () => selectedRows().length > 0,
    run: () => {
      const { tables, campaignId } = useCampaign.getState();
      copyRows(toClipboard(selectedRows(), tables, campaignId ?? ''));
      return ok(null);
    },
  },
  {
    id: 'paste',
    icon: 'clipboard',
    key: 'Ctrl+V',
    group: 'plan',
    available: () => may.add('placement') && copiedRows() !== null,
    run: paste,
  },
  opening('bulk', 'edit', 'E', mayPlanSelection),
  opening('pattern', 'pattern', 'R', () => mayPlanSelection() && selectedRows()[0]?.rule !== null),
  opening(
    'make-set',
    'layers-linked',
    null,
    () => may.add('dressingSet') && selectedRows().some((r) => r.roadId !== null),
  ),
  opening('history', 'history', 'H', () => true),
  opening('import', 'import', null, () => may.add('road')),
  opening('import-areas', 'import', null, () => may.add('noGoArea')),
  opening(
    'import-features',
    'import',
    null,
    () => may.add('roadFeature') && useCampaign.getState().tables.road.size > 0,
  ),
  opening('print', 'print', 'Ctrl+P', () => rows().length > 0),
  opening('shortcuts', 'keyboard', '?', () => true),
  {
    id: 'go-to',
    icon: 'map-search',
    key: 'G',
    group: 'view',
    asks: true,
    available: () => true,
    proposed: () => '',
    runWith: goToText,
  },
  {
    id: 'duplicate-road',
    icon: 'copy-plus',
    key: null,
    group: 'plan',
    asks: true,
    available: () => may.add('placement') && selectedRows().some((r) => r.roadId !== null),
    proposed: () => '',
    runWith: duplicateRoad,
  },
  {
    id: 'mend-all',
    icon: 'wand',
    key: null,
    group: 'plan',
    available: () => mendable().length > 0,
    run: () => {
      const ops = mendable();
      if (ops.length === 0) return fail('command.nothing');
      return ok({ note: { code: 'finding.mended-all', params: { count: ops.length } }, ops });
    },
  },
  ...(['strip', 'table', 'findings'] as const).map(
    (dock, i): Command => ({
      id: `dock-${dock}`,
      icon: dock === 'strip' ? 'strip' : dock === 'table' ? 'table' : 'alert',
      key: String(i + 1),
      group: 'view',
      available: () => true,
      run: () => {
        toggleDock(dock);
        return ok(null);
      },
    }),
  ),
];

function paste(): Result<Outcome> {
  const { tables, campaignId } = useCampaign.getState();
  const pasted = fromClipboard(copiedRows() ?? '', tables, campaignId ?? '');
  if (pasted === null || pasted.placements.length === 0)
    return fail(pasted === null ? 'paste.nothing' : 'paste.unknown', { count: pasted?.left ?? 0 });
  const { pointed } = useSelection.getState();
  const road = tables.road.get(pointed?.roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  const origin = Math.min(...pasted.placements.map((p) => p.from ?? Number.POSITIVE_INFINITY));
  const shift = pointed === null || !Number.isFinite(origin) ? 0 : Math.round(pointed.chainage) - origin;
  const placed: FieldsOf<'placement'>[] = [];
  for (const fields of pasted.placements) {
    if (fields.from === null || pointed === null || measured === null) {
      placed.push(fields);
      continue;
    }
    const from = fields.from + shift;
    const to = fields.to === null ? null : Math.min(fields.to + shift, Math.floor(measured.maxChainage));
    if (from > measured.maxChainage || (to !== null && to <= from))
      return fail('copy.beyond', { chainage: Math.round(from) });
    placed.push({ ...fields, roadId: pointed.roadId, from, to });
  }
  return ok(createAll('placement.pasted', placed));
}

function createAll(code: string, all: readonly FieldsOf<'placement'>[]): Outcome {
  const made = all.map((fields) => ({ id: newRowId(), fields }));
  return {
    note: {
      code,
      params: {
        count: made.length,
        where: whereOfAll(made.map((m) => ({ ...m.fields, id: m.id, version: 0 }))),
      },
    },
    ops: made.map(({ id, fields }): Op => ({ kind: 'create', entity: 'placement', id, fields })),
    after: () => selectMany(made.map((m) => m.id)),
  };
}

/** The fixes of all findings that nobody accepted, one a row: what two fixes would both change waits for the next time. */
function mendable(): Op[] {
  const { tables } = useCampaign.getState();
  const accepted = new Set([...tables.acceptance.values()].map((a) => a.finding));
  const touched = new Set<Id>();
  const ops: Op[] = [];
  for (const finding of useFindingsStore.getState().findings.values()) {
    // What would delete a row is decided one by one.
    if (
      finding.fix === null ||
      accepted.has(finding.key) ||
      finding.fix.ops.some((op) => op.kind === 'delete')
    )
      continue;
    if (finding.fix.ops.some((op) => touched.has(op.id)) || !mayCommit(finding.fix.ops).ok) continue;
    for (const op of finding.fix.ops) touched.add(op.id);
    ops.push(...finding.fix.ops);
  }
  return ops;
}

function goToText(text: string): Result<Outcome> {
  const found = findPlace(text);
  if (!found.ok) return found;
  if (found.value.kind === 'chainage') {
    const { roadId, from, to } = found.value;
    goTo({ roadId, from: from - 250, to: to + 250 });
  } else goTo(found.value);
  return ok(null);
}

/** Copies everything that is planned on the first selected row's road to another one, from its beginning on. */
function duplicateRoad(text: string): Result<Outcome> {
  const { tables } = useCampaign.getState();
  const from = tables.road.get(selectedRows().find((r) => r.roadId !== null)?.roadId ?? '');
  const wanted = plainText(text.trim());
  const to = [...tables.road.values()].find((r) =>
    [r.code, r.name].some((n) => n !== '' && plainText(n) === wanted),
  );
  if (to === undefined) return fail('go.nothing', { text: text.trim() });
  const [a, b] = [from === undefined ? null : measuredOf(from), measuredOf(to)];
  if (from === undefined || a === null || b === null || from.id === to.id) return fail('duplicate.same-road');
  const copies = rows()
    .filter((r) => r.roadId === from.id && r.from !== null)
    .flatMap((r): FieldsOf<'placement'>[] => {
      const { id: _id, version: _version, ...fields } = r;
      const shift = b.minChainage - a.minChainage;
      const start = Math.round((r.from ?? 0) + shift);
      const end = r.to === null ? null : Math.min(Math.round(r.to + shift), Math.floor(b.maxChainage));
      if (start > b.maxChainage || (end !== null && end <= start)) return [];
      return [
        {
          ...fields,
          state: 'draft',
          approvedQuantity: null,
          unitId: null,
          roadId: to.id,
          from: start,
          to: end,
        },
      ];
    });
  if (copies.length === 0) return fail('command.nothing');
  return ok(createAll('road.duplicated', copies));
}
