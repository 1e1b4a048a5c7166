import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { newId } from '../../../src/api/contract/newId.ts';
import type { Database } from '../../../src/api/db/database.ts';
import type { Reason } from '../../../src/domain/model/result.ts';
import { asideRoads } from '../../../src/domain/road/import/asideRoads.ts';
import { PIECES, type Pieces } from '../../../src/domain/road/import/grouping.ts';
import {
  fateOf,
  type ImportSettings,
  importOf,
  knownRoads,
  type OfferedRoad,
  offersOf,
  proposeSettings,
} from '../../../src/domain/road/import/planImport.ts';
import { codeKey, nameKey } from '../../../src/domain/road/import/reading/names.ts';
import {
  type Columns,
  guessColumns,
  type RoadFile,
  roadsIn,
} from '../../../src/domain/road/import/reading/roadFile.ts';
import { readFile as readGeography } from '../../../src/formats/reading.ts';
import { asideName, inWords } from '../words.ts';
import { type ConversionAsked, convertedFor } from './conversion.ts';
import type { Report } from './report.ts';
import { campaignFor, groundOf, roadsOf, store } from './roadsOfCampaign.ts';

interface Options extends ConversionAsked {
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
  /** Whether nothing is stored. */
  readonly dryRun: boolean;
}

/** Reads a road file and imports it, unless nothing is to be stored; without a database it knows only the file. */
export async function importRoads(db: Database | null, options: Options): Promise<Report> {
  const source = basename(options.file);
  const campaignId = db === null ? null : await campaignFor(db, options.campaign);
  const ground = db === null || campaignId === null ? null : await groundOf(db, campaignId);
  if (!(await stat(options.file)).isFile()) throw new Error(`${options.file} is no file.`);
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
  if (db !== null && campaignId !== null && !options.dryRun) await store(db, campaignId, note, ops);
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

/** What is worth saying of an offer; what nobody asked for is left without a word. */
function reasonsOf({ road, refusal }: OfferedRoad, fate: ReturnType<typeof fateOf>): readonly Reason[] {
  if (fate === 'left-out') return [];
  if (fate === 'known') return [{ code: 'road.exists' }];
  return refusal === null ? (road?.warnings ?? []) : [refusal];
}

function settingsFor(file: RoadFile, options: Options): ImportSettings {
  const maxGap = options.maxGap === undefined ? undefined : Number(options.maxGap);
  if (options.maxGap?.trim() === '' || (maxGap !== undefined && !(maxGap >= 0)))
    throw new Error('--max-gap is a number of metres.');
  const pieces = piecesFor(options.pieces);
  const proposed = proposeSettings(file, {
    columns: columnsFor(file, options),
    ...(maxGap === undefined ? {} : { maxGap }),
    ...(pieces === undefined ? {} : { pieces }),
  });
  if (options.except.length === 0) return proposed;
  const otherwise = options.except.flatMap((text) => [`name:${nameKey(text)}`, `code:${codeKey(text)}`]);
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
