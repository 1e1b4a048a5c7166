/** Placements as lines in the reader's words; table, filter, search and export work on these. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PLACEMENT_STATES } from '../../domain/edit/states.ts';
import type { AssetType, Id, Placement, Road, Slogan, Tables, Unit } from '../../domain/model/rows.ts';
import { plainText } from '../../domain/plan/filter.ts';
import { bareChainage } from '../../domain/road/chainageText.ts';
import type { DueRule } from '../../domain/schedule/days.ts';
import { dueDay, type Timeline } from '../../domain/schedule/timeline.ts';
import { useCampaign } from '../campaign.ts';
import { useTimeline } from '../hooks.ts';
import { keeper } from './keeper.ts';
import { costIn, quantityIn } from './placements.ts';
import { roadLabel } from './roads.ts';
import { unitShares } from './units.ts';

export interface PlacementLine {
  readonly id: Id;
  readonly row: Placement;
  readonly shape: AssetType['shape'];
  readonly colour: AssetType['colour'];
  readonly glyph: string;
  readonly type: string;
  readonly road: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly where: string;
  readonly side: string;
  readonly spacing: number | null;
  readonly quantity: number;
  /** VND. */
  readonly cost: number;
  readonly unit: string;
  readonly unitIds: readonly Id[];
  readonly state: string;
  readonly slogan: string;
  /** Days `YYYY-MM-DD`; empty for none. */
  readonly installBy: string;
  readonly removeBy: string;
  readonly phase: string;
  readonly note: string;
  /** The units' names, for searching. */
  readonly unitNames: readonly string[];
  readonly roadName: string;
}

const searchTexts = new WeakMap<PlacementLine, string>();

/** Everything that one may search a line by, in plain text; made when somebody searches. */
export function searchTextOf(line: PlacementLine): string {
  let text = searchTexts.get(line);
  if (text === undefined) {
    text = plainText(
      [
        line.type,
        line.road,
        line.roadName,
        line.where,
        ...line.unitNames,
        line.state,
        line.side,
        line.slogan,
        line.phase,
        line.note,
      ].join(' '),
    );
    searchTexts.set(line, text);
  }
  return text;
}

/** Everything but the placements that lines are made of. */
type Ground = readonly unknown[];

interface Words {
  readonly english: boolean;
  readonly offRoad: string;
  readonly byBoundary: string;
  readonly side: (p: Placement) => string;
  readonly state: (p: Placement) => string;
}

/** What a line was made of: while all of it is the same, so is the line. */
interface Made {
  ground: Ground;
  readonly words: Words;
  readonly type: AssetType | undefined;
  readonly road: Road | undefined;
  readonly slogan: Slogan | undefined;
  readonly units: ReadonlyMap<Id, Unit>;
  readonly timeline: Timeline | null;
  readonly quantity: number;
  readonly line: PlacementLine;
}

const made = new WeakMap<Placement, Made>();
const groundOf = keeper<Ground>();
const cache: {
  tables: Tables | null;
  words: Words | null;
  timeline: Timeline | null;
  lines: readonly PlacementLine[];
} = { tables: null, words: null, timeline: null, lines: [] };

const wordsIn = new Map<string, Words>();

export function useLines(): readonly PlacementLine[] {
  const { t, i18n } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  const timeline = useTimeline();
  return useMemo(() => {
    // Asked for once a language: a line is made thousands of times.
    const sides = {
      left: t('sides.left'),
      right: t('sides.right'),
      both: t('sides.both'),
      median: t('sides.median'),
      staggered: t('sides.staggered'),
    };
    const states = new Map(PLACEMENT_STATES.map((state) => [state, t(`state.${state}`)]));
    const words = wordsIn.get(i18n.language) ?? {
      english: i18n.language === 'en',
      offRoad: t('table.offRoad'),
      byBoundary: t('unit.byBoundary'),
      side: (p: Placement) => {
        if (p.rule === null) return p.side === null ? '' : sides[p.side];
        return p.rule.staggered ? sides.staggered : sides[p.rule.sides];
      },
      state: (p: Placement) => states.get(p.state) ?? '',
    };
    wordsIn.set(i18n.language, words);
    // Several views ask for the same lines in one moment: they are made once.
    if (cache.tables === tables && cache.words === words && cache.timeline === timeline) return cache.lines;
    const { campaign, assetType, road, roadFeature, slogan, unit } = tables;
    const ground = groundOf([campaign, assetType, road, roadFeature, slogan, unit, words, timeline]);
    const lines = Array.from(tables.placement.values(), (p) => {
      const before = made.get(p);
      // While nothing but placements changed, a placement that is the same has the same line: no need to look closer.
      return before?.ground === ground ? before.line : lineOf(p, tables, timeline, words, ground);
    });
    Object.assign(cache, { tables, words, timeline, lines });
    return lines;
  }, [tables, timeline, t, i18n.language]);
}

function lineOf(
  p: Placement,
  tables: Tables,
  timeline: Timeline | null,
  words: Words,
  ground: Ground,
): PlacementLine {
  const type = tables.assetType.get(p.assetTypeId);
  const road = tables.road.get(p.roadId ?? '');
  const slogan = tables.slogan.get(p.sloganId ?? '');
  const quantity = quantityIn(tables, p);
  const before = made.get(p);
  if (
    before !== undefined &&
    before.words === words &&
    before.type === type &&
    before.road === road &&
    before.slogan === slogan &&
    before.units === tables.unit &&
    before.timeline === timeline &&
    before.quantity === quantity
  ) {
    before.ground = ground;
    return before.line;
  }
  const line = makeLine(p, tables, timeline, words);
  made.set(p, { ground, words, type, road, slogan, units: tables.unit, timeline, quantity, line });
  return line;
}

const days = new WeakMap<Timeline, Map<string, string>>();

/** Thousands of placements share a handful of due rules. */
function dayIn(rule: DueRule, timeline: Timeline): string {
  const known = days.get(timeline) ?? new Map<string, string>();
  days.set(timeline, known);
  const key = `${rule.milestone} ${rule.days}`;
  let day = known.get(key);
  if (day === undefined) {
    const due = dueDay(rule, timeline);
    day = due.ok ? due.value : '';
    known.set(key, day);
  }
  return day;
}

/** Makes the search texts of lines while nobody waits, so that the first letter typed finds them made. */
export function warmSearch(lines: readonly PlacementLine[]): () => void {
  let at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const some = () => {
    const until = performance.now() + 8;
    while (at < lines.length && performance.now() < until) searchTextOf(lines[at++] as PlacementLine);
    if (at < lines.length) timer = setTimeout(some, 30);
  };
  timer = setTimeout(some, 500);
  return () => clearTimeout(timer);
}

function makeLine(p: Placement, tables: Tables, timeline: Timeline | null, words: Words): PlacementLine {
  const type = tables.assetType.get(p.assetTypeId);
  const road = tables.road.get(p.roadId ?? '');
  const dayOf = (rule: Placement['installBy']) =>
    rule === null || timeline === null ? '' : dayIn(rule, timeline);
  const unitIds =
    p.unitId !== null ? [p.unitId] : [...unitShares(tables, p).keys()].filter((id) => id !== null);
  const unitNames = unitIds.map((id) => tables.unit.get(id)?.name ?? '');
  return {
    id: p.id,
    row: p,
    shape: type?.shape ?? ('pano' as const),
    colour: type?.colour ?? ('red' as const),
    glyph: type?.glyph ?? '',
    type: (words.english && type?.nameEn) || type?.name || '',
    road: road === undefined ? words.offRoad : roadLabel(road),
    from: p.from,
    to: p.to,
    where: [p.from, p.to]
      .filter((c) => c !== null)
      .map(bareChainage)
      .join(' – '),
    side: words.side(p),
    spacing: p.rule?.spacing ?? null,
    quantity: quantityIn(tables, p),
    cost: costIn(tables, p),
    unit:
      p.unitId === null && unitNames.length > 1
        ? `${words.byBoundary} (${unitNames.length})`
        : unitNames.join(', '),
    unitIds,
    state: words.state(p),
    slogan: tables.slogan.get(p.sloganId ?? '')?.text ?? '',
    installBy: dayOf(p.installBy),
    removeBy: dayOf(p.removeBy),
    phase: p.phase,
    note: p.note,
    unitNames,
    roadName: road?.name ?? '',
  };
}
