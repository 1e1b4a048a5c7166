/** Each tool on a surface that is a line of numbers: a metre a pixel, on one road and beside another. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Op } from '../../domain/edit/edit.ts';
import { ok } from '../../domain/model/result.ts';
import type { Id } from '../../domain/model/rows.ts';
import { aPlacement, aPlan, aPoint, aRoad, aType, idOf } from '../../domain/testing.ts';
import { useCampaign } from '../campaign/campaign.ts';
import type * as Commit from '../campaign/commit.ts';
import { stepBack } from '../commands/tools.ts';
import { useSession } from '../net/session.ts';
import { drawOn, select, selectOnly, startTool } from '../workbench/choose.ts';
import {
  backInRoad,
  changeDraft,
  changeFeatureDraft,
  putCorners,
  take,
  useDrafts,
} from '../workbench/drafts.ts';
import { onlySelected, selectedIds, useSelection } from '../workbench/selection.ts';
import { useView } from '../workbench/view.ts';
import { draftEndDrag, endDrag } from './ends.ts';
import { featureEndDrag } from './featureEnd.ts';
import type { At } from './gesture.ts';
import { Hand } from './hand.ts';
import { askMenu } from './menu.ts';
import { gestureInHand } from './tools.ts';

const stored = vi.hoisted(() => ({ ops: [] as unknown[] }));
vi.mock('../campaign/commit.ts', async (actual) => ({
  ...(await actual<typeof Commit>()),
  commitSeen: (_note: unknown, ops: readonly Op[]) => {
    stored.ops.push(...ops.map((op) => (op.kind === 'set' ? op.fields : op.kind)));
    return ok('saved');
  },
}));

const ROAD = aRoad().id;
const OTHER = idOf('R', 2);
const stretch = aPlacement({ from: 2000, to: 3000 });
const single = aPoint({ id: idOf('P', 2), from: 6000 });
const bridge = {
  id: idOf('F', 1),
  version: 1,
  roadId: ROAD,
  kind: 'bridge' as const,
  name: '',
  from: 8000,
  to: 8100,
};

const before = [
  useCampaign.getState(),
  useSession.getState(),
  useSelection.getState(),
  useView.getState(),
] as const;
let hand: Hand;

beforeEach(() => {
  stored.ops = [];
  hand = new Hand();
  const tables = aPlan({
    road: [aRoad(), aRoad({ id: OTHER, code: 'ĐT.256' })],
    placement: [stretch, single],
    roadFeature: [bridge],
  });
  useCampaign.setState({ campaignId: idOf('C', 1), ready: true, tables });
  signIn('planner');
});
afterEach(() => {
  useCampaign.setState(before[0], true);
  useSession.setState(before[1], true);
  useSelection.setState(before[2], true);
  useView.setState(before[3], true);
  take({});
});

function signIn(role: 'planner' | 'viewer'): void {
  const memberships = [{ campaignId: null, role, unitId: null }];
  const user = { id: 'x', userName: 'x', name: 'X' };
  useSession.setState({ status: 'signed-in', who: { user, memberships } } as never);
}

interface Options extends Partial<Pick<At, 'shift' | 'ctrl' | 'hasLanes' | 'coordinate'>> {
  readonly road?: Id | null;
  readonly y?: number;
  readonly side?: 'left' | 'right' | 'median';
  readonly placement?: Id | null;
  readonly feature?: Id | null;
  readonly area?: Id | null;
  readonly km?: number | null;
}

/** The pointer at a chainage; `road` null is beside all roads. */
function at(chainage: number, options: Options = {}): At {
  const { road = ROAD, side = 'right', placement = null, feature = null, area = null, km = null } = options;
  return {
    x: chainage,
    y: options.y ?? 0,
    shift: options.shift ?? false,
    ctrl: options.ctrl ?? false,
    place: ({ only, free = false } = {}) =>
      road === null || (only !== undefined && only !== road)
        ? null
        : { roadId: road, side, kind: 'round', chainage: free ? chainage : Math.round(chainage / 10) * 10 },
    coordinate: options.coordinate ?? null,
    metresPerPixel: 1,
    hasLanes: options.hasLanes ?? false,
    subject: () => {
      if (placement !== null) return { entity: 'placement', id: placement };
      if (feature !== null) return { entity: 'roadFeature', id: feature };
      return area === null ? null : { entity: 'noGoArea', id: area };
    },
    position: () => '1:3' as never,
    post: () => (km === null ? null : { roadId: ROAD, km }),
    within: (way) => (road === ROAD ? way.map((a) => `at ${a.x}`) : ['other road']),
  };
}

const bench = () => ({
  ...useDrafts.getState(),
  ...useSelection.getState(),
  selection: selectedIds('placement'),
  ground: onlySelected('roadFeature', 'noGoArea'),
  menu: useView.getState().menu,
});
const click = (...places: readonly At[]) => {
  for (const place of places) gestureInHand().click(place);
};
/** Presses at the first place, goes over the others, and lets go at the last. */
function drag(...[first, ...more]: readonly At[]) {
  if (first === undefined || !hand.press(first)) return false;
  for (const place of more) hand.move(place);
  return hand.release(more.at(-1) ?? first);
}

describe('choosing', () => {
  test('a click selects what is hit, a place beside everything nothing, unless it adds', () => {
    click(at(2500, { placement: stretch.id }));
    expect(bench().selection).toEqual([stretch.id]);
    click(at(6000, { placement: single.id, ctrl: true }), at(1, { shift: true }));
    expect(bench().selection).toEqual([stretch.id, single.id]);
    click(at(1));
    expect(bench().selection).toEqual([]);
  });

  test('a second click takes one position; any row that is drawn can be selected', () => {
    click(at(2500, { placement: stretch.id, feature: bridge.id }));
    expect(bench().ground).toBeNull();
    click(at(2500, { placement: stretch.id }));
    expect(bench().position).toBe('1:3');
    click(at(8000, { feature: bridge.id, area: 'a' }));
    expect(bench().ground).toEqual({ entity: 'roadFeature', id: bridge.id });
    click(at(8000, { area: 'a' }));
    expect(bench().ground).toEqual({ entity: 'noGoArea', id: 'a' });
  });

  test('the pointer says what can be had, and hovers', () => {
    const over = at(2500, { placement: stretch.id });
    const beside = at(1, { road: null });
    expect([over, at(1), beside].map((place) => gestureInHand().cursor(place))).toEqual([
      'pointer',
      'pointer',
      '',
    ]);
    hand.move(over);
    expect([bench().hovered, bench().pointed?.chainage]).toEqual([stretch.id, 2500]);
  });

  test('a road is chosen where nothing else lies on it, on the map alone', () => {
    click(at(2500));
    expect(onlySelected('road')?.id).toBe(ROAD);
    click(at(2500, { road: null }));
    expect(onlySelected('road')).toBeNull();
    // The diagram is nothing but roads: beside what stands there a click chooses nothing.
    click(at(2500, { hasLanes: true }));
    expect(onlySelected('road')).toBeNull();
    click(at(2500));
    askMenu(at(6000), 7, 8);
    expect(onlySelected('road')?.id).toBe(ROAD);
    // On bare ground it is about nothing that was chosen elsewhere.
    askMenu(at(0, { road: null }), 7, 8);
    expect(onlySelected('road')).toBeNull();
  });

  test('the menu is about what lies under it, or about what is selected already', () => {
    select(stretch.id);
    askMenu(at(6000, { placement: single.id }), 7, 8);
    expect([bench().selection, bench().menu]).toEqual([[single.id], { x: 7, y: 8 }]);
  });
});

describe('a road', () => {
  const corners = () => bench().roadDraft?.corners.map((c) => c.at);
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('is drawn corner by corner, onto a road that lies near, and goes back act by act', () => {
    startTool('road');
    click(
      at(0, { road: null, coordinate: [105.6, 21.9] }),
      at(0, { road: null, coordinate: [105.61, 21.91] }),
      at(1000, { coordinate: [105.7, 21.95] }),
      at(1000, { coordinate: [105.7, 21.95], shift: true }),
    );
    expect(corners()?.slice(0, 2)).toEqual([
      [105.6, 21.9],
      [105.61, 21.91],
    ]);
    // Near a road the corner is a place of it; with Shift it is where the pointer is.
    expect(corners()?.[2]).not.toEqual([105.7, 21.95]);
    expect(corners()?.[3]).toEqual([105.7, 21.95]);
    stepBack();
    expect(corners()).toHaveLength(3);
    expect(backInRoad()).toBe(true);
    expect(corners()).toHaveLength(2);
    putCorners([]);
    stepBack();
    expect(corners()).toHaveLength(2);
  });

  test('that is there already is not drawn on by a click beside its corners', () => {
    const road = useCampaign.getState().tables.road.get(ROAD);
    if (road === undefined) throw new Error('no road');
    drawOn(road, 'line');
    click(at(0, { road: null, coordinate: [105.6, 21.9] }));
    expect(corners()).toEqual(road.line);
    expect(backInRoad()).toBe(false);
    drawOn(road, 'end');
    click(at(0, { road: null, coordinate: [105.6, 21.9] }));
    expect(corners()).toEqual([[105.6, 21.9]]);
  });
});

describe('a body', () => {
  const over = (chainage: number) => at(chainage, { placement: stretch.id });
  beforeEach(() => select(stretch.id));

  test('is dragged whole, to a chainage that reads well, and stored once', () => {
    drag(over(2500), over(2510), over(3137));
    expect(stored.ops).toEqual([{ from: 2640, to: 3640 }]);
    expect(bench().dragged).toBeNull();
  });

  test('goes as far as its road', () => {
    drag(over(2500), over(-9000));
    expect(stored.ops).toEqual([{ from: 0, to: 1000 }]);
  });

  test('snaps with either end to what is there', () => {
    // The end comes near the single piece at 6000, the beginning near nothing.
    drag(over(2500), over(5493));
    expect(stored.ops).toEqual([{ from: 5000, to: 6000 }]);
  });

  test('snaps to where a neighbour ends, to the centimetre', () => {
    const neighbour = aPlacement({ id: idOf('P', 4), from: 4000.4, to: 4500 });
    const tables = useCampaign.getState().tables;
    const placement = new Map(tables.placement).set(neighbour.id, neighbour);
    useCampaign.setState({ tables: { ...tables, placement } });
    drag(over(2500), over(3496));
    expect(stored.ops).toEqual([{ from: 3000.4, to: 4000.4 }]);
  });

  test('that comes back to its place stores nothing, nor one that was given up', () => {
    expect(drag(over(2500), over(2900), over(2500))).toBeNull();
    hand.press(over(2500));
    hand.move(over(2900));
    expect(bench().dragged).toMatchObject({ id: stretch.id });
    hand.cancel();
    expect([bench().dragged, stored.ops]).toEqual([null, []]);
  });

  test('that hardly moved was a click', () => {
    hand.press(over(2500));
    hand.move(at(2503, { y: 2 }));
    expect([hand.holding, hand.dragging, bench().dragged]).toEqual([true, false, null]);
    expect(hand.release(over(2503))).toBeNull();
  });

  test('is not taken hold of when it is not selected, or not one’s to plan', () => {
    expect(hand.press(at(6000, { placement: single.id }))).toBe(false);
    signIn('viewer');
    expect(hand.press(over(2500))).toBe(false);
  });

  test('let go beside the roads it stays where it was last', () => {
    hand.press(over(2500));
    hand.move(over(2600));
    hand.move(at(0, { road: null }));
    hand.release(null);
    expect(stored.ops).toEqual([{ from: 2100, to: 3100 }]);
  });
});

describe('an end', () => {
  test('moves alone, and past the other changes places with it', () => {
    const end = endDrag(stretch, 'to');
    end.move(2500);
    end.release();
    const past = endDrag(stretch, 'from');
    past.move(4000);
    past.release();
    expect(stored.ops).toEqual([
      { from: 2000, to: 2500 },
      { from: 3000, to: 4000 },
    ]);
  });

  test('on the other leaves nothing of the stretch: it stays; so it does where it was given up', () => {
    const end = endDrag(stretch, 'to');
    end.move(2000);
    expect(end.release()).toBeNull();
    end.move(2200);
    end.cancel();
    expect([stored.ops, bench().dragged]).toEqual([[], null]);
  });

  test('of a single piece is its place', () => {
    const end = endDrag(single, 'from');
    end.move(6100);
    end.release();
    expect(stored.ops).toEqual([{ from: 6100 }]);
  });

  test('of what is being drawn is not stored, and goes back where it is given up', () => {
    startTool('stretch', aType());
    changeDraft({ roadId: ROAD, from: 100, to: 200, stage: 'done' });
    const end = draftEndDrag('to', 200);
    end.move(300);
    expect([end.release(), bench().draft?.to]).toEqual([null, 300]);
    end.cancel();
    expect(bench().draft?.to).toBe(200);
  });

  test('of a bridge moves, both in turn; back in its place nothing is stored', () => {
    selectOnly('roadFeature', bridge.id);
    const end = featureEndDrag(bridge, 'from');
    end.move(7900);
    end.release();
    end.move(7900);
    end.move(8000);
    expect(end.release()).toBeNull();
    end.move(7000);
    end.cancel();
    expect(stored.ops).toEqual([{ from: 7900, to: 8100 }]);
    expect(bench().uncommitted).toBeNull();
  });
});

describe('a stretch', () => {
  beforeEach(() => startTool('stretch', aType()));

  test('is two clicks on one road; between them its end follows the pointer', () => {
    click(at(1001));
    expect(bench().draft).toMatchObject({ roadId: ROAD, from: 1000, to: null, stage: 'end' });
    expect(hand.move(at(1502))).toMatchObject({ chainage: 1500 });
    expect(bench().draft?.to).toBe(1500);
    click(at(1000));
    expect(bench().draft?.stage).toBe('end');
    click(at(2001));
    expect(bench().draft).toMatchObject({ from: 1000, to: 2000, stage: 'done' });
  });

  test('begins anew on another road', () => {
    click(at(1000), at(500, { road: OTHER }));
    expect(bench().draft).toMatchObject({ roadId: OTHER, from: 500, to: null, stage: 'end' });
  });

  test('does not begin beside the roads; a set is laid in the same way', () => {
    click(at(1000, { road: null }));
    expect(bench().draft?.stage).toBe('start');
    startTool('set', aType(), 's');
    click(at(100), at(900));
    expect(bench().draft).toMatchObject({ setId: 's', from: 100, to: 900, stage: 'done' });
  });
});

describe('a point', () => {
  beforeEach(() => startTool('point', aType()));

  test('is put beside the road, or on the ground where there is none within reach', () => {
    click(at(1000, { side: 'left', coordinate: [105, 21] }));
    expect(bench().draft).toMatchObject({ roadId: ROAD, from: 1000, side: 'left', coordinate: null });
    click(at(0, { road: null, coordinate: [105, 21] }));
    expect(bench().draft).toMatchObject({ roadId: null, from: null, coordinate: [105, 21], stage: 'done' });
  });

  test('that hangs over the road stays there, unless its lane is chosen', () => {
    changeDraft({ side: 'median' });
    click(at(1000, { side: 'left' }));
    expect(bench().draft?.side).toBe('median');
    click(at(1000, { side: 'left', hasLanes: true }));
    expect(bench().draft?.side).toBe('left');
  });
});

describe('the ground', () => {
  beforeEach(() => startTool('feature'));

  test('a bridge is two clicks, everything else one', () => {
    click(at(1000), at(1000));
    expect(bench().featureDraft).toMatchObject({ from: 1000, to: null });
    click(at(1100));
    expect(bench().featureDraft).toMatchObject({ from: 1000, to: 1100 });
    changeFeatureDraft({ kind: 'junction', from: null, to: null });
    click(at(2000));
    expect(bench().featureDraft).toMatchObject({ from: 2000, to: 2000, says: null });
  });

  test('a post reads the nearest kilometre, and is dragged without changing what it reads', () => {
    changeFeatureDraft({ kind: 'km-post' });
    click(at(3200));
    expect(bench().featureDraft).toMatchObject({ from: 3200, says: 3000 });
    expect(gestureInHand().cursor(at(3000, { km: 3 }))).toBe('ew-resize');
    expect(drag(at(3000, { km: 3 }), at(3050.26))).toBeNull();
    expect(bench().featureDraft).toMatchObject({ from: 3050.3, to: 3050.3, says: 3000 });
    hand.press(at(3000, { km: 3 }));
    hand.move(at(3999));
    hand.cancel();
    expect(bench().featureDraft?.from).toBe(3050.3);
  });

  test('areas and measured lines grow corner by corner, where there is ground', () => {
    for (const tool of ['area', 'measure'] as const) {
      startTool(tool);
      click(at(0, { coordinate: [105, 21] }), at(0), at(0, { coordinate: [105, 22] }));
      const corners = tool === 'area' ? bench().areaDraft?.corners : bench().measured;
      expect(corners, tool).toEqual([
        [105, 21],
        [105, 22],
      ]);
    }
  });
});

test('the lasso selects what lies within its way, with Shift in addition', () => {
  select(stretch.id);
  take({ tool: 'lasso' });
  hand.press(at(1, { coordinate: [1, 1] }));
  hand.move(at(2, { coordinate: [2, 2] }));
  expect([hand.everyMove, bench().lasso]).toEqual([
    true,
    [
      [1, 1],
      [2, 2],
    ],
  ]);
  // Let go over another road it is still that of the press that counts.
  hand.release(at(3, { shift: true, road: OTHER }));
  expect([bench().selection, bench().lasso]).toEqual([[stretch.id, 'at 1', 'at 2', 'at 3'], []]);
  take({ tool: 'lasso' });
  hand.press(at(5));
  hand.cancel();
  expect(bench().lasso).toEqual([]);
});
