import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { newId } from '../../src/api/contract/newId.ts';
import type { Database } from '../../src/api/db/database.ts';
import { campaign, TABLES } from '../../src/api/db/schema.ts';
import { applyEdit } from '../../src/api/edits/applyEdit.ts';
import { ApiError } from '../../src/api/errors.ts';
import { inParts } from '../../src/domain/edit/parts.ts';
import {
  type AssembledRoad,
  assembleRoad,
  DEFAULT_MAX_GAP,
  proposePieces,
} from '../../src/domain/road/import/assemble.ts';
import {
  type Columns,
  groupFeatures,
  guessColumns,
  PIECES,
  type Pieces,
  type RoadFile,
  readRoadFile,
} from '../../src/domain/road/import/roadFile.ts';
import { cleanText, cutText } from '../../src/domain/text/cleanText.ts';
import { inWords } from './words.ts';

interface Options {
  readonly file: string;
  readonly campaign: string | null;
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly class: string | undefined;
  readonly pieces: string | undefined;
  readonly maxGap: string | undefined;
  /** Take also what is not taken by default: unnamed ways, footways, service roads. */
  readonly all: boolean;
}

interface Report {
  readonly imported: number;
  /** How many of the imported roads carry a warning. */
  readonly warned: number;
  readonly refused: number;
  /** Roads offered but not taken by default. */
  readonly leftOut: number;
  readonly columns: Columns;
  readonly pieces: Pieces;
  readonly roads: readonly {
    readonly code: string;
    readonly name: string;
    readonly lengthM: number;
    readonly parts: number;
    readonly gaps: readonly number[];
    readonly leftOverM: number;
  }[];
  readonly problems: readonly { readonly where: string; readonly what: string }[];
}

/** Reads a road file and, given a database, imports it. Without one it only reports. */
export async function importRoads(db: Database | null, options: Options): Promise<Report> {
  const read = readRoadFile(await readFile(options.file));
  if (!read.ok) throw new Error(`${options.file}: ${inWords(read.reason)}`);
  const file = read.value;
  const columns = columnsFor(file, options);
  const maxGap = options.maxGap === undefined ? DEFAULT_MAX_GAP : Number(options.maxGap);
  if (!(maxGap >= 0)) throw new Error('--max-gap is a number of metres.');
  const pieces = piecesFor(options.pieces) ?? proposePieces(file, columns, maxGap);
  const campaignId = db === null ? null : await campaignFor(db, options.campaign);
  const known = db === null || campaignId === null ? new Set<string>() : await roadsOf(db, campaignId);
  const problems = file.problems.map((p) => ({ where: `feature ${p.where}`, what: inWords(p.reason) }));
  const taken: AssembledRoad[] = [];
  let leftOut = 0;
  for (const group of groupFeatures(file, columns, pieces)) {
    if (group.leftOut !== null && !options.all) {
      leftOut++;
      continue;
    }
    const where = group.name || group.code || `feature ${group.features[0]?.number}`;
    const road = assembleRoad(group, basename(options.file), maxGap);
    if (!road.ok) {
      problems.push({ where, what: inWords(road.reason) });
      continue;
    }
    // As they are stored: a name may have been cut.
    if (known.has(nameOf(road.value.fields))) {
      leftOut++;
      problems.push({ where, what: inWords({ code: 'road.exists' }) });
      continue;
    }
    if (road.value.jumps && !options.all) {
      leftOut++;
      for (const warning of road.value.warnings) problems.push({ where, what: inWords(warning) });
      continue;
    }
    taken.push(road.value);
    for (const warning of road.value.warnings) problems.push({ where, what: inWords(warning) });
  }
  if (db !== null && campaignId !== null) await store(db, campaignId, taken, basename(options.file));
  const refusedGroups = problems.filter((p) => p.what === inWords({ code: 'road.too-short' })).length;
  return {
    imported: taken.length,
    warned: taken.filter((r) => r.warnings.length > 0).length,
    refused: file.problems.length + refusedGroups,
    leftOut,
    columns,
    pieces,
    roads: taken.map((r) => ({
      code: r.fields.code,
      name: r.fields.name,
      lengthM: r.lengthM,
      parts: r.parts,
      gaps: r.gaps,
      leftOverM: r.leftOverM,
    })),
    problems,
  };
}

function columnsFor(file: RoadFile, options: Options): Columns {
  const guess = guessColumns(file);
  const pick = (asked: string | undefined, guessed: string | null) => {
    if (asked === undefined) return guessed;
    if (asked === '') return null;
    if (!file.properties.includes(asked))
      throw new Error(`The file has no property «${asked}». It has: ${file.properties.join(', ')}.`);
    return asked;
  };
  return {
    code: pick(options.code, guess.code),
    name: pick(options.name, guess.name),
    class: pick(options.class, guess.class),
  };
}

function piecesFor(asked: string | undefined): Pieces | undefined {
  if (asked === undefined) return undefined;
  const known = PIECES.find((p) => p === asked);
  if (known === undefined) throw new Error(`--pieces is one of ${PIECES.join(', ')}.`);
  return known;
}

/** The campaign that is meant: the one named, or the only one there is. */
async function campaignFor(db: Database, wanted: string | null): Promise<string> {
  const all = await db.select({ id: campaign.id }).from(campaign).orderBy(asc(campaign.id));
  const id = wanted ?? (all.length === 1 ? all[0]?.id : undefined);
  if (id !== undefined && all.some((c) => c.id === id)) return id;
  throw new Error(
    wanted === null
      ? 'Say which campaign: --campaign ID (see campaign list).'
      : `There is no campaign ${wanted}.`,
  );
}

/** A road is the same when code and name are: the screen asks the same question. */
function nameOf(road: { readonly code: string; readonly name: string }): string {
  return road.code === '' && road.name === '' ? '' : `${road.code}|${road.name || road.code}`;
}

async function roadsOf(db: Database, id: string): Promise<Set<string>> {
  const { road } = TABLES;
  const rows = await db
    .select({ code: road.code, name: road.name })
    .from(road)
    .where(eq(road.campaignId, id));
  return new Set(rows.map(nameOf).filter((name) => name !== ''));
}

/** Stores the roads by the administrator of the machine, in parts that every device can take; one failing stops it. */
async function store(db: Database, id: string, roads: readonly AssembledRoad[], file: string): Promise<void> {
  const ops = roads.map((r) => ({
    kind: 'create' as const,
    entity: 'road' as const,
    id: newId(),
    fields: r.fields,
  }));
  const parts = inParts(ops);
  const params = { count: roads.length, file: cutText(cleanText(file), 200) };
  const replica = newId();
  let stored = 0;
  for (const [i, part] of parts.entries()) {
    const named = parts.length === 1 ? params : { ...params, part: i + 1, parts: parts.length };
    const note = { code: 'roads.imported', params: named };
    try {
      await applyEdit(db, { key: newId(), replica, campaignId: id, note, ops: part }, BY, new Date());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const done = stored === 0 ? 'Nothing was imported' : `Only the first ${stored} roads were imported`;
      throw new Error(`${done}: ${error.code} ${error.detail.field ?? ''}`);
    }
    stored += part.length;
  }
}

const BY = {
  userId: 'command-line',
  name: 'Dòng lệnh',
  memberships: [{ campaignId: null, role: 'admin' as const, unitId: null }],
};

export function printReport(report: Report, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  const { columns } = report;
  console.log(
    `Columns: code ${columns.code ?? '–'}, name ${columns.name ?? '–'}, class ${columns.class ?? '–'}; pieces by ${report.pieces}`,
  );
  for (const r of report.roads) {
    const left = r.leftOverM > 0 ? `, ${(r.leftOverM / 1000).toFixed(3)} km aside` : '';
    console.log(
      `${(r.lengthM / 1000).toFixed(3).padStart(9)} km  ${r.code} ${r.name} (${r.parts} parts, ${r.gaps.length} gaps${left})`,
    );
  }
  for (const p of report.problems) console.log(`! ${p.where}: ${p.what}`);
  console.log(
    `${report.imported} imported, ${report.warned} of them with warnings, ${report.refused} refused, ${report.leftOut} offered but not taken.`,
  );
}
