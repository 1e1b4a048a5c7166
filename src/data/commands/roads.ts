/** What can be done with a road that is selected. What gives it another shape is shown first, and then done. */
import { setOp } from '../../domain/edit/edit.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { FieldsOf } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { formatChainage, parseChainage } from '../../domain/road/chainageText.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { commit, commitSeen, newRowId } from '../campaign/commit.ts';
import { may } from '../campaign/may.ts';
import { drawOn, select } from '../workbench/choose.ts';
import { askReshape, setRenewing } from '../workbench/reshaping.ts';
import { onlySelected } from '../workbench/selection.ts';
import { showDialog } from '../workbench/view.ts';
import type { AskingCommand, Command, Outcome, PlainCommand } from './command.ts';

/** The road that alone is selected and may be changed. */
export function selectedRoad(): Road | null {
  const subject = onlySelected('road');
  const road = useCampaign.getState().tables.road.get(subject?.id ?? '');
  return road !== undefined && may.change('road', road, 'line') ? road : null;
}

function withRoad(work: (road: Road) => Outcome | undefined): Result<Outcome> {
  const road = selectedRoad();
  return road === null ? fail('command.nothing') : ok(work(road) ?? null);
}

function plain(id: string, icon: string, work: (road: Road) => Outcome | undefined): PlainCommand {
  return {
    id,
    icon,
    key: null,
    on: ['road', 'menu'],
    group: 'selection',
    available: () => selectedRoad() !== null,
    run: () => withRoad(work),
  };
}

function asking(
  id: string,
  icon: string,
  proposed: (road: Road) => string,
  work: (road: Road, text: string) => Result<Outcome>,
): AskingCommand {
  return {
    id,
    icon,
    key: null,
    on: ['road', 'menu'],
    group: 'selection',
    available: () => selectedRoad() !== null,
    asks: true,
    proposed: () => {
      const road = selectedRoad();
      return road === null ? '' : proposed(road);
    },
    runWith: (text) => {
      const road = selectedRoad();
      return road === null ? fail('command.nothing') : work(road, text);
    },
  };
}

/** Shown or not, for everybody. */
export function hideRoads(roads: readonly Road[], hidden: boolean): Result<unknown> {
  const changed = roads.filter((r) => r.hidden !== hidden);
  const ops = changed.map((r) => setOp('road', r, { hidden }));
  const [first] = changed;
  if (ops.length === 0 || first === undefined) return ok(null);
  const params = { where: roadLabel(first), count: ops.length };
  return commit({ code: hidden ? 'road.hidden' : 'road.shown', params }, ops);
}

export function changeRoad(row: Road, fields: Partial<FieldsOf<'road'>>): Result<unknown> {
  return commitSeen(
    { code: 'road.changed', params: { where: roadLabel({ ...row, ...fields }) } },
    [setOp('road', row, fields)],
    [row],
  );
}

export const ROAD_COMMANDS: readonly Command[] = [
  plain('road.line', 'edit', (road) => {
    drawOn(road, 'line');
    return null;
  }),
  plain('road.extend-end', 'route', (road) => {
    drawOn(road, 'end');
    return null;
  }),
  plain('road.extend-beginning', 'route', (road) => {
    drawOn(road, 'beginning');
    return null;
  }),
  plain('road.renew', 'import', (road) => {
    setRenewing(road.id);
    showDialog('import');
    return null;
  }),
  plain('road.reverse', 'arrows-exchange', (road) => {
    askReshape({ kind: 'reverse', roadId: road.id });
    return null;
  }),
  asking(
    'road.zero',
    'flag',
    (road) => formatChainage(measuredOf(road)?.minChainage ?? road.zeroChainage),
    (road, text) => {
      const zero = parseChainage(text, true);
      if (!zero.ok) return zero;
      askReshape({ kind: 'zero', roadId: road.id, zero: zero.value });
      return ok(null);
    },
  ),
  asking(
    'road.cut',
    'cut',
    (road) => {
      const measured = measuredOf(road);
      return measured === null ? '' : formatChainage((measured.minChainage + measured.maxChainage) / 2);
    },
    (road, text) => {
      const at = parseChainage(text, road.calibration.length > 0);
      if (!at.ok) return at;
      askReshape({ kind: 'cut', roadId: road.id, at: at.value, secondId: newRowId() });
      return ok(null);
    },
  ),
  { ...hiding('road.hide', 'eye-off', true), available: () => selectedRoad()?.hidden === false },
  { ...hiding('road.show', 'eye', false), available: () => selectedRoad()?.hidden === true },
];

function hiding(id: string, icon: string, hidden: boolean): PlainCommand {
  return plain(id, icon, (road) => ({
    note: { code: hidden ? 'road.hidden' : 'road.shown', params: { where: roadLabel(road), count: 1 } },
    ops: [setOp('road', road, { hidden })],
    ...(hidden ? { after: () => select(null) } : {}),
  }));
}
