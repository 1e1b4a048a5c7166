/** Placements as lines in the reader's words; table, filter, search and export work on these. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetType, Id, Placement, Road, Slogan, Tables, Unit } from '../../domain/model/rows.ts';
import { plainText } from '../../domain/plan/filter.ts';
import { bareChainage } from '../../domain/road/chainageText.ts';
import { dueDay, type Timeline } from '../../domain/schedule/timeline.ts';
import { useCampaign } from '../campaign.ts';
import { useTimeline } from '../hooks.ts';
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
  readonly searchText: string;
}

interface Words {
  readonly english: boolean;
  readonly offRoad: string;
  readonly byBoundary: string;
  readonly side: (p: Placement) => string;
  readonly state: (p: Placement) => string;
}

/** What a line was made of: while all of it is the same, so is the line. */
interface Made {
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
    const words = wordsIn.get(i18n.language) ?? {
      english: i18n.language === 'en',
      offRoad: t('table.offRoad'),
      byBoundary: t('unit.byBoundary'),
      side: (p: Placement) => {
        if (p.rule === null) return p.side === null ? '' : t(`sides.${p.side}`);
        return t(p.rule.staggered ? 'sides.staggered' : `sides.${p.rule.sides}`);
      },
      state: (p: Placement) => t(`state.${p.state}`),
    };
    wordsIn.set(i18n.language, words);
    // Several views ask for the same lines in one moment: they are made once.
    if (cache.tables === tables && cache.words === words && cache.timeline === timeline) return cache.lines;
    const lines = [...tables.placement.values()].map((p) => lineOf(p, tables, timeline, words));
    Object.assign(cache, { tables, words, timeline, lines });
    return lines;
  }, [tables, timeline, t, i18n.language]);
}

function lineOf(p: Placement, tables: Tables, timeline: Timeline | null, words: Words): PlacementLine {
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
  )
    return before.line;
  const line = makeLine(p, tables, timeline, words);
  made.set(p, { words, type, road, slogan, units: tables.unit, timeline, quantity, line });
  return line;
}

function makeLine(p: Placement, tables: Tables, timeline: Timeline | null, words: Words): PlacementLine {
  const type = tables.assetType.get(p.assetTypeId);
  const road = tables.road.get(p.roadId ?? '');
  const dayOf = (rule: Placement['installBy']) => {
    const due = rule === null || timeline === null ? null : dueDay(rule, timeline);
    return due?.ok ? due.value : '';
  };
  const unitIds =
    p.unitId !== null ? [p.unitId] : [...unitShares(tables, p).keys()].filter((id) => id !== null);
  const unitNames = unitIds.map((id) => tables.unit.get(id)?.name ?? '');
  const line = {
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
  };
  const searchText = plainText(
    [
      line.type,
      line.road,
      road?.name ?? '',
      line.where,
      ...unitNames,
      line.state,
      line.side,
      line.slogan,
      p.phase,
      p.note,
    ].join(' '),
  );
  return { ...line, searchText };
}
