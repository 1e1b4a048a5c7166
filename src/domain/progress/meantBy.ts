/**
 * What states and ticks of the age before reports meant: placements said by themselves that they stood, and an installed
 * thing was ticked without anybody's having said so of its placement.
 */
import type { Report, ReportKind } from '../model/entities/report.ts';
import type { Id } from '../model/rows.ts';

const TOLD: ReadonlySet<unknown> = new Set(['installed', 'inspected', 'damaged', 'removed']);

/** Whether a placement's state was one that follows from reports today. */
export function wasTold(state: unknown): boolean {
  return TOLD.has(state);
}

/** The state that such a placement has today. */
export function stateToday(state: unknown): unknown {
  return wasTold(state) ? 'ready' : state;
}

const ITEMS: Readonly<Record<string, ReportKind>> = {
  install: 'installed',
  inspect: 'accepted',
  'take-down': 'taken-down',
};

/** What an item of a checklist reported, by its id. */
export function itemReports(itemId: unknown): ReportKind | null {
  return typeof itemId === 'string' && Object.hasOwn(ITEMS, itemId) ? (ITEMS[itemId] as ReportKind) : null;
}

/** A report that stood behind a state, and is told or taken back by a step. */
export type Act = { readonly tell: ReportKind } | { readonly takeBack: Id };

/** What one step of a placement told, where `told` are the reports that its steps before have left. */
export function actsOfStep(told: readonly Pick<Report, 'id' | 'kind'>[], to: unknown): Act[] {
  if (!wasTold(to)) return told.toReversed().map(({ id }) => ({ takeBack: id }));
  const acts: Act[] = [];
  const of = (kind: ReportKind) => told.findLast((r) => r.kind === kind);
  const tell = (kind: ReportKind) => acts.push({ tell: kind });
  const takeBack = (kind: ReportKind) => {
    for (const { id } of told.filter((r) => r.kind === kind)) acts.push({ takeBack: id });
  };
  if (of('installed') === undefined) tell('installed');
  if (to === 'removed') {
    if (of('taken-down') === undefined) tell('taken-down');
    return acts;
  }
  takeBack('taken-down');
  const isDamaged =
    told.findLastIndex((r) => r.kind === 'damaged') > told.findLastIndex((r) => r.kind === 'repaired');
  if (to === 'damaged') {
    if (!isDamaged) tell('damaged');
    return acts;
  }
  if (isDamaged) tell('repaired');
  if (to === 'inspected' && of('accepted') === undefined) tell('accepted');
  if (to === 'installed') takeBack('accepted');
  return acts;
}

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * An id that is the same whenever it is asked for: of a moment (ms), so that it sorts among those made then, of a number
 * by which those of one moment follow each other, and of a text.
 */
export function idFor(moment: number, order: number, text: string): Id {
  let rest = '';
  for (let part = 0; part < 3; part++) {
    let hash = hashOf(`${part}:${text}`);
    for (let i = 0; i < 4; i++, hash >>>= 5) rest += SIGNS.charAt(hash & 31);
  }
  return signsOf(moment, 10) + signsOf(order, 4) + rest;
}

function signsOf(number: number, length: number): string {
  let signs = '';
  for (let left = Math.max(0, Math.floor(number)); signs.length < length; left = Math.floor(left / 32))
    signs = SIGNS.charAt(left % 32) + signs;
  return signs;
}

/** FNV-1a, its bits mixed once more (murmur3's finish). */
function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
