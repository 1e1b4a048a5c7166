import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { newId } from '../../src/api/contract/newId.ts';
import type { Database } from '../../src/api/db/database.ts';
import { campaign, TABLES } from '../../src/api/db/rowTables.ts';
import { applyEdit } from '../../src/api/edits/applyEdit.ts';
import { ApiError } from '../../src/api/errors.ts';
import type { EditNote, Op } from '../../src/domain/edit/edit.ts';
import { inParts } from '../../src/domain/edit/parts.ts';
import { groundBox } from '../../src/domain/ground/box.ts';
import type { Reason } from '../../src/domain/model/result.ts';
import { asideRoads } from '../../src/domain/road/import/asideRoads.ts';
import { PIECES, type Pieces } from '../../src/domain/road/import/grouping.ts';
import { codeKey } from '../../src/domain/road/import/names.ts';
import {
  fateOf,
  type ImportSettings,
  importOf,
  knownRoads,
  type OfferedRoad,
  offersOf,
  proposeSettings,
} from '../../src/domain/road/import/planImport.ts';
import { type Columns, guessColumns, type RoadFile, roadsIn } from '../../src/domain/road/import/roadFile.ts';
import { LETTERS, type Letters } from '../../src/formats/letters/letters.ts';
import {
  type Conversion,
  convertedReading,
  type Reading,
  readFile as readGeography,
  suggestedConversion,
} from '../../src/formats/reading.ts';
import { asideName, inWords } from './words.ts';

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
  /** Take what is left aside of the roads as roads of their own. */
  readonly asides: boolean;
  /** Names and codes for which `pieces` is the other way round. */
  readonly except: readonly string[];
  /** Convert what the file seems to need. */
  readonly convert: boolean;
  /** The coordinate system, by its id; what the file suggests where it is not given. */
  readonly system: string | undefined;
  readonly letters: string | undefined;
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
  const source = basename(options.file);
  const campaignId = db === null ? null : await campaignFor(db, options.campaign);
  const ground = db === null || campaignId === null ? null : await groundOf(db, campaignId);
  const read = await readGeography(source, await readFile(options.file), ground);
  if (!read.ok) throw new Error(`${options.file}: ${inWords(read.reason)}`);
  const file = roadsIn(await convertedFor(read.value, options));
  const settings = settingsFor(file, options);
  const isKnown = knownRoads(db === null || campaignId === null ? [] : await roadsOf(db, campaignId));
  const problems = file.problems.map((p) => ({ where: `feature ${p.where}`, what: inWords(p.reason) }));
  const taken: OfferedRoad[] = [];
  let [leftOut, refused] = [0, file.problems.length];
  const judge = (offer: OfferedRoad): boolean => {
    const fate = fateOf(offer, isKnown, options);
    const where = offer.name || offer.code || `feature ${offer.featureNumber}`;
    for (const reason of reasonsOf(offer, fate)) problems.push({ where, what: inWords(reason) });
    if (fate === 'taken') taken.push(offer);
    else if (fate === 'refused') refused++;
    else leftOut++;
    return fate === 'taken';
  };
  for (const offer of offersOf(file, settings, source).offers)
    if (judge(offer) && options.asides) for (const aside of asideRoads(offer, asideName)) judge(aside);
  const { note, ops } = importOf(taken, source, newId);
  if (db !== null && campaignId !== null) await store(db, campaignId, note, ops);
  const roads = taken.flatMap(({ road }) => (road === null ? [] : [road]));
  return {
    imported: taken.length,
    warned: roads.filter((r) => r.warnings.length > 0).length,
    refused,
    leftOut,
    columns: settings.columns,
    pieces: settings.pieces,
    roads: roads.map((r) => ({
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

/** The features in degrees and Unicode; a conversion that nobody asked for is said, not made. */
async function convertedFor(reading: Reading, options: Options): Promise<Reading['features']> {
  const suggested = suggestedConversion(reading);
  const asked = options.convert || options.system !== undefined || options.letters !== undefined;
  if (suggested === null && !asked) return reading.features;
  const conversion = suggested ?? { system: 'degrees', letters: null };
  if (!asked) throw new Error(needed(reading, conversion));
  const system = options.system ?? conversion.system;
  if (reading.system.by === 'nobody' && options.system === undefined)
    throw new Error(needed(reading, conversion));
  if (!reading.system.systems.some((s) => s.id === system))
    throw new Error(
      `--system is one of ${reading.system.systems.map((s) => s.id).join(', ')} for this file.`,
    );
  const letters = lettersFor(options.letters);
  return convertedReading(reading, { system, letters: letters === undefined ? conversion.letters : letters });
}

function lettersFor(asked: string | undefined): Letters | null | undefined {
  if (asked === 'none') return null;
  const known = LETTERS.find((l) => l === asked);
  if (asked !== undefined && known === undefined)
    throw new Error(`--letters is one of ${LETTERS.join(', ')}, none.`);
  return known;
}

function needed({ system, letters }: Reading, { system: id }: Conversion): string {
  const parts = [];
  if (id !== 'degrees')
    parts.push(
      system.by === 'nobody'
        ? `The coordinates fit several systems: say one of --system ${system.systems.map((s) => s.id).join(', ')}.`
        : `The coordinates seem to be ${id}${system.example === null ? '' : `: ${system.example.from.join(' ; ')} is ${system.example.to[1].toFixed(5)}, ${system.example.to[0].toFixed(5)}`}.`,
    );
  if (letters !== null)
    parts.push(
      `The names seem to be ${letters.letters}: ${letters.examples.map(([a, b]) => `«${a}» is «${b}»`).join(', ')}.`,
    );
  return `${parts.join(' ')} Say --convert to convert them${letters === null ? '' : ', --letters none to keep the names'}.`;
}

/** Where a campaign is: its borders say it, else its roads. */
async function groundOf(db: Database, id: string): Promise<ReturnType<typeof groundBox>> {
  const { unit, road } = TABLES;
  const units = await db.select({ boundary: unit.boundary }).from(unit).where(eq(unit.campaignId, id));
  const hasBorders = units.some((u) => u.boundary !== null);
  return groundBox(
    units,
    hasBorders ? [] : await db.select({ line: road.line }).from(road).where(eq(road.campaignId, id)),
  );
}

/** What is worth saying of an offer; what nobody asked for is left without a word. */
function reasonsOf({ road, refusal }: OfferedRoad, fate: ReturnType<typeof fateOf>): readonly Reason[] {
  if (fate === 'left-out') return [];
  if (fate === 'known') return [{ code: 'road.exists' }];
  return refusal === null ? (road?.warnings ?? []) : [refusal];
}

function settingsFor(file: RoadFile, options: Options): ImportSettings {
  const maxGap = options.maxGap === undefined ? undefined : Number(options.maxGap);
  if (maxGap !== undefined && !(maxGap >= 0)) throw new Error('--max-gap is a number of metres.');
  const pieces = piecesFor(options.pieces);
  const proposed = proposeSettings(file, {
    columns: columnsFor(file, options),
    ...(maxGap === undefined ? {} : { maxGap }),
    ...(pieces === undefined ? {} : { pieces }),
  });
  if (options.except.length === 0) return proposed;
  const otherwise = options.except.flatMap((text) => [`name:${text.toLowerCase()}`, `code:${codeKey(text)}`]);
  return { ...proposed, otherwise: [...proposed.otherwise, ...otherwise] };
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

async function roadsOf(db: Database, id: string): Promise<{ code: string; name: string }[]> {
  const { road } = TABLES;
  return db.select({ code: road.code, name: road.name }).from(road).where(eq(road.campaignId, id));
}

/** Stores the roads by the administrator of the machine, in parts that every device can take; one failing stops it. */
async function store(db: Database, id: string, note: EditNote, ops: readonly Op[]): Promise<void> {
  const parts = inParts(ops);
  const replica = newId();
  let stored = 0;
  for (const [i, part] of parts.entries()) {
    const params = parts.length === 1 ? note.params : { ...note.params, part: i + 1, parts: parts.length };
    const named = { code: note.code, ...(params === undefined ? {} : { params }) };
    try {
      await applyEdit(db, { key: newId(), replica, campaignId: id, note: named, ops: part }, BY, new Date());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const done = stored === 0 ? 'Nothing was imported' : `Only the first ${stored} roads were imported`;
      throw new Error(
        `${done}: ${inWords({ code: error.code, params: error.detail.params ?? {} })} ${error.detail.field ?? ''}`,
      );
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
