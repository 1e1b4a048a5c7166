/** What was typed, copied or begun over a road that others reshape meanwhile is asked about, never laid elsewhere. */
import { beforeEach, expect, test } from 'vitest';
import { arrive, onDevice, stored } from '../../../tests/support/deviceCampaign.ts';
import { setOp } from '../../domain/edit/edit.ts';
import { reversed } from '../../domain/road/measuredRoad.ts';
import { aPlacement, aRoad, aType, idOf } from '../../domain/testing.ts';
import type { AskingCommand, PlainCommand } from '../commands/command.ts';
import { commandOf, run } from '../commands/registry.ts';
import { runWith } from '../commands/runWith.ts';
import { selectOnly } from '../workbench/choose.ts';
import { useSelection } from '../workbench/selection.ts';
import { openParts, useCampaign } from './campaign.ts';
import { commitSeen } from './commit.ts';
import { keepMine } from './deciding.ts';
import { readAsSeen, roadsNow } from './roadsSeen.ts';

onDevice();

const { id: ROAD, version: _v, ...road } = aRoad();
const TYPE = idOf('T', 1);
const ROW = idOf('P', 1);
const { id: _t, version: _w, ...type } = aType();
const {
  id: _p,
  version: _q,
  ...fields
} = aPlacement({ assetTypeId: TYPE, roadId: ROAD, from: 1000, to: 2000 });
const tables = () => useCampaign.getState().tables;
const row = () => tables().placement.get(ROW) ?? aPlacement();
const shapes = (of: object) => arrive([{ kind: 'set', entity: 'road', id: ROAD, fields: of }] as never);
const turned = { line: reversed(aRoad()).line };
const moved = { ok: false, reason: { code: 'draft.moved' } };

beforeEach(async () => {
  await arrive([
    { kind: 'create', entity: 'road', id: ROAD, fields: road },
    { kind: 'create', entity: 'assetType', id: TYPE, fields: type },
    { kind: 'create', entity: 'placement', id: ROW, fields },
  ]);
  selectOnly('placement', ROW);
});

const waiting = () => openParts()?.replica.outbox.at(-1);

test('a chainage typed into a form waits, and is sent once its maker has heard', async () => {
  const [seen, on] = [row(), tables().road.get(ROAD)];
  await shapes(turned);
  const ops = [setOp('placement', seen, { from: 1500 })];
  expect(commitSeen({ code: 'test' }, ops, [seen], on)).toEqual({ ok: true, value: 'asked' });
  await stored();
  const entry = waiting();
  expect(entry).toMatchObject({
    state: 'attention',
    refusal: { code: 'edit.road-changed', params: { road: 'QL.3' } },
  });
  if (entry !== undefined) await keepMine(entry, []);
  expect(waiting()?.state).toBe('waiting');
});

test('a note of it, or a chainage of a road that was only named anew, is stored', async () => {
  const [seen, on] = [row(), tables().road.get(ROAD)];
  await shapes({ name: 'Tên khác' });
  const set = (of: object) => commitSeen({ code: 'test' }, [setOp('placement', seen, of)], [seen], on);
  expect(set({ from: 1500 })).toEqual({ ok: true, value: 'saved' });
  await shapes(turned);
  expect(set({ note: 'trước chợ' })).toEqual({ ok: true, value: 'saved' });
});

test('a command that asked for a chainage does not run on another shape, and runs once that was seen', async () => {
  const split = commandOf('split') as AskingCommand;
  const seen = roadsNow();
  await shapes(turned);
  expect(runWith(split, '1+500', seen)).toMatchObject(moved);
  expect(row()).toMatchObject({ from: 1000, to: 2000 });
  expect(runWith(split, '1+500', roadsNow())).toMatchObject({ ok: true });
});

test('nor does one that asked for a place on the road itself', async () => {
  selectOnly('road', ROAD);
  const seen = roadsNow();
  await shapes(turned);
  expect(runWith(commandOf('road.cut') as AskingCommand, '1+500', seen)).toMatchObject(moved);
});

test('what was copied is not pasted at a chainage that is another place', async () => {
  const [copy, paste] = ['copy', 'paste'].map((id) => commandOf(id) as PlainCommand);
  if (copy === undefined || paste === undefined) throw new Error('no commands');
  expect(run(copy).ok).toBe(true);
  await shapes(turned);
  expect(run(paste)).toMatchObject({ ok: false, reason: { code: 'paste.moved' } });
  // Where the pointer is, there it comes.
  useSelection.setState({ pointed: { roadId: ROAD, chainage: 3000, side: 'right', kind: 'round' } });
  expect(run(paste).ok).toBe(true);
  useSelection.setState({ pointed: null });
  await shapes({ line: road.line });
  expect(run(paste).ok).toBe(true);
});

test('rows of a list are told by the chainages that they were read with', async () => {
  const seen = roadsNow();
  const ops = [{ kind: 'create', entity: 'placement', id: idOf('P', 2), fields } as const];
  expect(readAsSeen(seen, ops).ok).toBe(true);
  await shapes(turned);
  expect(readAsSeen(seen, ops)).toMatchObject(moved);
});
