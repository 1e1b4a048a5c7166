/** Placements as lines in the reader's words; table, filter, search and export work on these. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { latest, perObject, perObjectWhile, stableList } from '../../domain/memo.ts';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { PLACEMENT_STATES } from '../../domain/model/entities/placement.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { amountsOf, costIn } from '../../domain/plan/amounts.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { unitShares } from '../../domain/plan/shares.ts';
import { bareChainage } from '../../domain/road/chainageText.ts';
import type { DueRule } from '../../domain/schedule/days.ts';
import { dueDay, type Timeline } from '../../domain/schedule/timeline.ts';
import { plainText } from '../../domain/table/filter.ts';
import { nameIn } from '../../domain/text/translated.ts';
import { useCampaign } from '../campaign.ts';
import { useTimeline } from '../hooks.ts';

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

/** Everything that one may search a line by, in plain text; made when somebody searches. */
export const searchTextOf = perObject((line: PlacementLine): string =>
  plainText(
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
  ),
);

interface Words {
  readonly language: string;
  readonly offRoad: string;
  readonly byBoundary: string;
  readonly side: (p: Placement) => string;
  readonly state: (p: Placement) => string;
}

const lines = perObjectWhile<Placement, PlacementLine>();
const madeLines = perObjectWhile<Placement, PlacementLine>();
/** Everything but the placements that lines are made of. */
const surroundings = stableList<readonly unknown[]>();

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
      language: i18n.language,
      offRoad: t('table.offRoad'),
      byBoundary: t('unit.byBoundary'),
      side: (p: Placement) => {
        if (p.rule === null) return p.side === null ? '' : sides[p.side];
        return p.rule.staggered ? sides.staggered : sides[p.rule.sides];
      },
      state: (p: Placement) => states.get(p.state) ?? '',
    };
    wordsIn.set(i18n.language, words);
    return linesIn(tables, timeline, words);
  }, [tables, timeline, t, i18n.language]);
}

/** Several views ask for the same lines in one moment: they are made once. */
const linesIn = latest((tables: Tables, timeline: Timeline | null, words: Words) => {
  const { campaign, assetType, road, roadFeature, slogan, unit } = tables;
  // While nothing but placements changed, a placement that is the same has the same line: no need to look closer.
  const around = surroundings([campaign, assetType, road, roadFeature, slogan, unit, words, timeline]);
  return Array.from(tables.placement.values(), (p) =>
    lines(p, around, () => lineOf(p, tables, timeline, words)),
  );
});

function lineOf(p: Placement, tables: Tables, timeline: Timeline | null, words: Words): PlacementLine {
  const type = tables.assetType.get(p.assetTypeId);
  const road = tables.road.get(p.roadId ?? '');
  const slogan = tables.slogan.get(p.sloganId ?? '');
  const of = [amountsOf(tables, p), words, type, road, slogan, tables.unit, timeline];
  return madeLines(p, of, () => makeLine(p, tables, timeline, words));
}

/** Thousands of placements share a handful of due rules. */
const daysOf = perObject((_timeline: Timeline) => new Map<string, string>());

function dayIn(rule: DueRule, timeline: Timeline): string {
  const known = daysOf(timeline);
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
    type: nameIn(words.language, type?.name),
    road: road === undefined ? words.offRoad : roadLabel(road),
    from: p.from,
    to: p.to,
    where: [p.from, p.to]
      .filter((c) => c !== null)
      .map(bareChainage)
      .join(' – '),
    side: words.side(p),
    spacing: p.rule?.spacing ?? null,
    quantity: amountsOf(tables, p).quantity,
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
