/** A stretch in the hand is a place on the road as it was when it was chosen. */
import { expect, test } from 'vitest';
import { arrive, onDevice } from '../../../tests/support/deviceCampaign.ts';
import { draftOf } from '../../domain/plan/draft.ts';
import { reversed } from '../../domain/road/measuredRoad.ts';
import { aRoad, aType } from '../../domain/testing.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { acceptDraft } from './accept.ts';
import { changeDraft, take } from './drafts.ts';

onDevice();

const { id: ROAD, version: _v, ...road } = aRoad();
const { id: TYPE, version: _t, ...type } = aType();
const shapes = (fields: object) => arrive([{ kind: 'set', entity: 'road', id: ROAD, fields }] as never);

async function inHand(): Promise<void> {
  await arrive([
    { kind: 'create', entity: 'road', id: ROAD, fields: road },
    { kind: 'create', entity: 'assetType', id: TYPE, fields: type },
  ]);
  take({ tool: 'stretch', draft: draftOf({ id: TYPE, version: 0, ...type }) });
  changeDraft({ roadId: ROAD, from: 1000 });
  changeDraft({ to: 2000 });
}

const laid = () => useCampaign.getState().tables.placement.size;

test('on a road that was turned meanwhile it is asked about once, and laid where it is seen then', async () => {
  await inHand();
  await shapes({ line: reversed(aRoad()).line });
  expect(acceptDraft()).toMatchObject({ ok: false, reason: { code: 'draft.moved' } });
  expect(laid()).toBe(0);
  expect(acceptDraft()).toMatchObject({ ok: true });
  expect(laid()).toBe(1);
});

test('another name, and another end of the road, ask nothing', async () => {
  await inHand();
  const [x, y] = road.line.at(-1) ?? [0, 0];
  await shapes({ name: 'Tên khác', line: [...road.line, [x, y + 0.01]] });
  expect(acceptDraft()).toMatchObject({ ok: true });
  expect(laid()).toBe(1);
});
