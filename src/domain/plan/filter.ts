/** The campaign's filter: what the table lists, and what map and diagram do not dim. */
import { SEVERITIES, type Severity } from '../checks/finding.ts';
import { PLACEMENT_STATES } from '../edit/states.ts';
import type { Id, Placement, PlacementState } from '../model/rows.ts';

/** Every list that is empty lets everything pass. */
export interface PlanFilter {
  readonly text: string;
  readonly roadIds: readonly Id[];
  readonly unitIds: readonly Id[];
  readonly typeIds: readonly Id[];
  readonly states: readonly PlacementState[];
  readonly phases: readonly string[];
  readonly severities: readonly Severity[];
}

export const NO_FILTER: PlanFilter = {
  text: '',
  roadIds: [],
  unitIds: [],
  typeIds: [],
  states: [],
  phases: [],
  severities: [],
};

export function isFiltering(filter: PlanFilter): boolean {
  return Object.values(filter).some((v) => v.length > 0);
}

/** Text for searching: small letters without diacritics, so that «nong ha» finds «Nông Hạ». */
export function plainText(text: string): string {
  return text.toLowerCase().replace(/[^\0-\x7f]/g, bare);
}

const bareLetters = new Map<string, string>();

/** A letter without its marks. Remembered: taking letters apart is slow, and there are only some two hundred. */
function bare(letter: string): string {
  let plain = bareLetters.get(letter);
  if (plain === undefined) {
    plain = letter === 'đ' ? 'd' : letter.normalize('NFD').replace(/\p{M}/gu, '');
    bareLetters.set(letter, plain);
  }
  return plain;
}

interface Looked {
  /** In plain text. */
  readonly searchText: string;
  /** Of its findings that nobody accepted. */
  readonly severities: ReadonlySet<Severity>;
  /** The units it is in charge of: its own, or those whose ground it stands on. */
  readonly unitIds: readonly Id[];
}

/** A test for one filter; made once, asked for every placement. */
export function matcher(filter: PlanFilter): (row: Placement, looked: Looked) => boolean {
  const words = plainText(filter.text.trim())
    .split(/\s+/)
    .filter((w) => w !== '');
  const has = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  return (row, { searchText, severities, unitIds }) =>
    has(filter.roadIds, row.roadId ?? '') &&
    (filter.unitIds.length === 0 || unitIds.some((id) => filter.unitIds.includes(id))) &&
    has(filter.typeIds, row.assetTypeId) &&
    has(filter.states, row.state) &&
    has(filter.phases, row.phase) &&
    (filter.severities.length === 0 || filter.severities.some((s) => severities.has(s))) &&
    words.every((w) => searchText.includes(w));
}

/** A filter read from a link or a saved view: what is not understood is left out. */
export function filterFrom(json: unknown): PlanFilter {
  if (typeof json !== 'object' || json === null) return NO_FILTER;
  const o = json as Record<string, unknown>;
  const texts = (v: unknown) =>
    Array.isArray(v) ? v.filter((x) => typeof x === 'string').slice(0, 500) : [];
  const among = <T extends string>(v: unknown, all: readonly T[]) =>
    texts(v).filter((x): x is T => (all as readonly string[]).includes(x));
  return {
    text: typeof o.text === 'string' ? o.text.slice(0, 200) : '',
    roadIds: texts(o.roadIds),
    unitIds: texts(o.unitIds),
    typeIds: texts(o.typeIds),
    states: among(o.states, PLACEMENT_STATES),
    phases: texts(o.phases),
    severities: among(o.severities, SEVERITIES),
  };
}
