/** Every command, as a whole: what it is called, how it is found, and that it does something or says why not. */

import { afterEach, beforeEach, describe, expect, vi as fakes, test } from 'vitest';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { aPlacement, aPlan, aPoint, aSlogan, idOf } from '../../domain/testing.ts';
import { NamedIcon } from '../../ui/icons.tsx';
import { en } from '../../words/en.ts';
import { vi } from '../../words/vi.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { GESTURES } from '../gestures/tools.ts';
import { useSession } from '../net/session.ts';
import { selectMany } from '../workbench/choose.ts';
import { useSelection } from '../workbench/selection.ts';
import { COMMANDS, offered } from './registry.ts';

const before = [useCampaign.getState(), useSession.getState(), useSelection.getState()] as const;
beforeEach(() => {
  const kept = new Map<string, string>();
  fakes.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => {
  useCampaign.setState(before[0], true);
  useSession.setState(before[1], true);
  useSelection.setState(before[2], true);
});

const stretch = aPlacement();
const second = aPlacement({ id: idOf('P', 2), from: 5000, to: 6000 });
const point = aPoint({ id: idOf('P', 3) });
const SELECTED: Readonly<Record<string, readonly Placement[]>> = {
  nothing: [],
  'a stretch': [stretch],
  'a point': [point],
  several: [stretch, second, point],
};

function select(what: string): void {
  const tables = aPlan({ placement: [stretch, second, point], slogan: [aSlogan()] });
  useCampaign.setState({ campaignId: idOf('C', 1), ready: true, tables });
  useSession.setState({
    status: 'signed-in',
    who: {
      user: { id: 'x', userName: 'x', name: 'X' },
      memberships: [{ campaignId: null, role: 'admin', unitId: null }],
    },
  } as never);
  selectMany((SELECTED[what] ?? []).map((r) => r.id));
}

test('each has its own id and key', () => {
  const ids = COMMANDS.map((c) => c.id);
  const keys = COMMANDS.flatMap((c) => c.key ?? []);
  expect(COMMANDS.length).toBeGreaterThan(30);
  expect(new Set(ids).size).toBe(ids.length);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test.each(COMMANDS.map((c) => [c.id, c] as const))('%s has words and an icon', (id, command) => {
  for (const words of [vi, en] as Readonly<Record<string, string>>[]) {
    expect(words[`command.${id}`]).toBeTruthy();
    if ('asks' in command) expect(words[`ask.${id}`]).toBeTruthy();
  }
  expect(() => NamedIcon({ name: command.icon })).not.toThrow();
});

test('places offer what makes sense now, in one order everywhere; what takes away comes last', () => {
  select('a stretch');
  const order = COMMANDS.map((c) => c.id);
  for (const place of ['menu', 'inspector', 'selection', 'side'] as const) {
    const ids = offered(place).map((c) => c.id);
    expect(ids.length, place).toBeGreaterThan(2);
    expect(ids, place).toEqual([...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  }
  expect(offered('menu').at(-1)?.id).toBe('delete');
  select('nothing');
  expect(offered('selection')).toEqual([]);
  // Beside the roads, with nothing chosen, no menu opens at all.
  expect(offered('menu').map((c) => c.id)).toEqual([]);
});

test('each tool can be taken in the hand', () => {
  expect(COMMANDS.flatMap((c) => /^tool\.(.*)$/.exec(c.id)?.[1] ?? []).sort()).toEqual(
    Object.keys(GESTURES).sort(),
  );
});

describe.each(Object.keys(SELECTED))('with %s selected', (what) => {
  test('whatever is on offer does something, or says why not in words', () => {
    select(what);
    const offered = COMMANDS.filter((c) => c.available());
    expect(offered.length).toBeGreaterThan(5);
    for (const command of offered) {
      select(what);
      const answers =
        'asks' in command
          ? [command.runWith(''), command.runWith('không có gì'), command.runWith(command.proposed())]
          : [command.run()];
      for (const answer of answers) {
        if (!answer.ok) expect(vi, command.id).toHaveProperty([`reason.${answer.reason.code}`]);
        else if (answer.value !== null) {
          expect(vi, command.id).toHaveProperty([`note.${answer.value.note.code}`]);
          expect(answer.value.ops.length, command.id).toBeGreaterThan(0);
        }
      }
    }
  });
});
