/** What a rule rests on: law, guidance, custom or the campaign's own plan; and the papers, each with its days. */
import type { Day } from '../schedule/days.ts';
import type { Severity } from './finding.ts';

/**
 * `custom`: what people hold to although nothing obliges them, also where it borrows from a paper on other things.
 * `limit`: what this program can do.
 */
type Basis = 'law' | 'guidance' | 'custom' | 'plan' | 'limit';

interface Paper {
  /** Its first and last day in force; null while it has no end. */
  readonly from: Day;
  readonly until: Day | null;
  /** Known by what others write of it: nobody has held the rule against its own words yet, and the reader is told. */
  readonly unread?: true;
}

/** A paper that was amended stands here once a wording, so that a campaign is shown the one of its days. */
export const PAPERS = {
  'advertising-2012': { from: '2013-01-01', until: '2025-12-31' },
  'advertising-2025': { from: '2026-01-01', until: null, unread: true },
  'penalties-2021': { from: '2021-06-01', until: null, unread: true },
  'heritage-2001': { from: '2002-01-01', until: '2025-06-30', unread: true },
  'heritage-2024': { from: '2025-07-01', until: null, unread: true },
  'dykes-2006': { from: '2007-07-01', until: null, unread: true },
  'electricity-2004': { from: '2005-07-01', until: '2025-01-31', unread: true },
  'electricity-2024': { from: '2025-02-01', until: null, unread: true },
  'roads-2008': { from: '2009-07-01', until: '2024-12-31', unread: true },
  'roads-2024': { from: '2025-01-01', until: null, unread: true },
  'flags-2012': { from: '2012-10-02', until: null },
  'party-flag-2023': { from: '2023-05-29', until: null },
} as const satisfies Readonly<Record<string, Paper>>;

export type PaperId = keyof typeof PAPERS;

export interface Citation {
  readonly paper: PaperId;
  /** Laws and decrees have articles, guidance may have none. */
  readonly article?: number;
  readonly clause?: number;
}

export interface Source {
  readonly basis: Basis;
  /** Absent: it rests on no paper. */
  readonly cites?: readonly Citation[];
}

/** A clause of article 27 of the Law on Advertising, in each of its wordings. */
export function advertising(clause: number): readonly Citation[] {
  return [
    { paper: 'advertising-2012', article: 27, clause },
    { paper: 'advertising-2025', article: 27, clause },
  ];
}

/** Whether a paper is in force on a day. */
type Force = 'in-force' | 'not-yet' | 'no-longer';

export interface Cited extends Citation, Paper {
  readonly force: Force;
}

/** The papers of a source that are in force on a day; where none is, all of them, told as such. */
export function citedOn(source: Source, day: Day): readonly Cited[] {
  const all = (source.cites ?? []).map((cite): Cited => {
    const paper: Paper = PAPERS[cite.paper];
    return { ...cite, ...paper, force: forceOn(paper, day) };
  });
  const inForce = all.filter((cited) => cited.force === 'in-force');
  return inForce.length > 0 ? inForce : all;
}

/** How much a rule weighs on a day: what no paper in force demands any more, or yet, is no error. */
export function severityOn(
  { severity, source }: { readonly severity: Severity; readonly source: Source },
  day: Day | null,
): Severity {
  if (severity !== 'error' || day === null || source.cites === undefined) return severity;
  return citedOn(source, day).some((cited) => cited.force === 'in-force') ? severity : 'warning';
}

function forceOn({ from, until }: Paper, day: Day): Force {
  if (day < from) return 'not-yet';
  return until !== null && day > until ? 'no-longer' : 'in-force';
}
