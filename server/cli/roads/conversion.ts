/** A file in degrees and Unicode, as the command line agrees to it. */
import { LETTERS, type Letters } from '../../../src/formats/letters/letters.ts';
import {
  type Conversion,
  convertedReading,
  type Reading,
  suggestedConversion,
} from '../../../src/formats/reading.ts';

export interface ConversionAsked {
  /** Convert what the file seems to need. */
  readonly convert: boolean;
  /** The coordinate system, by its id; what the file suggests where it is not given. */
  readonly system: string | undefined;
  readonly letters: string | undefined;
}

/** The features in degrees and Unicode; a conversion that nobody asked for is said, not made. */
export async function convertedFor(reading: Reading, options: ConversionAsked): Promise<Reading['features']> {
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
