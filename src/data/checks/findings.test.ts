import { beforeEach, expect, test, vi } from 'vitest';
import { aPlacement, aPlan } from '../../domain/testing.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { askDraft, useFindingsStore, watchPlan } from './findings.ts';
import type { FromChecker, ToChecker } from './messages.ts';

/** The worker's end of the line: keeps what it is told, answers when the test says. */
class Line {
  static last: Line;
  readonly told: ToChecker[] = [];
  onmessage: (message: { data: FromChecker }) => void = () => {};
  constructor() {
    Line.last = this;
  }
  postMessage(message: ToChecker): void {
    this.told.push(message);
  }
  terminate(): void {}
}

const plan = aPlan({ placement: [aPlacement()] });
const campaignId = [...plan.campaign.keys()][0] as string;
const { id: _, version: __, ...fields } = aPlacement();

beforeEach(() => {
  vi.stubGlobal('Worker', Line);
  askDraft(null, '');
  useCampaign.setState({ ready: false, campaignId: null });
  return () => vi.unstubAllGlobals();
});

const kinds = () => Line.last.told.map((m) => m.kind);

test('what was drawn before the checker had the plan is asked about again once it has', () => {
  const end = watchPlan();
  askDraft(fields, '');
  expect(kinds()).toEqual(['draft']);
  useCampaign.setState({ ready: true, campaignId, tables: plan });
  expect(kinds()).toEqual(['draft', 'rows', 'draft']);
  end();
});

test('what is drawn before there is a checker at all is asked about when one begins', () => {
  useCampaign.setState({ ready: true, campaignId, tables: plan });
  askDraft(fields, '');
  const end = watchPlan();
  expect(kinds()).toEqual(['rows', 'draft']);
  end();
});

test('only the answer to the last question counts, and none after the hand is empty', () => {
  useCampaign.setState({ ready: true, campaignId, tables: plan });
  const end = watchPlan();
  askDraft(fields, '');
  askDraft({ ...fields, from: 1500 }, '');
  const asked = Line.last.told.flatMap((m) => (m.kind === 'draft' ? [m.n] : []));
  const findings = [{ key: 'k' }] as unknown as Extract<FromChecker, { kind: 'draft' }>['findings'];
  Line.last.onmessage({ data: { kind: 'draft', n: asked[0] ?? 0, findings } });
  expect(useFindingsStore.getState().draft).toEqual([]);
  Line.last.onmessage({ data: { kind: 'draft', n: asked[1] ?? 0, findings } });
  expect(useFindingsStore.getState().draft).toHaveLength(1);
  askDraft(null, '');
  expect(useFindingsStore.getState().draft).toEqual([]);
  Line.last.onmessage({ data: { kind: 'draft', n: asked[1] ?? 0, findings } });
  expect(useFindingsStore.getState().draft).toEqual([]);
  // Nothing in the hand: rows alone are told.
  useCampaign.setState({ tables: aPlan({ placement: [aPlacement({ from: 1100 })] }) });
  expect(kinds().at(-1)).toBe('rows');
  end();
});
