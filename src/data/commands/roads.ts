/** What can be done with a road that is selected. What gives it another shape is shown first, and then done. */
import { setOp } from '../../domain/edit/edit.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { FieldsOf } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { formatChainage, parseChainage } from '../../domain/road/chainageText.ts';
import { cutPlace, isRing } from '../../domain/road/cutting.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { commit, commitSeen, newRowId } from '../campaign/commit.ts';
import { may } from '../campaign/may.ts';
import { drawOn, select } from '../workbench/choose.ts';
import { askReshape, setRenewing } from '../workbench/reshaping.ts';
import { onlySelected, useSelection } from '../workbench/selection.ts';
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

/** Whether anything of the plan stands on a road: then it is not hidden from those who look for it. */
function isDressed(road: Road): boolean {
  for (const row of useCampaign.getState().tables.placement.values()) if (row.roadId === road.id) return true;
  return false;
}

/** Shown or not, for everybody. Fails with `road.dressed` where a plan stands on all that are to be hidden. */
export function hideRoads(roads: readonly Road[], hidden: boolean): Result<unknown> {
  const changed = roads.filter((r) => r.hidden !== hidden && !(hidden && isDressed(r)));
  const [first] = changed;
  if (first === undefined) return hidden && roads.some(isDressed) ? fail('road.dressed') : ok(null);
  const params = { where: roadLabel(first), count: changed.length };
  return commit(
    { code: hidden ? 'road.hidden' : 'road.shown', params },
    changed.map((r) => setOp('road', r, { hidden })),
  );
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
  plain('road.reverse', 'mirror', (road) => {
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
      const { pointed } = useSelection.getState();
      // Where the menu was opened is most often where it is to be cut.
      if (pointed?.roadId === road.id) return formatChainage(pointed.chainage);
      return measured === null ? '' : formatChainage((measured.minChainage + measured.maxChainage) / 2);
    },
    (road, text) => {
      const at = parseChainage(text, road.calibration.length > 0);
      if (!at.ok) return at;
      // Said where it can be typed again.
      const cut = cutPlace(road, at.value);
      if (!cut.ok) return cut;
      askReshape({ kind: 'cut', roadId: road.id, at: at.value, secondId: newRowId() });
      return ok(null);
    },
  ),
  {
    ...asking(
      'road.begin',
      'flag',
      (road) => formatChainage(measuredOf(road)?.minChainage ?? 0),
      (road, text) => {
        const at = parseChainage(text, true);
        if (!at.ok) return at;
        const begun = cutPlace(road, at.value);
        if (!begun.ok) return begun;
        askReshape({ kind: 'begin', roadId: road.id, at: at.value });
        return ok(null);
      },
    ),
    available: () => {
      const road = selectedRoad();
      return road !== null && isRing(road);
    },
  },
  hiding('road.hide', 'eye-off', true),
  hiding('road.show', 'restore', false),
];

function hiding(id: string, icon: string, hidden: boolean): PlainCommand {
  return {
    id,
    icon,
    key: null,
    on: ['road', 'menu'],
    group: 'selection',
    available: () => selectedRoad()?.hidden === !hidden,
    run: () => {
      const road = selectedRoad();
      if (road === null) return fail('command.nothing');
      const done = hideRoads([road], hidden);
      if (done.ok && hidden) select(null);
      return done.ok ? ok(null) : done;
    },
  };
}
