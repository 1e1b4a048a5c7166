import type { Words } from '../singular.ts';
import type { fileReasons as vi } from '../vi/fileReasons.ts';

export const fileReasons: Words<typeof vi> = {
  'reason.ground.bad-area': 'Broken polygon: a corner is no place, or there are too few.',
  'reason.ground.bad-point': 'Broken coordinates.',
  'reason.ground.geometry': 'A “{{type}}” cannot be used.',
  'reason.ground.open-border':
    'Pieces of its border are missing, so it encloses nothing: download all of it.',
  'reason.ground.needs-area': 'A polygon is needed.',
  'reason.ground.needs-point': 'A point or a line is needed.',
  'reason.ground.no-road': 'No road within {{metres}} m.',
  'reason.ground.unnamed-unit': 'The unit has no name.',
  'reason.import.nothing': 'No road is chosen yet.',
  'reason.file.not-geojson': 'The file is JSON but not GeoJSON.',
  'reason.file.empty': 'The file holds no feature.',
  'reason.file.not-json':
    'The {{format}} file is damaged or cut at line {{line}}. Export it again, then import it.',
  'reason.file.not-xml': 'The {{format}} file is damaged at line {{line}}. Export it again, then import.',
  'reason.file.two-projections':
    'The layer {{layer}} of the zip has other coordinates than the one before. Zip and import each by itself.',
  'reason.file.too-deep':
    'The {{format}} file nests more than {{depth}} tags in each other: that is no map data.',
  'reason.file.too-large':
    'The {{format}} file of {{megabytes}} MB is too large to read. Divide it and import the parts.',
  'reason.file.zip-large':
    'The zip unpacks to {{megabytes}} MB in {{files}} files, too large to read. Divide it and import the parts.',
  'reason.file.zip-without': 'There is no {{what}} file in the zip.',
  'reason.ground.unknown-road': 'There is no road called “{{road}}”.',
  'reason.table.no-places':
    'The table has no columns of places. It needs “Longitude” and “Latitude”, WKT, or “Road” and “Chainage”; it has: {{headings}}.',
  'reason.file.damaged': 'The {{format}} file is damaged or cut. Export it again, then import it.',
  'reason.file.is-format':
    'This file seems to be {{format}}, not {{accepted}}. Save it as {{accepted}}, then import it.',
  'reason.file.is-zip':
    'This file seems to be compressed. Unpack it, save what is in it as {{accepted}}, then import it.',
  'reason.file.is-binary': 'This file is no text and of no known kind. Use a {{accepted}} file.',
  'reason.file.is-pdf': 'This file is a PDF. Use a {{accepted}} file.',
  'reason.file.is-image': 'This file is a picture. Use a {{accepted}} file.',
  'reason.file.is-csv': 'This file seems to be a table (CSV). Use a {{accepted}} file.',
  'reason.file.is-text': 'This file is text, but not {{accepted}}.',
  'reason.file.is-empty': 'The file is empty.',
  'reason.file.failed':
    'This file could not be read: it is too large or damaged. Nothing was stored. Try another file, or a part of it.',
  'reason.ground.name-cut': 'The name or code is longer than {{length}} characters and was cut.',
  'reason.ground.too-many':
    'The file has {{count}} features, {{limit}} can be imported at once. Import it in parts.',
};
