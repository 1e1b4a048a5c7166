/** The lines of the table in the reader's words. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SUPPORTS } from '../../domain/model/entities/placement.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { STAGES } from '../../domain/progress/stage.ts';
import type { TableWords } from '../../domain/table/columns/column.ts';
import { type Line, linesOf, searchTextOf } from '../../domain/table/lines.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { useTimeline } from '../campaign/rows.ts';

/** Asked for once a language: a line is made thousands of times, and is the same as long as its words are. */
const wordsIn = new Map<string, TableWords>();

export function useTableWords(): TableWords {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const words = wordsIn.get(language) ?? {
      language,
      offRoad: t('table.offRoad'),
      byBoundary: t('unit.byBoundary'),
      sides: {
        left: t('sides.left'),
        right: t('sides.right'),
        both: t('sides.both'),
        median: t('sides.median'),
        staggered: t('sides.staggered'),
      },
      states: Object.fromEntries(STAGES.map((state) => [state, t(`state.${state}`)])) as TableWords['states'],
      supports: Object.fromEntries(
        SUPPORTS.map((support) => [support, t(`support.${support}`)]),
      ) as TableWords['supports'],
    };
    wordsIn.set(language, words);
    return words;
  }, [t, language]);
}

const NOT_MADE: readonly Line[] = [];

/** All lines; none while they are not `wanted`, since making them asks for each position whose ground it stands on. */
export function useLines(wanted = true): readonly Line[] {
  const tables = useCampaign((s) => s.tables);
  const timeline = useTimeline();
  const words = useTableWords();
  return useMemo(
    () => (wanted ? linesOf(tables, timeline, words) : NOT_MADE),
    [wanted, tables, timeline, words],
  );
}

/** Makes the search texts of lines while nobody waits, so that the first letter typed finds them made. */
export function warmSearch(lines: readonly Line[], tables: Tables): () => void {
  let at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const some = () => {
    const until = performance.now() + 8;
    while (at < lines.length && performance.now() < until) searchTextOf(lines[at++] as Line, tables);
    if (at < lines.length) timer = setTimeout(some, 30);
  };
  timer = setTimeout(some, 500);
  return () => clearTimeout(timer);
}
