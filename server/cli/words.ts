import type { Reason } from '../../src/domain/model/result.ts';

/** Reasons of the road import in words, for the command line; the screens have their own in both languages. */
const WORDS: Readonly<Record<string, string>> = {
  'file.not-json': 'the file is not whole JSON (line {line})',
  'file.damaged': 'the file is not whole JSON',
  'file.is-format': 'the file seems to be {format}; save it as GeoJSON',
  'file.is-zip': 'the file seems to be compressed; unpack it and save what is in it as GeoJSON',
  'file.is-binary': 'the file is no text and of no known kind',
  'file.is-pdf': 'the file is a PDF; roads come from GeoJSON',
  'file.is-image': 'the file is a picture; roads come from GeoJSON',
  'file.is-csv': 'the file seems to be a table of text (CSV); roads come from GeoJSON',
  'file.is-text': 'the file is text, but no GeoJSON',
  'file.is-empty': 'the file is empty',
  'file.not-geojson': 'the file is JSON but not GeoJSON',
  'file.empty': 'the file holds no feature',
  'feature.no-geometry': 'has no geometry',
  'feature.not-a-line': 'is a {type}, not a line',
  'feature.no-coordinates': 'has no coordinates',
  'feature.bad-coordinate': 'vertex {vertex} is not a pair of numbers',
  'feature.not-degrees': 'vertex {vertex} is not in degrees of WGS 84 ({x}, {y})',
  'feature.too-short': 'has fewer than two vertices',
  'road.exists': 'is in the campaign already and was left out',
  'road.too-short': 'has no two different vertices',
  'road.very-short': 'is only {metres} m long',
  'road.gap-bridged': 'a gap of {metres} m was bridged',
  'road.aside-second-carriageway': '{metres} m kept aside: the second carriageway, already measured once',
  'road.aside-duplicate': '{metres} m kept aside: the same line twice',
  'road.aside-branch': '{metres} m kept aside: a branch',
  'road.aside-island': '{metres} m kept aside: {distance} m away from the line',
  'road.jump': 'leaps over {km} km between two vertices; not taken without --all',
  'road.very-long': 'is {km} km long, which no road is; not taken without --all',
  'road.name-cut': 'its name or code is longer than {length} characters and was cut',
  'road.railway': 'is a railway by its own description',
};

export function inWords(reason: Reason): string {
  const template = WORDS[reason.code];
  if (template === undefined) throw new Error(`no words for ${reason.code}`);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(reason.params?.[name] ?? ''));
}
