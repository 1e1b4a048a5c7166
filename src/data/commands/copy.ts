/** What is selected is copied: along a road, onto another one whole, or by the clipboard. */
import { haveMoved } from '../../domain/edit/marks.ts';
import { fromClipboard, toClipboard } from '../../domain/layout/clipboard.ts';
import { copiedTo } from '../../domain/layout/operations/turn.ts';
import { allOf, fail, ok, type Result } from '../../domain/model/result.ts';
import type { FieldsOf } from '../../domain/model/rows.ts';
import { shownRoads } from '../../domain/plan/roads.ts';
import { bareChainage, parseChainage } from '../../domain/road/chainageText.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { plainText } from '../../domain/text/plainText.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { copiedRows, copyRows } from '../campaign/clipboard.ts';
import { may } from '../campaign/may.ts';
import { whereOf, whereOfAll } from '../campaign/where.ts';
import { useSelection } from '../workbench/selection.ts';
import type { Command, Outcome } from './command.ts';
import { making } from './making.ts';
import { selectedRows } from './selected.ts';

export const COPY_COMMANDS: readonly Command[] = [
  {
    id: 'copy-to',
    on: ['menu', 'inspector', 'selection'],
    icon: 'copy-plus',
    key: 'Ctrl+D',
    group: 'selection',
    asks: true,
    available: () => selectedRows().some((r) => r.roadId !== null) && may.add('placement'),
    proposed: () => {
      const rows = selectedRows();
      const end = Math.max(...rows.map((r) => r.to ?? r.from ?? 0));
      const spacing = Math.max(...rows.map((r) => r.rule?.spacing ?? 100));
      const road = useCampaign.getState().tables.road.get(rows[0]?.roadId ?? '');
      const at = Math.round(end + spacing);
      return `${road?.code ?? ''} ${bareChainage(at)}`.trim();
    },
    runWith: copyTo,
  },
  {
    id: 'copy',
    on: ['menu', 'inspector', 'selection'],
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
    on: ['menu'],
    icon: 'clipboard',
    key: 'Ctrl+V',
    group: 'plan',
    available: () => may.add('placement') && copiedRows() !== null,
    run: paste,
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
];

/** Reads «QL.3 Km 146+250» or a bare chainage of the first row's own road. */
function copyTo(text: string): Result<Outcome> {
  const rows = selectedRows().filter((r) => r.from !== null && r.roadId !== null);
  const [first] = rows;
  if (first === undefined) return fail('command.nothing');
  const { road: roads } = useCampaign.getState().tables;
  const named = [...roads.values()]
    .filter((r) => r.code !== '' && text.trim().toLowerCase().startsWith(r.code.toLowerCase()))
    .sort((a, b) => b.code.length - a.code.length)[0];
  const road = named ?? roads.get(first.roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (road === undefined || measured === null) return fail('command.nothing');
  const rest = named === undefined ? text : text.trim().slice(named.code.length);
  const at = parseChainage(rest, road.calibration.length > 0);
  if (!at.ok) return at;
  const origin = Math.min(...rows.map((r) => r.from ?? 0));
  const copies = allOf(rows.map((r) => copiedTo(r, road.id, measured, at.value + (r.from ?? 0) - origin)));
  if (!copies.ok) return copies;
  const [copy] = copies.value;
  return ok(making('placement.copied', copies.value, copy === undefined ? '' : whereOf(copy)));
}

function paste(): Result<Outcome> {
  const { tables, campaignId } = useCampaign.getState();
  const pasted = fromClipboard(copiedRows() ?? '', tables, campaignId ?? '');
  if (pasted === null || pasted.placements.length === 0)
    return fail(pasted === null ? 'paste.nothing' : 'paste.unknown', { count: pasted?.left ?? 0 });
  const { pointed } = useSelection.getState();
  const road = tables.road.get(pointed?.roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  // At the chainages that were copied, they are to stand where those were.
  if (measured === null && haveMoved(pasted.marks, (id) => tables.road.get(id))) return fail('paste.moved');
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
  return ok(making('placement.pasted', placed, whereOfAll(placed)));
}

/** Copies everything that is planned on the first selected row's road to another one, from its beginning on. */
function duplicateRoad(text: string): Result<Outcome> {
  const { tables } = useCampaign.getState();
  const from = tables.road.get(selectedRows().find((r) => r.roadId !== null)?.roadId ?? '');
  const wanted = plainText(text.trim());
  const to = shownRoads(tables.road).find((r) =>
    [r.code, r.name].some((n) => n !== '' && plainText(n) === wanted),
  );
  if (to === undefined) return fail('go.nothing', { text: text.trim() });
  const [a, b] = [from === undefined ? null : measuredOf(from), measuredOf(to)];
  if (from === undefined || a === null || b === null || from.id === to.id) return fail('duplicate.same-road');
  const copies = [...tables.placement.values()]
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
  return ok(making('road.duplicated', copies, whereOfAll(copies)));
}
